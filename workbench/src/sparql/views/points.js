// Which columns of an answer a chart shows, and the points that they give.
import { kindOf } from "../answers.js";
import { isTime, numberOf } from "../terms.js";

/** @typedef {import("../answers.js").Row} Row */
/** @typedef {import("../terms.js").Term} Term */
/** @typedef {{label: string, term: Term | undefined, x: number | null, y: number}} Point */

/** @param {string[]} columns @param {Row[]} rows */
export const numeric = (columns, rows) => columns.map((_, at) => at).filter((at) => kindOf(rows, at) === "number");

/**
 * The columns that a chart shows at first: a number, and what tells the rows apart best.
 * @param {string[]} columns
 * @param {Row[]} rows
 * @returns {{x: number, y: number, form: "bars" | "lines"} | null}
 */
export function proposed(columns, rows) {
  const numbers = numeric(columns, rows);
  const others = columns.map((_, at) => at).filter((at) => !numbers.includes(at) && kindOf(rows, at) !== "empty");
  const along = columns.findIndex((_, at) => isAlong(rows, at));
  const named = others.find((at) => /name|label|title/i.test(columns[at] ?? "")) ?? others[0];
  const years = numbers.find((at) => /year|decade|date/i.test(columns[at] ?? ""));
  const y = numbers.findLast((at) => at !== years);
  if (y === undefined) return null;
  if (years !== undefined || along >= 0) return { x: years ?? along, y: numbers.find((at) => at !== years) ?? y, form: "lines" };
  return { x: named ?? numbers.find((at) => at !== y) ?? y, y, form: "bars" };
}

/** @param {Row[]} rows @param {number} at */
function isAlong(rows, at) {
  const terms = rows.map((row) => row[at]).filter((term) => term !== undefined);
  return terms.length > 1 && terms.every(isTime);
}

/**
 * @param {Row[]} rows
 * @param {number} x
 * @param {number} y
 * @param {(term: Term) => string} text
 * @returns {Point[]}
 */
export function points(rows, x, y, text) {
  return rows.flatMap((row) => {
    const value = numberOf(row[y]);
    const term = row[x];
    return value === null ? [] : [{ label: term ? text(term) : "", term, x: along(term), y: value }];
  });
}

/** Where a value lies on an axis: a number, or a year with its part. @param {Term | undefined} term */
export function along(term) {
  const value = numberOf(term);
  if (value !== null || !term) return value;
  const found = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(term.value);
  if (!found) return null;
  return Number(found[1]) + (Number(found[2] ?? 1) - 1) / 12 + (Number(found[3] ?? 1) - 1) / 365;
}
