import assert from "node:assert/strict";
import test from "node:test";

import { fitting, spelled, started } from "./completion.js";

/** @type {import("./completion.js").VocabularyTerm[]} */
const TERMS = [
  { iri: "urn:cg#country", name: "cg:country", kind: "property", label: "es del país", definition: null, uses: 9 },
  { iri: "urn:cg#Country", name: "cg:Country", kind: "class", label: "país", definition: null, uses: 3 },
  { iri: "urn:cg#actor", name: "cg:actor", kind: "property", label: "actor", definition: null, uses: 99 },
  { iri: "https://w3id.org/coordgraph/id/level/policy", name: "level/policy", kind: "concept", label: "nivel de políticas", definition: null, uses: 1 },
];
const KNOWN = { cg: "urn:cg#" };

/** @param {string} part @param {import("./tokens.js").Place} place */
const names = (part, place) => fitting(TERMS, part, place).map(({ name }) => name);

test("terms are found by name or by label, without accents", () => {
  assert.deepEqual(names("cg:c", "property"), ["cg:country", "cg:Country"]);
  assert.deepEqual(names("pais", "class"), ["cg:Country", "cg:country"]);
  assert.deepEqual(names("polit", "object"), ["level/policy"]);
  assert.deepEqual(names("cg:pais", "class"), []);
});

test("what fits the place comes first, then what is used most", () => {
  assert.deepEqual(names("", "property").slice(0, 2), ["cg:actor", "cg:country"]);
  assert.equal(names("c", "class")[0], "cg:Country");
});

test("what is written already is known with its place; nothing is proposed in strings and remarks", () => {
  assert.deepEqual(started("SELECT * { ?a cg:cou"), { part: "cg:cou", from: 14, place: "property" });
  assert.equal(started("SELECT * { ?a a ")?.part, "");
  assert.equal(started("SELECT * { ?a cg:x <https://w3id.org/co")?.part, "<https://w3id.org/co");
  assert.equal(started("ASK { # cg:x"), null);
  assert.equal(started('ASK { ?a ?b "cg:x'), null);
  assert.equal(started('ASK { ?a ?b "cg:x" ; cg')?.part, "cg");
});

test("a term is written with a prefix that is declared or known, else in full", () => {
  assert.deepEqual(spelled("urn:cg#country", "ASK {}", KNOWN), { insert: "cg:country", prefix: "cg" });
  assert.deepEqual(spelled("urn:cg#country", "PREFIX cg: <urn:cg#>\nASK {}", KNOWN), { insert: "cg:country", prefix: null });
  assert.deepEqual(spelled("urn:cg#country", "PREFIX my: <urn:cg#>\nPREFIX cg: <urn:else#>\nASK {}", KNOWN), { insert: "my:country", prefix: null });
  assert.deepEqual(spelled("urn:x/y", "ASK {}", KNOWN), { insert: "<urn:x/y>", prefix: null });
});
