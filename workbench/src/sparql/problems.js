// What the server says is wrong with a question: where, and in the page's language.

/** @typedef {{line: number, column: number, words: string}} Problem */

const PLACE = /line (\d+), column (\d+): (.*)$/s;
const REASONS = /** @type {[RegExp, string][]} */ ([
  [/^what stands here is not expected\.?$/, "not_expected"],
  [/^this prefix is not declared\.?$/, "not_declared"],
]);

/**
 * Where a question breaks, and why; null if the server does not say where.
 * @param {string} words
 * @param {(key: string, values?: Record<string, string | number>) => string} said
 * @returns {Problem | null}
 */
export function problemOf(words, said) {
  const found = PLACE.exec(words.trim());
  if (!found) return null;
  const reason = found[3] ?? "";
  const key = REASONS.find(([pattern]) => pattern.test(reason))?.[1];
  const expected = /^expected (.+?)\.?$/s.exec(reason)?.[1];
  const told = key ? said(key) : expected ? said("expected", { what: expected }) : reason;
  return { line: Number(found[1]), column: Number(found[2]), words: told };
}

/**
 * What a status means, in the page's language, with what the server says where it says more.
 * @param {number} status
 * @param {string} words
 * @param {(key: string, values?: Record<string, string | number>) => string} said
 */
export function refusalOf(status, words, said) {
  const problem = problemOf(words, said);
  if (problem) return said("syntax", { line: problem.line, column: problem.column, words: problem.words });
  const keys = /** @type {Record<number, string>} */ ({ 413: "too_large", 503: "busy", 504: "too_long", 507: "too_much" });
  const key = keys[status];
  return key ? said(key) : words;
}
