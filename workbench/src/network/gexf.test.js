import assert from "node:assert/strict";
import test from "node:test";

import { gexf } from "./gexf.js";
import { EVERYTHING, left, prepared } from "./model.js";

const actor = (/** @type {string} */ label) => ({ iri: `urn:${label}`, label, kind: null, country: null, group: false, state: false, x: 1, y: 2 });

test("what is left is written, and nothing else", () => {
  const model = prepared({
    nodes: [actor("a<b>"), actor("b"), actor("c")],
    edges: [{ source: 0, target: 1, level: "urn:x/policy", mechanisms: [0] }, { source: 1, target: 2, level: null, mechanisms: [1] }],
    mechanisms: [0, 1].map((at) => ({
      iri: `urn:m${at}`, label: `M & ${at}`, levels: at ? [] : ["urn:x/policy"], kinds: [], practices: [], statuses: [], subsidiary: false, signed: null, from: null, until: null,
      parts: /** @type {[number, number][]} */ ([[at, 0], [at + 1, 0]]),
    })),
    courses: [[{ first: "0001-01-01", held: null }]],
    names: { levels: {}, practices: {}, mechanism_kinds: {}, statuses: {}, kinds: {}, countries: {} },
    years: null,
    shown: { actors: 3, of_actors: 3, ties: 2, of_ties: 2 },
  });
  const found = left(model, { ...EVERYTHING, levels: ["policy"] });
  const file = gexf(model, found, { radii: Float32Array.of(1, 2, 3), colours: ["#010203", "#010203", "#010203"], level: () => "#0072b2", told: "What & where" });
  assert.equal(file.match(/<node /g)?.length, 2);
  assert.equal(file.match(/<edge /g)?.length, 1);
  assert.match(file, /label="a&lt;b&gt;"/);
  assert.match(file, /M &amp; 0/);
  assert.match(file, /<description>What &amp; where<\/description>/);
  assert.match(file, /<viz:color r="1" g="2" b="3"\/>/);
  assert.doesNotMatch(file, /urn:m1/);
});
