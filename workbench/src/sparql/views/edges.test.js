import assert from "node:assert/strict";
import test from "node:test";

import { busiest, edges, things } from "./edges.js";

/** @param {string} value @returns {import("../terms.js").Term} */
const iri = (value) => ({ type: "uri", value });
/** @type {import("../answers.js").Row[]} */
const ROWS = [
  [iri("a"), iri("p"), iri("b")], [iri("a"), iri("q"), iri("b")], [iri("a"), iri("p"), iri("c")],
  [iri("a"), iri("p"), { type: "bnode", value: "x" }],
];

test("two columns of things are a network, each pair once", () => {
  assert.deepEqual(things(["s", "p", "o"], ROWS), [0, 1]);
  assert.deepEqual(edges(ROWS, 0, 2, 1).map(({ from, to, label }) => from + label + to), ["apb", "apc"]);
});

test("where there are too many the busiest stay, and it is known how many do not", () => {
  const found = busiest([{ from: "a", to: "b", label: "" }, { from: "a", to: "c", label: "" }, { from: "c", to: "d", label: "" }], 2);
  assert.deepEqual(found.nodes, ["a", "c"]);
  assert.equal(found.left, 2);
  assert.equal(found.edges.length, 1);
});
