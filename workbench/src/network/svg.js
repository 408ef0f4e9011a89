// The picture as SVG: ties by level, actors, names, and what the colours mean.
import { placed, shortened } from "./labels.js";
import { escaped } from "./xml.js";

/**
 * @typedef {{x: number, y: number, radius: number, colour: string, label: string, hollow: boolean}} Dot
 * @typedef {{source: number, target: number, colour: string, width: number, lane: number}} Line
 * @typedef {{title: string, entries: {colour: string, label: string, line: boolean}[]}} Legend
 * @typedef {{title: string, note: string, source: string, dots: Dot[], lines: Line[], legends: Legend[], paper: string, ink: string, soft: string, font: string}} Drawing
 */

const WIDE = 1600;
const MARGIN = 60;
const SIDE = 300;
const LETTER = 6.6;
/** Letters of an address that fit below a picture. */
const MOST = 280;

const round = (/** @type {number} */ number) => Number(number.toFixed(2));

/**
 * Return a drawing as a file of SVG.
 * @param {Drawing} drawing
 */
export function svg(drawing) {
  const { dots, lines, ink, paper, soft } = drawing;
  const { scale, left, top, high } = frame(dots);
  const at = (/** @type {Dot} */ dot) => ({ x: MARGIN + (dot.x - left) * scale, y: MARGIN + 60 + (top - dot.y) * scale });
  const size = { width: WIDE + SIDE, height: high };
  const stripes = lines.map((line) => stripe(line, dots, at));
  const circles = dots.map((dot) => {
    const { x, y } = at(dot);
    const look = dot.hollow ? `fill="${escaped(paper)}" stroke="${escaped(dot.colour)}" stroke-width="2"` : `fill="${escaped(dot.colour)}"`;
    return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(dot.radius)}" ${look}><title>${escaped(dot.label)}</title></circle>`;
  });
  const order = [...dots.keys()].sort((a, b) => (dots[b]?.radius ?? 0) - (dots[a]?.radius ?? 0) || a - b);
  const wanted = order.flatMap((nth) => {
    const dot = dots[nth];
    return dot ? [{ at: nth, ...at(dot), radius: dot.radius, width: LETTER * [...shortened(dot.label)].length, height: 15 }] : [];
  });
  const names = placed(wanted, { width: WIDE, height: high }, 400, wanted).map(({ at: nth, left: x, top: y }) =>
    `<text x="${round(x)}" y="${round(y + 4)}" direction="ltr">${escaped(shortened(dots[nth]?.label ?? ""))}</text>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="title" font-family="${escaped(drawing.font)}" font-size="12" fill="${escaped(ink)}">`,
    `<title id="title">${escaped(drawing.title)}</title>`,
    `<rect width="${size.width}" height="${size.height}" fill="${escaped(paper)}"/>`,
    `<text x="${MARGIN}" y="44" font-size="24" font-weight="600">${escaped(drawing.title)}</text>`,
    `<text x="${MARGIN}" y="68" fill="${escaped(soft)}">${escaped(drawing.note)}</text>`,
    `<g fill="none">${stripes.join("")}</g>`,
    `<g>${circles.join("")}</g>`,
    `<g stroke="${escaped(paper)}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">${names.join("")}</g>`,
    legends(drawing),
    `<text x="${MARGIN}" y="${high - 16}" font-size="11" fill="${escaped(soft)}" direction="ltr">${escaped(shortened(drawing.source, MOST))}</text>`,
    "</svg>\n",
  ].join("\n");
}

/** @param {Dot[]} dots */
function frame(dots) {
  const xs = dots.map(({ x }) => x);
  const ys = dots.map(({ y }) => y);
  const [left, right] = [least(xs, 1), -least(xs, -1)];
  const [bottom, top] = [least(ys, 1), -least(ys, -1)];
  const scale = (WIDE - 2 * MARGIN) / Math.max(right - left, (top - bottom) * 0.8, 1);
  const high = Math.max(Math.round((top - bottom) * scale) + 2 * MARGIN + 80, 480);
  return { scale, left, top, high };
}

/** The least of some numbers, or of their negatives. @param {number[]} numbers @param {1 | -1} sign */
const least = (numbers, sign) => numbers.reduce((found, one) => Math.min(found, sign * one), numbers.length ? Infinity : 0);

/** @param {Line} line @param {Dot[]} dots @param {(dot: Dot) => {x: number, y: number}} at */
function stripe({ source, target, colour, width, lane }, dots, at) {
  const [one, other] = [dots[source], dots[target]];
  if (!one || !other) return "";
  const [from, to] = [at(one), at(other)];
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [((to.y - from.y) / far) * lane, (-(to.x - from.x) / far) * lane];
  return `<path d="M${round(from.x + x)} ${round(from.y + y)}L${round(to.x + x)} ${round(to.y + y)}" stroke="${escaped(colour)}" stroke-width="${round(width)}"/>`;
}

/** @param {Drawing} drawing */
function legends({ legends: all, soft }) {
  const parts = [];
  let y = MARGIN + 40;
  for (const { title, entries } of all) {
    parts.push(`<text x="${WIDE}" y="${y}" font-weight="600">${escaped(title)}</text>`);
    for (const { colour, label, line } of entries) {
      y += 22;
      parts.push(line
        ? `<path d="M${WIDE} ${y - 4}h22" stroke="${escaped(colour)}" stroke-width="3"/>`
        : `<circle cx="${WIDE + 11}" cy="${y - 4}" r="6" fill="${escaped(colour)}"/>`);
      parts.push(`<text x="${WIDE + 32}" y="${y}" fill="${escaped(soft)}">${escaped(shortened(label, 36))}</text>`);
    }
    y += 40;
  }
  return `<g>${parts.join("")}</g>`;
}
