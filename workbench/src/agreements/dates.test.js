import assert from "node:assert/strict";
import test from "node:test";

import { byDay, inForce, span, stretch } from "./dates.js";

const nothing = { signed: null, in_force: null, ended: null, status: "" };

test("a year is a year long, a month a month, a day a day", () => {
  assert.deepEqual(stretch("1990"), { from: 1990, to: 1991 });
  const month = stretch("1990-07");
  assert.equal(month?.from, 1990.5);
  assert.ok(Math.abs((month?.to ?? 0) - 1990.5 - 1 / 12) < 1e-9);
  assert.ok((stretch("1990-12-31")?.to ?? 0) <= 1991);
  assert.equal(stretch("soon"), null);
  assert.equal(stretch(null), null);
  assert.ok(byDay("1990-07-01"));
  assert.ok(!byDay("1990-07"));
});

test("in force is from the known date to the known end", () => {
  const one = { ...nothing, in_force: "1982-12-18", ended: "2005-06-01", status: "superseded" };
  assert.equal(inForce(one, 1981), false);
  assert.equal(inForce(one, 1982), true);
  assert.equal(inForce(one, 2005), true);
  assert.equal(inForce(one, 2006), false);
});

test("what no date tells is not known", () => {
  assert.equal(inForce(nothing, 2000), null);
  assert.equal(inForce({ ...nothing, in_force: "1990", status: "superseded" }, 2000), null);
  assert.equal(inForce({ ...nothing, in_force: "1990", status: "in-force" }, 2000), true);
  assert.equal(inForce({ ...nothing, ended: "1990" }, 2000), false);
  assert.equal(inForce({ ...nothing, signed: "1990" }, 2000), null);
});

test("the span has the first and last known year, and now", () => {
  assert.equal(span([nothing], 2026), null);
  assert.deepEqual(span([{ ...nothing, signed: "1947-05" }, { ...nothing, ended: "2030" }], 2026), { first: 1947, last: 2030 });
  assert.deepEqual(span([{ ...nothing, signed: "1947" }], 2026), { first: 1947, last: 2026 });
});
