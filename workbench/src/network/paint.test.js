import assert from "node:assert/strict";
import test from "node:test";

import { byCategory, byValue, CATEGORIES, mixed, radii, SCALE } from "./paint.js";

const all = Uint8Array.from({ length: 30 }, () => 1);

test("areas grow with values, and who has none is smallest", () => {
  const found = radii((at) => (at ? at : null), all, 30);
  assert.equal(Math.min(...found), found[0]);
  assert.equal(Math.max(...found), found[29]);
  assert.ok(found.every((one) => one > 0));
});

test("equal values give equal sizes, and no values too", () => {
  assert.equal(new Set(radii(() => 0, all, 30)).size, 1);
  assert.equal(new Set(radii(null, all, 30)).size, 1);
});

test("the most frequent categories have colours, the same whatever is filtered", () => {
  const category = (/** @type {number} */ at) => (at < 12 ? "many" : `rare ${at}`);
  const whole = byCategory(category, all, all, "#888888");
  assert.equal(whole.entries[0]?.key, "many");
  assert.equal(whole.colours[0], CATEGORIES[0]);
  assert.equal(whole.entries.at(-1)?.key, "");
  const few = byCategory(category, Uint8Array.from(all, (_, at) => (at === 0 ? 1 : 0)), all, "#888888");
  assert.deepEqual(few.entries.map(({ key, count }) => [key, count]), [["many", 1]]);
  assert.deepEqual(few.colours, whole.colours);
});

test("the least value has the first colour, the greatest the last one, no value another", () => {
  const found = byValue((at) => (at === 5 ? null : at), all, SCALE.light, "#888888");
  assert.equal(found.colours[0], SCALE.light[0]);
  assert.equal(found.colours[29], SCALE.light.at(-1));
  assert.equal(found.colours[5], "#888888");
  assert.deepEqual(found.range, [0, 29]);
  assert.equal(mixed(["#000000", "#ffffff"], 0.5), "#808080");
});
