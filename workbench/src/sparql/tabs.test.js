import assert from "node:assert/strict";
import test from "node:test";

import { Memory, Tabs } from "./tabs.js";

/** @param {Memory} storage */
function opened(storage) {
  let time = 0;
  let number = 0;
  const start = storage.length;
  return new Tabs(storage, { now: () => ++time + 1000 * start, id: () => `t${start}-${++number}` });
}

/** @param {Tabs} tabs */
const names = (tabs) => tabs.open().map(({ name }) => name);

test("questions are there again when the page is opened again", () => {
  const storage = new Memory();
  const tabs = opened(storage);
  tabs.add("Question", "ASK {}");
  tabs.add("Question", "ASK { ?s ?p ?o }");
  tabs.change(tabs.chosen, { sparql: "SELECT * {}", name: "Mine" });
  const again = opened(storage);
  assert.deepEqual(names(again), ["Question", "Mine"]);
  assert.equal(again.current()?.sparql, "SELECT * {}");
});

test("two tabs never have the same name, and the same question is not opened twice", () => {
  const tabs = opened(new Memory());
  const first = tabs.add("Q", "ASK {}");
  tabs.add("Q", "ASK { ?s a ?o }");
  assert.equal(tabs.add("Other", "ASK {}"), first);
  assert.deepEqual(names(tabs), ["Q", "Q 2"]);
});

test("what is closed can be opened again, the last one first; what is empty goes", () => {
  const storage = new Memory();
  const tabs = opened(storage);
  for (const text of ["ASK {}", "", "SELECT * {}"]) tabs.add("Q", text);
  for (const { id } of tabs.open()) tabs.close(id);
  assert.deepEqual(names(tabs), []);
  const again = opened(storage);
  assert.deepEqual(again.closed().map(({ sparql }) => sparql), ["SELECT * {}", "ASK {}"]);
  const back = /** @type {import("./tabs.js").Tab} */ (again.closed()[1]);
  again.reopen(back.id);
  assert.equal(again.current()?.sparql, "ASK {}");
});

test("the neighbour of a tab that is closed is chosen", () => {
  const tabs = opened(new Memory());
  const ids = ["A", "B", "C"].map((name) => tabs.add(name)?.id ?? "");
  tabs.choose(ids[1] ?? "");
  tabs.close(ids[1] ?? "");
  assert.equal(tabs.chosen, ids[2]);
  tabs.close(ids[2] ?? "");
  assert.equal(tabs.chosen, ids[0]);
});

test("two windows write one question together, and neither answers the other", () => {
  const storage = new Memory();
  const here = opened(storage);
  const { id } = here.add("Q", "ASK {}") ?? { id: "" };
  const there = opened(storage);
  there.change(id, { sparql: "ASK { there }" });
  const key = `coordgraph.question.${id}`;
  assert.ok(here.heard(key, storage.getItem(key)));
  assert.equal(here.current()?.sparql, "ASK { there }");
  const before = storage.getItem(key);
  here.change(id, { sparql: "ASK { there }" });
  assert.equal(storage.getItem(key), before);
});

test("where another window closes the chosen question its neighbour is chosen", () => {
  const storage = new Memory();
  const here = opened(storage);
  here.add("A", "ASK { a }");
  const { id } = here.add("B", "ASK { b }") ?? { id: "" };
  const there = opened(storage);
  there.close(id);
  const key = `coordgraph.question.${id}`;
  here.heard(key, storage.getItem(key));
  assert.equal(here.current()?.name, "A");
});

test("what another window adds or drops is followed, unless it is open here", () => {
  const storage = new Memory();
  const here = opened(storage);
  here.add("Q", "ASK {}");
  const added = { id: "x", name: "X", sparql: "ASK { x }", open: true, changed: 5 };
  assert.ok(here.heard("coordgraph.question.x", JSON.stringify(added)));
  assert.deepEqual(names(here), ["Q", "X"]);
  assert.equal(here.heard(`coordgraph.question.${here.chosen}`, null), false);
  assert.deepEqual(names(here), ["Q", "X"]);
  assert.equal(here.heard("another.key", "1"), false);
});

test("what cannot be kept is told, and what is no question is not read", () => {
  const storage = new Memory();
  storage.setItem("coordgraph.question.bad", "{");
  storage.setItem("coordgraph.question.odd", '{"id": 3}');
  const tabs = opened(storage);
  storage.setItem = () => {
    throw new Error("QuotaExceededError");
  };
  tabs.add("Q", "ASK {}");
  assert.equal(tabs.stored, false);
  assert.deepEqual(names(tabs), ["Q"]);
});
