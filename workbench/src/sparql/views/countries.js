// Which countries the rows of an answer name, and what they say of each.
import { numberOf } from "../terms.js";

/** @typedef {import("../answers.js").Row} Row */
/** @typedef {import("../terms.js").Term} Term */

/**
 * The code of the country that a term names, by its ISO 3166-1 alpha-3 code or as the dataset does.
 * @param {Term | undefined} term
 * @param {{has: (code: string) => boolean}} known
 */
export function countryOf(term, known) {
  if (!term || term.type === "bnode" || numberOf(term) !== null) return null;
  const found = term.type === "uri" ? /(?:\/place\/|\/state-)([a-z]{3})$/i.exec(term.value)?.[1] : /^[A-Za-z]{3}$/.exec(term.value)?.[0];
  const code = found?.toUpperCase() ?? "";
  return known.has(code) ? code : null;
}

/**
 * The columns that name countries, the one with most of them first.
 * @param {string[]} columns
 * @param {Row[]} rows
 * @param {{has: (code: string) => boolean}} known
 */
export function naming(columns, rows, known) {
  const counts = columns.map((_, at) => ({ at, found: rows.filter((row) => countryOf(row[at], known) !== null).length }));
  return counts.filter(({ found }) => found > 0).sort((a, b) => b.found - a.found || a.at - b.at).map(({ at }) => at);
}

/**
 * What rows say of each country: the sum of a column, or how many they are.
 * @param {Row[]} rows
 * @param {number} where
 * @param {number | null} what
 * @param {{has: (code: string) => boolean}} known
 */
export function byCountry(rows, where, what, known) {
  /** @type {Map<string, {term: Term, value: number}>} */
  const found = new Map();
  let left = 0;
  for (const row of rows) {
    const term = row[where];
    const code = countryOf(term, known);
    const value = what === null ? 1 : numberOf(row[what]);
    if (code === null || value === null || !term) left++;
    else found.set(code, { term, value: (found.get(code)?.value ?? 0) + value });
  }
  return { found, left };
}
