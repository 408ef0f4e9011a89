import assert from "node:assert/strict";
import test from "node:test";

import { address, bare, changed, given, termOf } from "./library.js";

const IRI = "<https://w3id.org/coordgraph/id/actor/afip>";
/** @type {import("./library.js").Query} */
const QUERY = {
  name: "actors/names", summary: "", question: "", columns: {},
  parameters: { actor: { says: "", default: IRI, kind: "actor", choices: [] }, lang: { says: "", default: '"en"', kind: "choice", choices: [] } },
  sparql: `SELECT * {\n  VALUES ?actor { ${IRI} }\n  VALUES ?lang { "en" }\n  ?a ?b ?actor\n}\n`,
};

test("a parameter is read from the text and written into it", () => {
  assert.equal(given(QUERY.sparql, "lang"), '"en"');
  assert.equal(given(QUERY.sparql, "other"), null);
  const text = changed(QUERY.sparql, "actor", "<urn:$&>");
  assert.equal(given(text, "actor"), "<urn:$&>");
  assert.equal(given(text, "lang"), '"en"');
});

test("a text is read in the manner of the default", () => {
  assert.equal(termOf("imss", IRI), "<https://w3id.org/coordgraph/id/actor/imss>");
  assert.equal(termOf("urn:x", IRI), "<urn:x>");
  assert.equal(termOf("a b> }", IRI), null);
  assert.equal(termOf('es"', '"en"'), '"es\\""');
  assert.equal(termOf("x", '"en"@es'), '"x"@es');
  assert.equal(termOf("12", "5"), "12");
  assert.equal(termOf("1 }", "5"), null);
  assert.equal(bare('"en"'), "en");
});

test("a question of the library has an address as long as only its parameters change", () => {
  assert.equal(address(QUERY, QUERY.sparql, "csv"), "/queries/actors/names?format=csv");
  const text = changed(QUERY.sparql, "lang", '"es"').replaceAll("\n", "\n ");
  assert.equal(address(QUERY, text, "csv"), "/queries/actors/names?lang=es&format=csv");
  assert.equal(address(QUERY, `${QUERY.sparql}LIMIT 3`, "csv"), null);
});
