// Ties as straight stripes: those of one pair of actors, one a level, lie side by side.
import { EdgeRectangleProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute vec2 a_across;
attribute float a_half;
attribute float a_lane;
attribute float a_positionCoef;
attribute float a_side;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_zoomRatio;
uniform float u_pixelRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
uniform float u_feather;

varying vec4 v_color;
varying vec2 v_normal;
varying float v_thickness;
varying float v_feather;

void main() {
  float unit = u_correctionRatio / u_sizeRatio;
  float half_ = max(a_half, u_minEdgeThickness * u_sizeRatio) * unit;
  vec2 along = mix(a_positionStart, a_positionEnd, a_positionCoef);
  vec2 place = along + a_across * (a_lane * unit + a_side * half_);
  gl_Position = vec4((u_matrix * vec3(place, 1.0)).xy, 0.0, 1.0);
  v_thickness = half_ / u_zoomRatio;
  v_normal = a_across * a_side;
  v_feather = u_feather * u_correctionRatio / u_zoomRatio / u_pixelRatio * 2.0;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

/** Draws ties with a `lane`: how far beside the straight line between two actors they lie. */
export class Stripes extends EdgeRectangleProgram {
  getDefinition() {
    const known = super.getDefinition();
    const { FLOAT, UNSIGNED_BYTE } = WebGLRenderingContext;
    return {
      ...known,
      VERTEX_SHADER_SOURCE: VERTEX,
      ATTRIBUTES: [
        { name: "a_positionStart", size: 2, type: FLOAT },
        { name: "a_positionEnd", size: 2, type: FLOAT },
        { name: "a_across", size: 2, type: FLOAT },
        { name: "a_half", size: 1, type: FLOAT },
        { name: "a_lane", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: "a_positionCoef", size: 1, type: FLOAT },
        { name: "a_side", size: 1, type: FLOAT },
      ],
    };
  }

  /**
   * @param {number} edgeIndex
   * @param {number} startIndex
   * @param {import("sigma/types").NodeDisplayData} source
   * @param {import("sigma/types").NodeDisplayData} target
   * @param {import("sigma/types").EdgeDisplayData & {lane?: number}} data
   */
  processVisibleItem(edgeIndex, startIndex, source, target, data) {
    const x = target.x - source.x;
    const y = target.y - source.y;
    const far = Math.hypot(x, y) || 1;
    const numbers = [source.x, source.y, target.x, target.y, -y / far, x / far, data.size || 1, data.lane ?? 0, floatColor(data.color), edgeIndex];
    this.array.set(numbers, startIndex);
  }
}
