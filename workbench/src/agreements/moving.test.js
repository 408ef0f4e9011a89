import assert from "node:assert/strict";
import test from "node:test";

import { ARROWS, toward } from "./moving.js";

const spots = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: 6, y: 5 }, { x: -3, y: 0 }, { x: 0, y: -9 }];
const from = /** @type {import("./moving.js").Spot} */ (spots[0]);
const led = (/** @type {string} */ key) => toward(spots, from, /** @type {[number, number]} */ (ARROWS[key]));

test("an arrow leads to what is nearest in its direction, less to what lies aside", () => {
  assert.deepEqual(led("ArrowRight"), { x: 10, y: 1 });
  assert.deepEqual(led("ArrowLeft"), { x: -3, y: 0 });
  assert.deepEqual(led("ArrowUp"), { x: 0, y: -9 });
  assert.deepEqual(led("ArrowDown"), { x: 6, y: 5 });
});

test("where nothing lies, it leads nowhere", () => {
  assert.equal(toward([from], from, [1, 0]), undefined);
});

test("each spot is reached from another one", () => {
  const reached = new Set(spots.flatMap((one) => Object.values(ARROWS).map((direction) => toward(spots, one, direction))));
  assert.ok(spots.every((one) => reached.has(one)));
});
