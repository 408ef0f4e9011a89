import assert from "node:assert/strict";
import test from "node:test";

import { brief, numberOf, short, statements, written, XSD } from "./terms.js";

const PREFIXES = { cg: "https://w3id.org/coordgraph/ns#", w: "https://w3id.org/", skos: "http://www.w3.org/2004/02/skos/core#" };

test("an IRI is written with the longest prefix that leaves a plain name", () => {
  assert.equal(short("https://w3id.org/coordgraph/ns#Actor", PREFIXES), "cg:Actor");
  assert.equal(short("https://w3id.org/coordgraph/id/x", PREFIXES), "https://w3id.org/coordgraph/id/x");
  assert.equal(short("urn:x", PREFIXES), "urn:x");
  assert.equal(brief("https://w3id.org/coordgraph/id/actor/afip", PREFIXES), "actor/afip");
});

test("only what has a type of numbers is a number", () => {
  assert.equal(numberOf({ type: "literal", value: "3.5", datatype: `${XSD}decimal` }), 3.5);
  assert.equal(numberOf({ type: "literal", value: "3" }), null);
  assert.equal(numberOf({ type: "literal", value: "INF", datatype: `${XSD}double` }), null);
  assert.equal(numberOf(undefined), null);
});

test("statements are read with their escapes, and written the same", () => {
  const text = String.raw`<urn:a> <urn:b> "caf\u00E9 \"x\" .\n" .
_:b1 <urn:c> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<urn:a> <urn:b> "ñ"@es-AR .
`;
  const found = statements(text);
  assert.deepEqual(found[0], [
    { type: "uri", value: "urn:a" }, { type: "uri", value: "urn:b" }, { type: "literal", value: 'café "x" .\n' },
  ]);
  assert.equal(found[1]?.[0].value, "b1");
  assert.equal(found[2]?.[2]["xml:lang"], "es-AR");
  const again = found.map((row) => `${row.map(written).join(" ")} .`).join("\n");
  assert.deepEqual(statements(again), found);
  assert.deepEqual(statements(""), []);
});
