// Pairs of states that agreements join.

/**
 * @typedef {import("./dates.js").Dated & {iri: string, title: string, kind: string, states: string[]}} Agreement
 * @typedef {{one: string, other: string, number: number, bilateral: boolean}} Pair
 */

/**
 * How many agreements join each pair, and whether one of them is theirs alone.
 * @param {Agreement[]} agreements
 * @returns {Pair[]}
 */
export function pairs(agreements) {
  /** @type {Map<string, Pair>} */
  const found = new Map();
  for (const { states } of agreements) {
    for (let i = 0; i < states.length; i += 1) {
      for (let j = i + 1; j < states.length; j += 1) {
        const [one, other] = /** @type {[string, string]} */ ([states[i], states[j]].sort());
        const key = `${one} ${other}`;
        const pair = found.get(key) ?? { one, other, number: 0, bilateral: false };
        pair.number += 1;
        pair.bilateral ||= states.length === 2;
        found.set(key, pair);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}
