// Which things of an answer are tied: statements between things, or two columns of things.
import { kindOf } from "../answers.js";

/** @typedef {import("../answers.js").Row} Row */
/** @typedef {{from: string, to: string, label: string}} Edge */

/**
 * The columns that hold things, of which a network can be made.
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export const things = (columns, rows) => columns.map((_, at) => at).filter((at) => kindOf(rows, at) === "iri");

/**
 * @param {Row[]} rows
 * @param {number} from
 * @param {number} to
 * @param {number | null} by  The column that says what ties them, if any does.
 * @returns {Edge[]}
 */
export function edges(rows, from, to, by) {
  /** @type {Map<string, Edge>} */
  const found = new Map();
  for (const row of rows) {
    const [one, other, tie] = [row[from], row[to], by === null ? undefined : row[by]];
    if (one?.type !== "uri" || other?.type !== "uri") continue;
    const key = JSON.stringify([one.value, other.value]);
    if (!found.has(key)) found.set(key, { from: one.value, to: other.value, label: tie?.value ?? "" });
  }
  return [...found.values()];
}

/**
 * The ties among those that have most of them, where there are more than can be drawn.
 * @param {Edge[]} all
 * @param {number} most
 */
export function busiest(all, most) {
  /** @type {Map<string, number>} */
  const ties = new Map();
  for (const { from, to } of all) for (const one of new Set([from, to])) ties.set(one, (ties.get(one) ?? 0) + 1);
  const order = [...ties].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([iri]) => iri);
  const kept = new Set(order.slice(0, most));
  return { nodes: [...kept], left: order.length - kept.size, edges: all.filter(({ from, to }) => kept.has(from) && kept.has(to)), ties };
}
