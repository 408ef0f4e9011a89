import assert from "node:assert/strict";
import test from "node:test";

import { brief, chosen, counted, parted, short } from "./findings.js";

const one = { severity: "warning", message: "", thing: "", path: "", shape: "A", file: null, line: null };
const findings = [one, { ...one, severity: "info" }, { ...one, severity: "info", shape: "B" }];

test("findings are counted by what they are", () => {
  assert.deepEqual([...counted(findings, "severity")], [["warning", 1], ["info", 2]]);
  assert.deepEqual([...counted(findings, "shape")], [["A", 2], ["B", 1]]);
});

test("findings are chosen by severity and rule", () => {
  assert.equal(chosen(findings, new Set(["info"]), "").length, 2);
  assert.equal(chosen(findings, new Set(["info", "warning"]), "A").length, 2);
  assert.equal(chosen(findings, new Set(), "").length, 0);
});

test("a short name has the last two parts", () => {
  assert.equal(short("https://w3id.org/coordgraph/id/actor/afip"), "actor/afip");
  assert.equal(short("https://w3id.org/coordgraph/ns#level"), "ns/level");
  assert.equal(short("_:b0"), "_:b0");
});

test("addresses in a text are told from its words", () => {
  assert.deepEqual(parted("or 2005 (https://w3id.org/x/y-1). Both https://a.b/c."), [
    { words: "or 2005 (", iri: false },
    { words: "https://w3id.org/x/y-1", iri: true },
    { words: "). Both ", iri: false },
    { words: "https://a.b/c", iri: true },
    { words: ".", iri: false },
  ]);
  assert.deepEqual(parted(""), []);
});

test("a long name is cut, and an address begins with its host", () => {
  assert.equal(brief("https://www.impo.com.uy/bases/leyes/17207-1999"), "impo.com.uy/bases/leyes/17207-1999");
  assert.equal(brief("Treaty between two", 6), "Treaty…");
});
