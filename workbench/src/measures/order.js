// The order of rows: by a number, highest or lowest first; what has none comes last.

/**
 * Compare two values of a column.
 * @param {string | number | undefined} a
 * @param {string | number | undefined} b
 * @param {boolean} falling
 * @param {string} [language]
 */
export function compare(a, b, falling, language) {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order = typeof a === "string" && typeof b === "string" ? a.localeCompare(b, language) : Number(a) - Number(b);
  return falling ? -order : order;
}

/**
 * What each value is of the largest one, from 0 to 1; nothing for values below zero.
 * @param {(number | undefined)[]} values
 */
export function shares(values) {
  const highest = Math.max(0, ...values.filter((one) => one !== undefined));
  return values.map((one) => (one === undefined || one <= 0 || highest === 0 ? 0 : one / highest));
}
