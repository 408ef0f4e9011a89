import assert from "node:assert/strict";
import test from "node:test";

import { answerOf, filtered, kindOf, sorted } from "./answers.js";
import { XSD } from "./terms.js";

/** @param {string} value @returns {import("./terms.js").Term} */
const integer = (value) => ({ type: "literal", value, datatype: `${XSD}integer` });
/** @param {string} value @returns {import("./terms.js").Term} */
const text = (value) => ({ type: "literal", value });

test("rows keep the order of the columns, and what is not bound is empty", () => {
  const body = JSON.stringify({
    head: { vars: ["a", "b"] },
    results: { bindings: [{ b: integer("1") }, { a: text("x"), b: integer("2") }] },
  });
  const found = answerOf(body, "application/sparql-results+json");
  assert.ok(found.kind === "rows");
  assert.deepEqual(found.rows.map((row) => row.map((term) => term?.value)), [[undefined, "1"], ["x", "2"]]);
});

test("yes and no, and statements, are told apart", () => {
  assert.equal(answerOf('{"head":{},"boolean":false}', "application/sparql-results+json").kind, "boolean");
  const found = answerOf("<urn:a> <urn:b> <urn:c> .\n", "application/n-triples");
  assert.ok(found.kind === "statements");
  assert.equal(found.rows.length, 1);
});

test("rows are found without accents and case", () => {
  const rows = [[text("Previsión")], [text("salud")], [undefined]];
  assert.equal(filtered(rows, " PREVISION").length, 1);
  assert.equal(filtered(rows, "").length, 3);
});

test("numbers are ordered by value, empty cells stay last either way", () => {
  const rows = [[integer("10")], [undefined], [integer("9")], [text("a")]];
  const order = (/** @type {boolean} */ down) => sorted(rows, 0, down).map(([term]) => term?.value);
  assert.deepEqual(order(false), ["9", "10", "a", undefined]);
  assert.deepEqual(order(true), ["a", "10", "9", undefined]);
});

test("a column has a kind only if all its values do", () => {
  assert.equal(kindOf([[integer("1")], [undefined], [integer("2")]], 0), "number");
  assert.equal(kindOf([[integer("1")], [text("x")]], 0), "text");
  assert.equal(kindOf([[{ type: "uri", value: "urn:a" }]], 0), "iri");
  assert.equal(kindOf([], 0), "empty");
});
