// What the server answers to a question, as the views show it.
import { numberOf, statements } from "./terms.js";

/** @typedef {import("./terms.js").Term} Term */
/** @typedef {(Term | undefined)[]} Row */
/**
 * @typedef {{kind: "rows" | "statements", columns: string[], rows: Row[], body: string, media: string}
 *   | {kind: "boolean", value: boolean, body: string, media: string}} Answer
 */

const MANY = 20_000;

/** What is asked for: rows as JSON, statements as N-Triples. */
export const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";

/**
 * @param {string} body
 * @param {string} media
 * @returns {Answer}
 */
export function answerOf(body, media) {
  if (media.includes("n-triples")) {
    return { kind: "statements", columns: ["subject", "predicate", "object"], rows: statements(body), body, media };
  }
  const found = JSON.parse(body);
  if (typeof found.boolean === "boolean") return { kind: "boolean", value: found.boolean, body, media };
  /** @type {string[]} */
  const columns = found.head.vars;
  const rows = found.results.bindings.map((/** @type {Record<string, Term>} */ row) => columns.map((name) => row[name]));
  return { kind: "rows", columns, rows, body, media };
}

/**
 * The rows that have a text somewhere, without regard to case and accents.
 * @param {Row[]} rows
 * @param {string} text
 */
export function filtered(rows, text) {
  const sought = folded(text.trim());
  return sought ? rows.filter((row) => row.some((term) => term && folded(term.value).includes(sought))) : rows;
}

/** @param {string} text */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The rows ordered by a column: numbers by value, before texts; what is empty last.
 * @param {Row[]} rows
 * @param {number} column
 * @param {boolean} down
 * @param {(term: Term) => string} [text]  What a term is ordered by.
 */
export function sorted(rows, column, down, text = (term) => term.value) {
  const many = rows.length > MANY;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const compare = many ? (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : Number(a > b)) : collator.compare;
  const keyed = rows.map((row) => {
    const term = row[column];
    return { row, number: numberOf(term), text: term && (many ? folded(text(term)) : text(term)) };
  });
  keyed.sort((a, b) => {
    if (a.text === undefined || b.text === undefined) return Number(a.text === undefined) - Number(b.text === undefined);
    const sign = down ? -1 : 1;
    if (a.number !== null && b.number !== null) return sign * (a.number - b.number);
    if (a.number !== null || b.number !== null) return sign * (Number(a.number === null) - Number(b.number === null));
    return sign * compare(a.text, b.text);
  });
  return keyed.map(({ row }) => row);
}

/**
 * Of which kind the values of a column are, as far as all of them agree.
 * @param {Row[]} rows
 * @param {number} column
 * @returns {"number" | "iri" | "text" | "empty"}
 */
export function kindOf(rows, column) {
  let kind = /** @type {"number" | "iri" | "text" | "empty"} */ ("empty");
  for (const row of rows) {
    const term = row[column];
    if (!term) continue;
    const its = numberOf(term) !== null ? "number" : term.type === "uri" ? "iri" : "text";
    if (kind === "empty") kind = its;
    else if (kind !== its) return "text";
  }
  return kind;
}
