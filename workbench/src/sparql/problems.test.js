import assert from "node:assert/strict";
import test from "node:test";

import { problemOf, refusalOf } from "./problems.js";

/** @param {string} key @param {Record<string, string | number>} [values] */
const said = (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ""}`;

test("the server's line and column are found, with a reason in the page's language", () => {
  const words = "The question is not SPARQL 1.1: line 2, column 7: what stands here is not expected.\n";
  assert.deepEqual(problemOf(words, said), { line: 2, column: 7, words: "not_expected" });
  assert.equal(problemOf("line 1, column 2: something else.", said)?.words, "something else.");
  assert.equal(problemOf("line 1, column 2: expected }.", said)?.words, 'expected {"what":"}"}');
  assert.equal(problemOf("SERVICE is refused", said), null);
});

test("what takes too much is told in the page's language, anything else in the server's words", () => {
  assert.equal(refusalOf(504, "This took longer", said), "too_long");
  assert.equal(refusalOf(400, "SERVICE is refused", said), "SERVICE is refused");
  assert.match(refusalOf(400, "x: line 2, column 7: y", said), /^syntax .*"line":2/);
});
