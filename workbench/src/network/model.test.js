import assert from "node:assert/strict";
import test from "node:test";

import { EVERYTHING, left, mechanismsOf, prepared, shortestPath } from "./model.js";

const actor = (/** @type {string} */ iri, more = {}) => ({ iri, label: iri, kind: null, country: null, group: false, state: false, x: 0, y: 0, ...more });
const mechanism = (/** @type {string} */ iri, /** @type {[number, number][]} */ parts, more = {}) => ({
  iri, label: iri, levels: [], kinds: [], practices: [], statuses: [], subsidiary: false, signed: null, from: null, until: null, parts, ...more,
});

/** Four actors in a chain: 0-1 by m of a level until 1990, 1-2 by n, 2-3 by o that nothing dates. */
function chain() {
  return prepared({
    nodes: [actor("a", { country: "ARG" }), actor("b", { country: "BRA ARG" }), actor("c", { group: true }), actor("d", { state: true, kind: "state" })],
    edges: [
      { source: 0, target: 1, level: "urn:level/policy", mechanisms: [0] },
      { source: 1, target: 2, level: null, mechanisms: [1] },
      { source: 2, target: 3, level: null, mechanisms: [2] },
    ],
    mechanisms: [
      mechanism("m", [[0, 1], [1, 1]], { levels: ["urn:level/policy"], practices: ["urn:x/p"] }),
      mechanism("n", [[1, 2], [2, 2]], { kinds: ["urn:x/k"] }),
      mechanism("o", [[2, 0], [3, 0]], { subsidiary: true }),
    ],
    courses: [
      [{ first: "0001-01-01", held: null }],
      [{ first: "0001-01-01", held: true }, { first: "1990-06-01", held: false }],
      [{ first: "0001-01-01", held: false }, { first: "1990-01-01", held: true }],
    ],
    names: { levels: {}, practices: {}, mechanism_kinds: {}, statuses: {}, kinds: {}, countries: {} },
    years: [1990, 1990],
    shown: { actors: 4, of_actors: 4, ties: 3, of_ties: 3 },
  });
}

/** @param {Partial<import("./model.js").Filter>} filter */
const ties = (filter) => [...left(chain(), { ...EVERYTHING, subsidiary: "keep", ...filter }).ties];
/** @param {Partial<import("./model.js").Filter>} filter */
const actors = (filter) => [...left(chain(), { ...EVERYTHING, subsidiary: "keep", ...filter }).actors];

test("everything is left if nothing is chosen", () => {
  assert.deepEqual(ties({}), [1, 1, 1]);
  assert.deepEqual([...left(chain(), { ...EVERYTHING, subsidiary: "keep" }).degree], [1, 2, 2, 1]);
});

test("levels, practices and kinds leave those who take part in such mechanisms", () => {
  assert.deepEqual(ties({ levels: ["policy"] }), [1, 0, 0]);
  assert.deepEqual(ties({ levels: ["none"] }), [0, 1, 1]);
  assert.deepEqual(actors({ levels: ["none"] }), [0, 1, 1, 1]);
  assert.deepEqual(ties({ practices: ["p"] }), [1, 0, 0]);
  assert.deepEqual(ties({ network: "agreements", kinds: ["k"] }), [0, 1, 0]);
});

test("a window asks whether each of two took part on some day of it", () => {
  assert.deepEqual(ties({ during: ["1989-01-01", "1989-12-31"] }), [1, 0, 1]);
  assert.deepEqual(ties({ during: ["1990-01-01", "1990-12-31"] }), [1, 1, 1]);
  assert.deepEqual(ties({ during: ["1991-01-01", "1991-12-31"], undated: "drop" }), [0, 1, 0]);
  assert.deepEqual(ties({ during: ["1990-06-01", "1990-06-01"] }), [0, 1, 1]);
});

test("actors are left out by country, class and group", () => {
  assert.deepEqual(ties({ countries: ["ARG"] }), [1, 0, 0]);
  assert.deepEqual(actors({ countries: ["BRA"] }), [0, 1, 0, 0]);
  assert.deepEqual(ties({ groups: "drop" }), [1, 0, 0]);
  assert.deepEqual(actors({ between: "states" }), [0, 0, 0, 1]);
  assert.deepEqual(actors({ actorKinds: ["state"] }), [0, 0, 0, 1]);
});

test("states of subsidiary agreements are left out unless their kind is asked for", () => {
  assert.deepEqual(ties({ subsidiary: "drop" }), [1, 1, 0]);
  assert.deepEqual(actors({ subsidiary: "drop" }), [1, 1, 1, 0]);
});

test("a path is shortest in what is left", () => {
  const model = chain();
  const whole = left(model, { ...EVERYTHING, subsidiary: "keep" });
  assert.deepEqual(shortestPath(model, whole, 0, 3), [0, 1, 2, 3]);
  assert.deepEqual(shortestPath(model, whole, 2, 2), [2]);
  assert.deepEqual(mechanismsOf(model, whole, 1), [1]);
  const levels = left(model, { ...EVERYTHING, levels: ["policy"] });
  assert.equal(shortestPath(model, levels, 0, 3), null);
});
