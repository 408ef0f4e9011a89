// The network of practices as a small picture, where there is room for it.
import { ask } from "../shared/api.js";
import { drawn } from "../shared/dom.js";

/** @typedef {{iri: string, x: number, y: number}} Node */

const SIZE = 400;
const EDGE = 14;

/**
 * Where nodes stand in a square, in its middle.
 * @param {Node[]} nodes
 * @returns {{x: number, y: number}[]}
 */
export function within(nodes) {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const extent = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) || 1;
  const scale = (SIZE - 2 * EDGE) / extent;
  const [right, low] = [(SIZE - (Math.max(...xs) - left) * scale) / 2, (SIZE - (Math.max(...ys) - top) * scale) / 2];
  return nodes.map(({ x, y }) => ({ x: right + (x - left) * scale, y: low + (y - top) * scale }));
}

/** Draw the network, as the page of the network shows it. @param {HTMLElement} place */
export async function picture(place) {
  const { nodes: every } = await ask("/api/graph", { network: "practices" });
  const { rows } = await ask("/api/ties", { network: "practices" });
  const tied = new Set(rows.flatMap((/** @type {{source: string, target: string}} */ { source, target }) => [source, target]));
  const nodes = every.filter((/** @type {Node} */ { iri }) => tied.has(iri));
  if (!nodes.length) return;
  const spots = within(nodes);
  const at = new Map(nodes.map((/** @type {Node} */ { iri }, /** @type {number} */ index) => [iri, spots[index]]));
  const degrees = new Map();
  const lines = rows.flatMap((/** @type {{source: string, target: string, level: string | null}} */ { source, target, level }) => {
    const [one, other] = [at.get(source), at.get(target)];
    if (!one || !other) return [];
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    const name = level?.split("/").pop() || "no-level";
    return [drawn("path", { class: name, d: `M${one.x.toFixed(1)} ${one.y.toFixed(1)}L${other.x.toFixed(1)} ${other.y.toFixed(1)}` })];
  });
  const dots = nodes.map((/** @type {Node} */ { iri }, /** @type {number} */ index) =>
    drawn("circle", { cx: spots[index]?.x.toFixed(1), cy: spots[index]?.y.toFixed(1), r: (2.2 + 0.9 * Math.sqrt(degrees.get(iri) ?? 0)).toFixed(1) }));
  place.replaceChildren(drawn("svg", { viewBox: `0 0 ${SIZE} ${SIZE}` }, drawn("g", {}, ...lines), drawn("g", {}, ...dots)));
}
