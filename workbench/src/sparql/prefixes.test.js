import assert from "node:assert/strict";
import test from "node:test";

import { declared, insertion, missing } from "./prefixes.js";

const KNOWN = { cg: "urn:cg#", skos: "urn:skos#", rdf: "urn:rdf#" };

/** @param {string} text */
function completed(text) {
  const found = insertion(text, missing(text, KNOWN), KNOWN);
  return found ? text.slice(0, found.from) + found.insert + text.slice(found.from) : text;
}

test("prefixes are found where they are declared and where they are used", () => {
  const text = "prefix cg: <urn:mine#>\nSELECT * { ?a cg:b 'skos:x', skos:y, other:z, _:b # rdf:type\n}";
  assert.deepEqual(declared(text), { cg: "urn:mine#" });
  assert.deepEqual(missing(text, KNOWN), ["skos"]);
});

test("the first prefix goes to the top, after what is remarked there", () => {
  assert.equal(completed("SELECT * { ?a cg:b ?c }"), "PREFIX cg: <urn:cg#>\n\nSELECT * { ?a cg:b ?c }");
  assert.equal(completed("# who\nASK { ?a cg:b ?c }"), "# who\nPREFIX cg: <urn:cg#>\n\nASK { ?a cg:b ?c }");
});

test("a further prefix goes after those that are declared", () => {
  const text = "PREFIX cg: <urn:cg#>\nASK { ?a cg:b skos:c, rdf:d }";
  assert.equal(completed(text), "PREFIX cg: <urn:cg#>\nPREFIX rdf: <urn:rdf#>\nPREFIX skos: <urn:skos#>\nASK { ?a cg:b skos:c, rdf:d }");
});

test("where nothing lacks nothing is inserted", () => {
  assert.equal(insertion("ASK {}", [], KNOWN), null);
  assert.equal(completed("ASK { ?a foo:b ?c }"), "ASK { ?a foo:b ?c }");
});
