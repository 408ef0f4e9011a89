import assert from "node:assert/strict";
import test from "node:test";

import { placeAfter, tokens } from "./tokens.js";

test("a text is read as words of their kinds, each at its place", () => {
  const text = 'SELECT ?a { ?a cg:name "x; {"@pt-BR ; <urn:p#x> 1.5 . # all {\n}';
  assert.deepEqual(
    tokens(text).map(({ kind, text: word }) => `${kind} ${word}`),
    [
      "word SELECT", "variable ?a", "sign {", "variable ?a", "name cg:name", 'string "x; {"', "tag @pt-BR",
      "sign ;", "iri <urn:p#x>", "number 1.5", "sign .", "comment # all {", "sign }",
    ],
  );
  for (const { text: word, from, to } of tokens(text)) assert.equal(text.slice(from, to), word);
});

test("nothing but blanks lies between the words", () => {
  const text = "ASK{?s a ex:a.b. ?s ^p:x/p:y* 'it''s', \"\"\"a\"b\"\"\" FILTER(?x<=3||!BOUND(?y))}";
  let at = 0;
  for (const { from, to } of tokens(text)) {
    assert.equal(text.slice(at, from).trim(), "");
    at = to;
  }
  assert.equal(tokens(text).find(({ kind }) => kind === "name")?.text, "ex:a.b");
});

for (const [before, place] of [
  ["", "elsewhere"],
  ["SELECT ", "elsewhere"],
  ["SELECT * { ", "subject"],
  ["SELECT * { ?a ", "property"],
  ["SELECT * { ?a a ", "class"],
  ["SELECT * { ?a a cg:Actor ; ", "property"],
  ["SELECT * { ?a a cg:Actor ; cg:country ", "object"],
  ["SELECT * { ?a cg:x ?b, ", "object"],
  ["SELECT * { ?a cg:x ?b . ", "subject"],
  ["SELECT * { ?a cg:x/", "property"],
  ["SELECT * { ?a ^", "property"],
  ["SELECT * { ?a cg:x [ ", "property"],
  ["SELECT * { ?a cg:x 'b'@en ; ", "property"],
  ["SELECT * { ?a cg:x '1'^^xsd:date ; ", "property"],
  ["SELECT * { ?a cg:x ?b OPTIONAL { ?b ", "property"],
  ["SELECT * { GRAPH ", "graph"],
  ["SELECT * FROM ", "graph"],
  ["SELECT * { FILTER(", "elsewhere"],
]) {
  test(`after «${before}» comes: ${place}`, () => assert.equal(placeAfter(/** @type {string} */ (before)), place));
}
