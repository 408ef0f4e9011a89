import assert from "node:assert/strict";
import test from "node:test";

import { dated, read, selection, START, written } from "./state.js";

test("an address without parameters is the start, and the start has none", () => {
  assert.deepEqual(read(""), START);
  assert.equal(written(START), "");
});

test("what is written is read again", () => {
  const address = "level=policy&level=none&practice=siaci&country=ARG&network=practices&groups=drop&undated=drop&year=1998&lift_to=state&reading=chapter-text&arranged=1&size=betweenness&colour=country&actor=urn%3Aa&to=urn%3Ab&at=0.5%2C0.25%2C0.1";
  assert.equal(written(read(address)), address);
});

test("what an address cannot mean is left out", () => {
  assert.deepEqual(read("year=soon&network=%3Cscript%3E&at=1,2&lift=maybe&lift_to=town"), START);
});

test("an old address of lifted units is understood", () => {
  assert.equal(written(read("lift=1")), "lift_to=institution");
  assert.equal(selection(read("lift=1&reading=any")).given.lift_to, "institution");
});

test("a year is a window of its days", () => {
  assert.deepEqual(dated(START, 1998).filter.during, ["1998-01-01", "1998-12-31"]);
  assert.equal(dated(dated(START, 1998), null).filter.during, null);
});

test("the server is asked what it knows of a filter, and the rest is told", () => {
  const one = selection(read("level=policy&practice=siaci&year=1998&kind=agreement"));
  assert.deepEqual(one.unsaid, []);
  assert.equal(one.given.level, "policy");
  assert.equal(one.given.during, "1998/1998");
  const many = selection(read("level=policy&level=none&country=ARG&actor_kind=ministry"));
  assert.deepEqual(many.unsaid, ["level", "country", "actor_kind"]);
});
