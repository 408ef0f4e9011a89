import assert from "node:assert/strict";
import test from "node:test";

import { XSD } from "./terms.js";
import { csv, sheet, tsv } from "./writing.js";

/** @type {import("./answers.js").Row[]} */
const ROWS = [
  [{ type: "uri", value: "urn:a" }, { type: "literal", value: '=1+1 "x", y', "xml:lang": "en" }],
  [{ type: "bnode", value: "b0" }, { type: "literal", value: "-3.5", datatype: `${XSD}decimal` }],
  [undefined, { type: "literal", value: "@SUM\n" }],
];

test("CSV is what SPARQL says it is", () => {
  assert.equal(csv(["a", "b"], ROWS), 'a,b\r\nurn:a,"=1+1 ""x"", y"\r\n_:b0,-3.5\r\n,"@SUM\n"\r\n');
});

test("in CSV for spreadsheets nothing is a formula, and numbers stay numbers", () => {
  assert.equal(sheet(["a", "b"], ROWS), "a,b\r\nurn:a,\"'=1+1 \"\"x\"\", y\"\r\n_:b0,-3.5\r\n,\"'@SUM\n\"\r\n");
});

test("TSV has terms as SPARQL writes them", () => {
  const expected = `?a\t?b\n<urn:a>\t"=1+1 \\"x\\", y"@en\n_:b0\t"-3.5"^^<${XSD}decimal>\n\t"@SUM\\n"\n`;
  assert.equal(tsv(["a", "b"], ROWS), expected);
});
