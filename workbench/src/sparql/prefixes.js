// Prefixes of a question: which are declared, which are used, and where a new one goes.
import { tokens } from "./tokens.js";

/**
 * The prefixes that a question declares.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function declared(text) {
  const found = tokens(text);
  /** @type {Record<string, string>} */
  const prefixes = {};
  found.forEach(({ kind, text: word }, at) => {
    const [name, iri] = [found[at + 1], found[at + 2]];
    if (kind === "word" && /^prefix$/i.test(word) && name?.text.endsWith(":") && iri?.kind === "iri") {
      prefixes[name.text.slice(0, -1)] = iri.text.slice(1, -1);
    }
  });
  return prefixes;
}

/**
 * The prefixes that a question uses and does not declare, in order.
 * @param {string} text
 */
export function undeclared(text) {
  const there = declared(text);
  const used = tokens(text)
    .filter(({ kind, text: word }) => kind === "name" && !word.startsWith("_:"))
    .map(({ text: word }) => word.slice(0, word.indexOf(":")));
  return [...new Set(used)].filter((prefix) => !(prefix in there)).sort();
}

/**
 * Those of them that are known.
 * @param {string} text
 * @param {Record<string, string>} known
 */
export const missing = (text, known) => undeclared(text).filter((prefix) => prefix in known);

/**
 * What to insert, and where, so that prefixes are declared: after those that are.
 * @param {string} text
 * @param {string[]} prefixes
 * @param {Record<string, string>} known
 * @returns {{from: number, insert: string} | null}
 */
export function insertion(text, prefixes, known) {
  if (!prefixes.length) return null;
  const lines = prefixes.map((prefix) => `PREFIX ${prefix}: <${known[prefix]}>\n`).join("");
  const found = tokens(text);
  let end = 0;
  found.forEach(({ text: word }, at) => {
    if (/^prefix$/i.test(word) && found[at + 2]?.kind === "iri") end = found[at + 2]?.to ?? end;
    if (/^base$/i.test(word) && found[at + 1]?.kind === "iri") end = found[at + 1]?.to ?? end;
  });
  if (end > 0) return { from: end, insert: `\n${lines.trimEnd()}` };
  const first = found.find(({ kind }) => kind !== "comment");
  const from = first ? lineStart(text, first.from) : text.length;
  return { from, insert: `${lines}\n` };
}

/** @param {string} text @param {number} at */
const lineStart = (text, at) => (text.slice(0, at).trim() ? text.lastIndexOf("\n", at - 1) + 1 : at);
