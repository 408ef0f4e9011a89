import assert from "node:assert/strict";
import test from "node:test";

import { within } from "./picture.js";

test("the widest extent fills the square, and the other stands in its middle", () => {
  const found = within([{ iri: "a", x: -1, y: 0 }, { iri: "b", x: 1, y: 1 }]);
  assert.deepEqual(found.map(({ x }) => x), [14, 386]);
  assert.deepEqual(found.map(({ y }) => y), [107, 293]);
});

test("one node stands in the middle", () => {
  assert.deepEqual(within([{ iri: "a", x: 5, y: 5 }]), [{ x: 200, y: 200 }]);
});
