import assert from "node:assert/strict";
import test from "node:test";

import { XSD } from "../terms.js";
import { along, points, proposed } from "./points.js";

/** @param {string} value @param {string} [type] @returns {import("../terms.js").Term} */
const typed = (value, type = "integer") => ({ type: "literal", value, datatype: XSD + type });
/** @param {string} value @returns {import("../terms.js").Term} */
const text = (value) => ({ type: "literal", value });

test("names are charted by the last number", () => {
  const rows = [[{ type: /** @type {const} */ ("uri"), value: "urn:a" }, text("A"), typed("1"), typed("9")]];
  assert.deepEqual(proposed(["actor", "name", "levels", "mechanisms"], rows), { x: 1, y: 3, form: "bars" });
});

test("years and dates give lines", () => {
  const years = [[typed("1990"), typed("1")], [typed("2000"), typed("2")]];
  assert.deepEqual(proposed(["decade", "signed"], years), { x: 0, y: 1, form: "lines" });
  const dates = [[typed("1990-01-01", "date"), typed("1")], [typed("1991-01-01", "date"), typed("2")]];
  assert.deepEqual(proposed(["d", "n"], dates), { x: 0, y: 1, form: "lines" });
});

test("without a number there is no chart", () => {
  assert.equal(proposed(["a"], [[text("x")]]), null);
  assert.equal(proposed(["year"], [[typed("1990")]]), null);
});

test("rows without a number are no points, and dates lie between years", () => {
  const found = points([[text("a"), typed("2")], [text("b"), undefined]], 0, 1, (term) => term.value);
  assert.deepEqual(found.map(({ label, y }) => [label, y]), [["a", 2]]);
  assert.equal(along(typed("1990-07-01", "date")), 1990.5);
  assert.equal(along(text("x")), null);
});
