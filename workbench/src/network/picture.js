// The picture: actors and ties by WebGL, names over them, a middle and a zoom.
import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram } from "sigma/rendering";

import { placed, shortened } from "./labels.js";
import { slug } from "./model.js";
import { mixed } from "./paint.js";
import { Stripes } from "./stripes.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Left} Left */
/** @typedef {{radii: Float32Array, colours: string[]}} Look */
/** @typedef {{actor: number | null, path: number[] | null}} Marked */
/** @typedef {{paper: string, ink: string, soft: string, line: string, focus: string, font: string, levels: Record<string, string>, dark: boolean}} Theme */

const MANY = 20_000;
const ROOM_PER_LABEL = 11_000;
const CANDIDATES = 1_500;
const LABEL = 13;
const EDGE = 34;
const WHOLE = { x: 0.5, y: 0.5, ratio: 1 };

/** @param {Theme} theme */
const written = (theme) => `500 ${LABEL}px ${theme.font}`;

/** What the page's style says of colours and letters. @returns {Theme} */
export function theme() {
  const style = getComputedStyle(document.documentElement);
  const get = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    paper: get("--sheet"), ink: get("--ink"), soft: get("--soft"), line: get("--line"), focus: get("--focus"),
    font: getComputedStyle(document.body).fontFamily, dark: matchMedia("(prefers-color-scheme: dark)").matches,
    levels: { policy: get("--policy"), operational: get("--operational"), "service-delivery": get("--service"), none: get("--none") },
  };
}

/**
 * The colour of a level: those that are not known look like none.
 * @param {Theme} colours
 * @param {string | null} level
 */
export const ofLevel = (colours, level) => colours.levels[level ? slug(level) : "none"] ?? colours.levels.none ?? "#888888";

export class Picture {
  /**
   * @param {HTMLElement} container
   * @param {Model} model
   * @param {{choose: (at: number | null) => void, moved: () => void, resized: () => void}} told
   */
  constructor(container, model, told) {
    this.model = model;
    this.container = container;
    this.theme = theme();
    this.told = told;
    /** @type {Left} */
    this.left = { actors: new Uint8Array(0), parts: new Uint8Array(0), ties: new Uint16Array(0), degree: new Uint32Array(0) };
    /** @type {Look} */
    this.look = { radii: new Float32Array(0), colours: [] };
    /** @type {Marked} */
    this.marked = { actor: null, path: null };
    /** @type {number | null} */
    this.hovered = null;
    /** @type {number[]} */
    this.order = [];
    /** All ties of each actor, there or not. @type {Map<number, number[]>} */
    this.every = new Map();
    model.graph.edges.forEach(({ source, target }, at) => { for (const end of [source, target]) append(this.every, end, at); });
    this.keys = { nodes: model.graph.nodes.map((_, at) => String(at)), edges: model.graph.edges.map((_, at) => String(at)) };
    /** What all ties looked like when they were painted last, beside how many mechanisms make them. */
    this.painted = "";
    this.lanes = new Float32Array(model.graph.edges.length);
    this.names = model.graph.nodes.map(({ label, iri }) => shortened(label || iri));
    /** @type {Map<string, number>} */
    this.widths = new Map();
    /** @type {Map<string, string>} */
    this.tints = new Map();
    this.sigma = this.made();
    this.over = container.ownerDocument.createElement("canvas");
    this.over.className = "names";
    container.append(this.over);
    this.listen();
  }

  made() {
    const { nodes, edges } = this.model.graph;
    const drawn = new MultiUndirectedGraph();
    nodes.forEach(({ x, y }, at) => drawn.addNode(String(at), { x, y }));
    // What states no level lies under what does.
    for (const stated of [false, true])
      edges.forEach(({ source, target, level }, at) => {
        if ((level !== null) === stated) drawn.addEdgeWithKey(String(at), String(source), String(target));
      });
    return new Sigma(drawn, this.container, {
      renderLabels: false,
      allowInvalidContainer: true,
      defaultDrawNodeHover: () => undefined,
      defaultEdgeType: "stripe",
      edgeProgramClasses: { stripe: edges.length > MANY ? EdgeLineProgram : Stripes },
      hideEdgesOnMove: edges.length > MANY,
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      minEdgeThickness: 1.1,
      stagePadding: 46,
      nodeReducer: (node, { x, y }) => ({ x, y, ...this.actor(Number(node)) }),
      edgeReducer: (edge) => this.tie(Number(edge)),
    });
  }

  listen() {
    this.sigma.on("afterRender", () => this.write());
    this.sigma.on("enterNode", ({ node }) => this.hover(Number(node)));
    this.sigma.on("leaveNode", () => this.hover(null));
    this.sigma.on("clickNode", ({ node }) => this.told.choose(Number(node)));
    this.sigma.on("clickStage", () => this.told.choose(null));
    this.sigma.getCamera().on("updated", () => this.told.moved());
    let seen = false;
    new ResizeObserver(() => {
      this.sigma.resize();
      this.sigma.scheduleRender();
      if (seen) this.told.resized(); // it tells at first how large it is
      seen = true;
    }).observe(this.container);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { this.theme = theme(); });
  }

  /** @param {number} at */
  actor(at) {
    const hidden = !this.left.actors[at];
    const near = this.isNear(at);
    const colour = this.look.colours[at] ?? this.theme.soft;
    return { hidden, size: this.look.radii[at] ?? 1, color: near ? colour : mixed([this.theme.paper, colour], 0.22) };
  }

  /** @param {number} at */
  tie(at) {
    const edge = this.model.graph.edges[at];
    const count = this.left.ties[at] ?? 0;
    if (!edge || !count) return { hidden: true };
    const near = this.isMarked(edge.source, edge.target);
    return { hidden: false, size: near ? width(count) + 0.7 : width(count), color: this.tinted(edge.level, near), lane: this.lanes[at] };
  }

  /**
   * The colour of a tie: strong if it is looked at, faint if others are, or if there are many.
   * @param {string | null} level
   * @param {boolean | null} near
   */
  tinted(level, near) {
    const key = `${level} ${near} ${this.theme.paper}`;
    const known = this.tints.get(key);
    if (known) return known;
    const many = this.model.graph.edges.length > 3_000;
    const strength = near === false ? 0.1 : near ? 0.95 : (level ? 0.85 : 0.5) * (many ? 0.5 : 1);
    const made = mixed([this.theme.paper, ofLevel(this.theme, level)], strength);
    this.tints.set(key, made);
    return made;
  }

  /** @param {number} at */
  isNear(at) {
    const { actor, path } = this.marked;
    if (path) return path.includes(at);
    return actor === null || actor === at || this.neighbours.has(at);
  }

  /**
   * Whether a tie is one of those that are looked at; null if none are.
   * @param {number} source
   * @param {number} target
   */
  isMarked(source, target) {
    const { actor, path } = this.marked;
    if (path) return path.some((at, nth) => (at === source && (path[nth + 1] === target || path[nth - 1] === target)));
    return actor === null ? null : source === actor || target === actor;
  }

  /**
   * Show what is left, and how it looks.
   * @param {Left} found
   * @param {Look} look
   */
  show(found, look) {
    const [before, lanes] = [this.left.ties, this.lanes.slice()];
    this.left = found;
    this.look = look;
    this.order = [...found.actors.keys()].filter((at) => found.actors[at]).sort((a, b) => (look.radii[b] ?? 0) - (look.radii[a] ?? 0) || a - b);
    const { edges } = this.model.graph;
    /** Ties of one pair, which follow each other. @type {number[]} */
    let pair = [];
    edges.forEach(({ source, target }, at) => {
      if (!found.ties[at]) return;
      const known = edges[pair[0] ?? -1];
      if (known && (known.source !== source || known.target !== target)) {
        besides(pair, found.ties, this.lanes);
        pair = [];
      }
      pair.push(at);
    });
    besides(pair, found.ties, this.lanes);
    this.paint((at) => before[at] !== found.ties[at] || lanes[at] !== this.lanes[at]);
  }

  /** The ties of an actor that are there. @param {number} at */
  tiesOf(at) {
    return (this.every.get(at) ?? []).filter((tie) => this.left.ties[tie]);
  }

  /** Put actors where the model says. */
  move() {
    this.sigma.getGraph().updateEachNodeAttributes((node, attributes) => {
      const { x, y } = this.model.graph.nodes[Number(node)] ?? { x: 0, y: 0 };
      return { ...attributes, x, y };
    }, { attributes: ["x", "y"] });
    this.sigma.refresh();
  }

  /** Paint anew what may look different. @param {(tie: number) => boolean} changed  Which ties are others than before. */
  paint(changed) {
    const { marked } = this;
    const ties = marked.actor === null ? [] : this.tiesOf(marked.actor);
    this.neighbours = new Set(ties.flatMap((at) => [this.model.graph.edges[at]?.source ?? -1, this.model.graph.edges[at]?.target ?? -1]));
    const painted = JSON.stringify([marked, this.theme]);
    const alike = painted === this.painted;
    this.painted = painted;
    if (!alike) return void this.sigma.refresh();
    this.sigma.refresh({ partialGraph: { nodes: this.keys.nodes, edges: this.keys.edges.filter((_, at) => changed(at)) }, skipIndexation: true });
  }

  /** @type {Set<number>} */
  neighbours = new Set();

  /** What is seen when all is shown. */
  home = WHOLE;

  /** Where one has gone to; null while all is shown. @returns {[number, number, number] | null} */
  away() {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    const far = Math.abs(x - this.home.x) + Math.abs(y - this.home.y) + Math.abs(ratio - this.home.ratio);
    return far > 2e-3 ? [x, y, ratio] : null;
  }

  /** @param {number | null} at */
  hover(at) {
    this.hovered = at;
    this.container.classList.toggle("over-actor", at !== null);
    this.write();
  }

  /**
   * Where an actor is on the screen, and how large.
   * @param {number} at
   */
  place(at) {
    const known = this.sigma.getNodeDisplayData(String(at));
    if (!known) return null;
    return { ...this.sigma.framedGraphToViewport(known), radius: this.sigma.scaleSize(known.size) };
  }

  /** Write names over the picture, and what is under the pointer. */
  write() {
    const { width: wide, height: high } = this.sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (this.over.width !== Math.round(wide * ratio) || this.over.height !== Math.round(high * ratio)) {
      this.over.width = Math.round(wide * ratio);
      this.over.height = Math.round(high * ratio);
    }
    const pen = this.over.getContext("2d");
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, wide, high);
    pen.font = written(this.theme);
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    if (this.hovered !== null) this.trace(pen, this.hovered);
    this.hollow(pen);
    for (const at of [this.marked.actor, this.hovered]) if (at !== null) this.ring(pen, at);
    const most = Math.max(8, (wide * high) / ROOM_PER_LABEL);
    for (const { at, left, top } of placed(this.wanted(pen), { width: wide, height: high }, most)) this.name(pen, at, left, top);
  }

  /** @param {CanvasRenderingContext2D} pen */
  *wanted(pen) {
    const first = [this.hovered, this.marked.actor, ...(this.marked.path ?? [])].filter((at) => at !== null);
    let seen = 0;
    for (const at of new Set([...first, ...this.order])) {
      if (!this.left.actors[at] || (!this.isNear(at) && at !== this.hovered)) continue;
      const where = this.place(at);
      if (!where) continue;
      if ((seen += 1) > CANDIDATES) return;
      const name = this.names[at] ?? "";
      let width_ = this.widths.get(name);
      if (width_ === undefined) this.widths.set(name, (width_ = pen.measureText(name).width));
      yield { at, ...where, width: width_, height: LABEL + 5 };
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} at @param {number} left @param {number} top */
  name(pen, at, left, top) {
    const text = this.names[at] ?? "";
    pen.strokeStyle = this.theme.paper;
    pen.lineWidth = 4;
    pen.strokeText(text, left, top);
    pen.fillStyle = this.theme.ink;
    pen.fillText(text, left, top);
  }

  /** Groups known only by kind are hollow. @param {CanvasRenderingContext2D} pen */
  hollow(pen) {
    pen.fillStyle = this.theme.paper;
    for (const at of this.order) {
      if (!this.model.graph.nodes[at]?.group) continue;
      const where = this.place(at);
      if (!where) continue;
      pen.beginPath();
      pen.arc(where.x, where.y, where.radius * 0.55, 0, 2 * Math.PI);
      pen.fill();
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} at */
  ring(pen, at) {
    const where = this.left.actors[at] ? this.place(at) : null;
    if (!where) return;
    pen.strokeStyle = this.theme.focus;
    pen.lineWidth = 2.5;
    pen.beginPath();
    pen.arc(where.x, where.y, where.radius + 4, 0, 2 * Math.PI);
    pen.stroke();
  }

  /** Trace the ties of an actor. @param {CanvasRenderingContext2D} pen @param {number} at */
  trace(pen, at) {
    const from = this.place(at);
    if (!from) return;
    for (const tie of this.tiesOf(at)) {
      const edge = this.model.graph.edges[tie];
      const to = edge && this.place(edge.source === at ? edge.target : edge.source);
      if (!edge || !to) continue;
      const side = (edge.source === at ? 1 : -1) * (this.lanes[tie] ?? 0);
      const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const [x, y] = [((to.y - from.y) / far) * side, (-(to.x - from.x) / far) * side];
      pen.strokeStyle = ofLevel(this.theme, edge.level);
      pen.lineWidth = 1.6;
      pen.beginPath();
      pen.moveTo(from.x + x, from.y + y);
      pen.lineTo(to.x + x, to.y + y);
      pen.stroke();
    }
  }

  /** Bring an actor to the middle. @param {number} at */
  focus(at) {
    const known = this.sigma.getNodeDisplayData(String(at));
    if (known) this.go({ x: known.x, y: known.y, ratio: Math.min(this.sigma.getCamera().ratio, 0.45) });
  }

  /** @param {number} factor  Above 1 to come nearer. */
  zoom(factor) {
    const camera = this.sigma.getCamera();
    this.go({ ratio: camera.getBoundedRatio(camera.ratio / factor) });
  }

  /** @param {number} right @param {number} up  In parts of what is seen. */
  pan(right, up) {
    const { x, y, ratio } = this.sigma.getCamera();
    this.go({ x: x + right * ratio, y: y + up * ratio });
  }

  /** Show all that is left, as large as there is room. @param {boolean} [atOnce]  Without moving there. */
  fit(atOnce = false) {
    const there = this.order.map((at) => this.sigma.getNodeDisplayData(String(at))).filter((known) => known !== undefined);
    if (!there.length) return this.go((this.home = WHOLE));
    const [left, right] = span(there.map(({ x }) => x));
    const [low, high] = span(there.map(({ y }) => y));
    const { width: wide, height: tall } = this.sigma.getDimensions();
    const seen = there.map((known) => this.sigma.framedGraphToViewport(known, { cameraState: { ...WHOLE, angle: 0 } }));
    const [from, to] = span(seen.map(({ x }) => x));
    const [over, under] = span(seen.map(({ y }) => y));
    const ratio = Math.max((to - from) / Math.max(wide - 2 * EDGE, 1), (under - over) / Math.max(tall - 2 * EDGE, 1), 0.12);
    this.home = { x: (left + right) / 2, y: (low + high) / 2, ratio };
    this.go(this.home, atOnce);
  }

  /** @param {Partial<import("sigma/types").CameraState>} where @param {boolean} [atOnce] */
  go(where, atOnce = false) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (calm || atOnce) this.sigma.getCamera().setState(where);
    else void this.sigma.getCamera().animate(where, { duration: 260 });
  }

  kill() {
    this.sigma.kill();
    this.over.remove();
  }
}

/** @param {number[]} numbers @returns {[number, number]} */
const span = (numbers) => numbers.reduce(([least, most], one) => [Math.min(least, one), Math.max(most, one)], [Infinity, -Infinity]);

/** How wide a tie is drawn. @param {number} count  Of mechanisms. */
export const width = (count) => Math.min(1.5 + 0.5 * Math.sqrt(count - 1), 4);

/**
 * Put the ties of a pair beside each other.
 * @param {number[]} ties
 * @param {Uint16Array} counts
 * @param {Float32Array} lanes
 */
export function besides(ties, counts, lanes) {
  if (ties.length < 2) {
    for (const tie of ties) lanes[tie] = 0;
    return;
  }
  const wide = ties.map((tie) => width(counts[tie] ?? 1) + 1.4);
  let at = -wide.reduce((sum, one) => sum + one, 0) / 2;
  ties.forEach((tie, nth) => {
    const own = wide[nth] ?? 0;
    lanes[tie] = at + own / 2;
    at += own;
  });
}

/** @param {Map<number, number[]>} lists @param {number} key @param {number} value */
function append(lists, key, value) {
  const known = lists.get(key);
  if (known) known.push(value);
  else lists.set(key, [value]);
}
