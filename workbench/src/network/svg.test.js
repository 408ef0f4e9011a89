import assert from "node:assert/strict";
import test from "node:test";

import { svg } from "./svg.js";
import { escaped } from "./xml.js";

const dot = (/** @type {string} */ label, /** @type {number} */ x, more = {}) => ({ x, y: x / 2, radius: 5, colour: "#112233", label, hollow: false, ...more });
const looks = { title: "T", note: "N", source: "https://example.org/?a=1&b=2", paper: "#fff", ink: "#000", soft: "#555", font: "serif", legends: [{ title: "Levels", entries: [{ colour: "#0072b2", label: "policy", line: true }] }] };
const line = (/** @type {number} */ lane) => ({ source: 0, target: 1, colour: "#0072b2", width: 2, lane });

test("every actor is a circle with its name, and every tie a line of its own", () => {
  const found = svg({ ...looks, dots: [dot("one", 0), dot("two", 4, { hollow: true })], lines: [line(-2), line(2)] });
  assert.equal(found.match(/<circle [^>]*><title>/g)?.length, 2);
  const paths = found.match(/<path d="M[^"]*L[^"]*"/g) ?? [];
  assert.equal(new Set(paths).size, 2);
  assert.match(found, /stroke="#112233"/);
  assert.match(found, />policy<\/text>/);
  assert.match(found, />https:\/\/example\.org\/\?a=1&amp;b=2<\/text>/);
});

test("names are text, and what XML forbids is left out", () => {
  const found = svg({ ...looks, dots: [dot("<script>\u0000\ud800&\"'", 0)], lines: [] });
  assert.doesNotMatch(found, /<script>/);
  assert.match(found, /&lt;script&gt;&amp;&quot;&#39;/);
  assert.equal(escaped(null), "");
});

test("a picture without actors is a picture", () => {
  assert.match(svg({ ...looks, dots: [], lines: [] }), /^<svg [\s\S]*<\/svg>\n$/);
});
