import assert from "node:assert/strict";
import test from "node:test";

import { compare, shares } from "./order.js";

test("what has no value comes last in either order", () => {
  const values = [2, undefined, 10];
  assert.deepEqual(values.toSorted((a, b) => compare(a, b, true)), [10, 2, undefined]);
  assert.deepEqual(values.toSorted((a, b) => compare(a, b, false)), [2, 10, undefined]);
  assert.equal(compare(undefined, undefined, true), 0);
  assert.equal(compare(undefined, 1, true), 1);
});

test("names come as the language orders them", () => {
  assert.deepEqual(["Zona", "Ácido", "caja"].sort((a, b) => compare(a, b, false, "es")), ["Ácido", "caja", "Zona"]);
});

test("shares are of the largest value", () => {
  assert.deepEqual(shares([1, undefined, 4, -2]), [0.25, 0, 1, 0]);
  assert.deepEqual(shares([0, 0]), [0, 0]);
  assert.deepEqual(shares([]), []);
});
