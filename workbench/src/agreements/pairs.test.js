import assert from "node:assert/strict";
import test from "node:test";

import { pairs } from "./pairs.js";

const agreement = (/** @type {string[]} */ ...states) => ({ iri: "", title: "", kind: "", status: "", signed: null, in_force: null, ended: null, states });

test("an agreement of three joins three pairs, none of them bilaterally", () => {
  assert.deepEqual(pairs([agreement("c", "a", "b")]).map(({ one, other, bilateral }) => [one, other, bilateral]), [
    ["a", "c", false], ["b", "c", false], ["a", "b", false],
  ]);
});

test("pairs are counted, those of most agreements last", () => {
  const found = pairs([agreement("a", "b"), agreement("b", "a"), agreement("a", "b", "c"), agreement("a")]);
  assert.deepEqual(found.at(-1), { one: "a", other: "b", number: 3, bilateral: true });
  assert.equal(found.length, 3);
});
