import assert from "node:assert/strict";
import test from "node:test";

import { XSD } from "../terms.js";
import { byCountry, countryOf, naming } from "./countries.js";

const KNOWN = new Set(["ARG", "URY"]);
/** @param {string} value @returns {import("../terms.js").Term} */
const iri = (value) => ({ type: "uri", value });
/** @param {string} value @returns {import("../terms.js").Term} */
const integer = (value) => ({ type: "literal", value, datatype: `${XSD}integer` });
const ID = "https://w3id.org/coordgraph/id/";
const ROWS = [
  [iri(`${ID}actor/state-arg`), integer("2"), iri("urn:x")],
  [iri(`${ID}place/ury`), integer("3"), iri("urn:y")],
  [iri(`${ID}place/ury`), integer("4"), undefined],
  [iri(`${ID}actor/anses`), integer("5"), undefined],
];

test("a country is named by its code, its place or its state", () => {
  assert.equal(countryOf(iri(`${ID}actor/state-arg`), KNOWN), "ARG");
  assert.equal(countryOf({ type: "literal", value: "ury" }, KNOWN), "URY");
  assert.equal(countryOf({ type: "literal", value: "XXX" }, KNOWN), null);
  assert.equal(countryOf(iri(`${ID}actor/imss`), KNOWN), null);
  assert.equal(countryOf(undefined, KNOWN), null);
});

test("numbers are summed by country, and what names none is counted", () => {
  assert.deepEqual(naming(["a", "b", "c"], ROWS, KNOWN), [0]);
  const { found, left } = byCountry(ROWS, 0, 1, KNOWN);
  assert.deepEqual([...found].map(([code, { value }]) => [code, value]), [["ARG", 2], ["URY", 7]]);
  assert.equal(left, 1);
  assert.equal(byCountry(ROWS, 0, null, KNOWN).found.get("URY")?.value, 2);
});
