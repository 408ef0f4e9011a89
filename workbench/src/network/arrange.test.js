import assert from "node:assert/strict";
import test from "node:test";

import { part } from "./arrange.js";
import { EVERYTHING, left, prepared } from "./model.js";

const actor = (/** @type {string} */ iri, country = "") => ({ iri, label: iri, kind: null, country, group: false, state: false, x: 0, y: 0 });
const mechanism = (/** @type {string} */ iri, /** @type {[number, number][]} */ parts) => ({
  iri, label: iri, levels: [], kinds: [], practices: [], statuses: [], subsidiary: false, signed: null, from: null, until: null, parts,
});
const model = prepared({
  nodes: [actor("a", "X"), actor("b", "Y"), actor("c", "X"), actor("d", "X")],
  edges: [[0, 1, [0]], [0, 2, [0, 1]], [1, 2, [0]]].map(([source, target, mechanisms]) => ({ source: Number(source), target: Number(target), level: null, mechanisms: /** @type {number[]} */ (mechanisms) })),
  mechanisms: [mechanism("m", [[0, 0], [1, 0], [2, 0]]), mechanism("n", [[0, 0], [2, 0]]), mechanism("o", [[3, 0]])],
  courses: [[{ first: "0001-01-01", held: null }]],
  names: { levels: {}, practices: {}, mechanism_kinds: {}, statuses: {}, kinds: {}, countries: {} },
  years: null,
  shown: { actors: 4, of_actors: 4, ties: 3, of_ties: 3 },
});

test("a tie weighs by the number of the others in each of its mechanisms", () => {
  const { actors, ties } = part(model, left(model, EVERYTHING));
  assert.deepEqual(actors, ["a", "b", "c", "d"]);
  assert.deepEqual(ties, [[0, 1, 0.5], [0, 2, 1.5], [1, 2, 0.5]]);
});

test("who is left out counts no more, and the others are numbered anew", () => {
  const { at, actors, ties } = part(model, left(model, { ...EVERYTHING, countries: ["X"] }));
  assert.deepEqual(at, [0, 2, 3]);
  assert.deepEqual(actors, ["a", "c", "d"]);
  assert.deepEqual(ties, [[0, 1, 2]]);
});
