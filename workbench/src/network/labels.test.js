import assert from "node:assert/strict";
import test from "node:test";

import { placed, shortened } from "./labels.js";

const room = { width: 800, height: 600 };

test("no label lies over another, and the first come first", () => {
  const random = (() => { let seed = 1; return () => (seed = (seed * 16807) % 2147483647) / 2147483647; })();
  const wanted = Array.from({ length: 500 }, (_, at) => ({ at, x: random() * 800, y: random() * 600, radius: 4, width: 60 + random() * 120, height: 15 }));
  const found = placed(wanted, room, 400);
  assert.equal(found[0]?.at, 0);
  assert.ok(found.length > 60);
  const boxes = found.map(({ at, left, top }) => ({ left, top, right: left + (wanted[at]?.width ?? 0) }));
  for (const [nth, one] of boxes.entries())
    for (const other of boxes.slice(nth + 1))
      assert.ok(one.left >= other.right || other.left >= one.right || Math.abs(one.top - other.top) >= 15);
});

test("a label that has no room at the right stands at the left", () => {
  const [found] = placed([{ at: 0, x: 790, y: 100, radius: 4, width: 100, height: 15 }], room, 1);
  assert.ok(found && found.left < 700);
});

test("no label lies over an actor that came before its own", () => {
  const one = { at: 0, x: 140, y: 104, radius: 9, width: 80, height: 15 };
  const other = { at: 1, x: 100, y: 100, radius: 4, width: 80, height: 15 };
  assert.ok((placed([one, other], room, 2)[1]?.left ?? 100) < 100);
  assert.ok((placed([other, one], room, 2)[0]?.left ?? 0) > 100);
});

test("a label avoids actors that come after its own, if it can", () => {
  const one = { at: 0, x: 100, y: 100, radius: 9, width: 80, height: 15 };
  const right = { at: 1, x: 150, y: 101, radius: 4, width: 80, height: 15 };
  const left = { ...right, at: 2, x: 50 };
  const [low, high] = [{ ...right, at: 3, x: 100, y: 118 }, { ...right, at: 4, x: 100, y: 82 }];
  const where = (/** @type {typeof one[]} */ ...all) => placed(all, room, 1, all)[0];
  assert.equal(where(one, right)?.left, 8);
  assert.ok((where(one, right, left)?.top ?? 100) < 85);
  assert.ok((where(one, right, left, high)?.top ?? 100) > 115);
  assert.equal(where(one, right, left, high, low)?.left, 112);
});

test("a long name is cut between letters", () => {
  assert.equal(shortened("short"), "short");
  assert.equal([...shortened("😀".repeat(50))].length, 38);
  assert.equal([...shortened("x".repeat(10_000))].length, 38);
});
