import assert from "node:assert/strict";
import test from "node:test";

import { address, latest } from "./api.js";

test("an address leaves out what is not given and repeats what is a list", () => {
  assert.equal(address("/api/ties", { a: "x y", b: null, c: "", d: ["1", "2"], e: false }), "/api/ties?a=x+y&d=1&d=2&e=false");
  assert.equal(address("/api/ties"), "/api/ties");
});

test("only the latest answer counts", async () => {
  /** @type {((value: string) => void)[]} */
  const waiting = [];
  const ask = latest((_, /** @type {string} */ word) => new Promise((done) => waiting.push(() => done(word))));
  const first = ask("one");
  const second = ask("two");
  for (const answer of waiting) answer("");
  assert.equal(await first, undefined);
  assert.equal(await second, "two");
});

test("an error of what was dropped is dropped, and one of the latest is thrown", async () => {
  const ask = latest(async (signal, /** @type {string} */ word) => {
    await Promise.resolve();
    throw new Error(word);
  });
  const first = ask("one");
  const second = ask("two");
  assert.equal(await first, undefined);
  await assert.rejects(second, /two/);
});
