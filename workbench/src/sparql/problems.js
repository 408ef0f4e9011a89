// What the server says is wrong with a question: where, and why.

/** @typedef {{line: number, column: number, words: string}} Problem */

const PLACE = /\p{L}+ (\d+), \p{L}+ (\d+): (.*)$/su;

/**
 * Where a question breaks, and why; null if the server does not say where.
 * @param {string} words - in whatever language
 * @returns {Problem | null}
 */
export function problemOf(words) {
  const found = PLACE.exec(words.trim());
  return found && { line: Number(found[1]), column: Number(found[2]), words: found[3] ?? "" };
}
