import assert from "node:assert/strict";
import test from "node:test";

import { problemOf } from "./problems.js";

test("the server's line and column are found in whatever language it speaks", () => {
  const words = "The question is not SPARQL 1.1: line 2, column 7: what stands here is not expected.\n";
  assert.deepEqual(problemOf(words), { line: 2, column: 7, words: "what stands here is not expected." });
  const spanish = "La pregunta no es SPARQL 1.1: línea 12, columna 3: este prefijo no está declarado.";
  assert.deepEqual(problemOf(spanish), { line: 12, column: 3, words: "este prefijo no está declarado." });
  assert.equal(problemOf("SERVICE is refused"), null);
});
