// Rows written as files: as SPARQL has it, and so that no spreadsheet takes a cell for a formula.
//
// SPARQL 1.1 Query Results CSV and TSV Formats. W3C Recommendation, 2013.
import { written } from "./terms.js";

/** @typedef {import("./answers.js").Row} Row */

const FORMULA = /^'*[=+\-@\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** @param {string} text */
const quoted = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param {import("./terms.js").Term | undefined} term */
const bare = (term) => (term ? (term.type === "bnode" ? `_:${term.value}` : term.value) : "");

/**
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export const csv = (columns, rows) => lines([columns, ...rows.map((row) => row.map(bare))], quoted, ",", "\r\n");

/**
 * CSV in which a cell that a spreadsheet would take for a formula has an apostrophe before it.
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export const sheet = (columns, rows) =>
  lines([columns, ...rows.map((row) => row.map(bare))], (text) => quoted(harmless(text)), ",", "\r\n");

/**
 * @param {string[]} columns
 * @param {Row[]} rows
 */
export const tsv = (columns, rows) =>
  lines([columns.map((name) => `?${name}`), ...rows.map((row) => row.map(written))], (text) => text, "\t", "\n");

/** @param {string} text */
const harmless = (text) => (FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text);

/**
 * @param {string[][]} rows
 * @param {(text: string) => string} cell
 * @param {string} between
 * @param {string} end
 */
const lines = (rows, cell, between, end) => rows.map((row) => row.map(cell).join(between) + end).join("");
