import assert from "node:assert/strict";
import test from "node:test";

import { filled } from "./texts.js";

test("what a text names is filled in, and what is not given stays", () => {
  assert.equal(filled("{n} of {m}", { n: 3 }), "3 of {m}");
});

test("what is filled in is not filled again", () => {
  assert.equal(filled("{a} {b}", { a: "{b}", b: "x" }), "{b} x");
});
