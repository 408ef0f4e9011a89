// SPARQL read as a row of words: enough to lay it out and to know where in a pattern one is.

/** @typedef {"iri" | "string" | "comment" | "variable" | "name" | "word" | "number" | "tag" | "sign"} Kind */
/** @typedef {{kind: Kind, text: string, from: number, to: number}} Token */

/** @type {[Kind, string][]} */
const PARTS = [
  ["comment", "#[^\\n]*"],
  ["iri", "<[^<>\"{}|^`\\\\\\u0000-\\u0020]*>"],
  ["string", "\"\"\"(?:[^\"\\\\]|\\\\[^]|\"{1,2}(?!\"))*\"\"\"|'''(?:[^'\\\\]|\\\\[^]|'{1,2}(?!'))*'''|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'"],
  ["variable", "[?$][\\p{L}\\p{N}_]+"],
  ["tag", "@[A-Za-z]+(?:-[A-Za-z0-9]+)*"],
  ["name", "(?:_|[\\p{L}](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_-])?)?:(?:(?:[\\p{L}\\p{N}_:-]|%[0-9A-Fa-f]{2}|\\\\[^\\s])(?:(?:[\\p{L}\\p{N}_:.-]|%[0-9A-Fa-f]{2}|\\\\[^\\s])*(?:[\\p{L}\\p{N}_:-]|%[0-9A-Fa-f]{2}|\\\\[^\\s]))?)?"],
  ["number", "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?"],
  ["word", "[\\p{L}][\\p{L}\\p{N}_]*"],
  ["sign", "\\^\\^|&&|\\|\\||!=|<=|>=|[^\\s]"],
];
const TOKEN = new RegExp(PARTS.map(([, part]) => `(${part})`).join("|"), "gu");

/**
 * The words of a text, in order; blanks lie between them.
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  return [...text.matchAll(TOKEN)].map((found) => {
    const at = PARTS.findIndex((_, number) => found[number + 1] !== undefined);
    const kind = /** @type {[Kind, string]} */ (PARTS[at])[0];
    return { kind, text: found[0], from: found.index, to: found.index + found[0].length };
  });
}

/** @typedef {"subject" | "property" | "object" | "class" | "graph" | "elsewhere"} Place */

const ENDS = new Set(["{", "}", ".", "(", ")", ";", "["]);
const CLAUSE = /^(?:OPTIONAL|UNION|MINUS|GRAPH|FILTER|BIND|VALUES|SERVICE|WHERE|SELECT|FROM|NAMED)$/i;

/**
 * Which part of a pattern the next word would be.
 * @param {string} before  The text up to where that word begins.
 * @returns {Place}
 */
export function placeAfter(before) {
  const found = tokens(before).filter(({ kind }) => kind !== "comment");
  const last = found.at(-1)?.text ?? "";
  if (/^(?:GRAPH|FROM|NAMED)$/i.test(last)) return "graph";
  let at = found.length;
  while (at > 0 && !ENDS.has(found[at - 1]?.text ?? "") && !CLAUSE.test(found[at - 1]?.text ?? "")) at--;
  const start = found[at - 1]?.text ?? "";
  if (start === "(" || !found.some(({ text }) => text === "{")) return "elsewhere";
  const places = ["subject", "property", last === "a" || last === "rdf:type" ? "class" : "object"];
  const part = found.slice(at).reduce(counted, start === ";" || start === "[" ? 1 : 0);
  return /** @type {Place} */ (places[part] ?? "elsewhere");
}

/** @param {number} part @param {Token} token */
function counted(part, { kind, text }) {
  if (kind === "tag") return part;
  if (text === "^^" || text === "/" || text === "|") return part - 1;
  if (text === ",") return 2;
  return kind === "sign" ? part : part + 1;
}
