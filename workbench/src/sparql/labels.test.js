import assert from "node:assert/strict";
import test from "node:test";

import { Labels } from "./labels.js";

const SKOS = "http://www.w3.org/2004/02/skos/core#prefLabel";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#label";

/** @param {string} t @param {string} p @param {string} value @param {string} [lang] */
const row = (t, p, value, lang) => ({ t: { value: t }, p: { value: p }, l: { value, ...(lang && { "xml:lang": lang }) } });

test("a thing is called by its name in the language, in English, or in any", async () => {
  const bindings = [
    row("urn:a", RDFS, "a-rdfs", "es"), row("urn:a", SKOS, "a-en", "en"), row("urn:a", SKOS, "a-es", "es"),
    row("urn:b", SKOS, "b-pt", "pt"), row("urn:b", RDFS, "b-en", "en"),
  ];
  let asked = 0;
  const labels = new Labels("es", async () => {
    asked++;
    return { body: JSON.stringify({ results: { bindings } }) };
  });
  assert.equal(await labels.learn(["urn:a", "urn:b", "urn:c"], []), true);
  assert.deepEqual([labels.of("urn:a"), labels.of("urn:b"), labels.of("urn:c")], ["a-es", "b-en", undefined]);
  assert.equal(await labels.learn(["urn:a", "urn:c"], []), false);
  assert.equal(asked, 1);
});

test("files are sent only for what the data do not name", async () => {
  /** @type {[number, boolean][]} */
  const asked = [];
  const labels = new Labels("en", async (sparql, { files = [] }) => {
    asked.push([(sparql.match(/<urn:/g) ?? []).length, files.length > 0]);
    return { body: JSON.stringify({ results: { bindings: files.length ? [row("urn:b", SKOS, "b")] : [row("urn:a", SKOS, "a")] } }) };
  });
  await labels.learn(["urn:a", "urn:b"], [{ name: "x.ttl", text: "" }]);
  assert.deepEqual([labels.of("urn:a"), labels.of("urn:b")], ["a", "b"]);
  assert.deepEqual(asked, [[2, false], [1, true]]);
});
