// What stands in an answer: IRIs, blank nodes and literals, and how they are read and written.

/** @typedef {{type: "uri" | "bnode" | "literal" | "triple", value: string, "xml:lang"?: string, datatype?: string}} Term */

export const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set([
  "integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
  "negativeInteger", "nonPositiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
].map((name) => XSD + name));
const TIMES = new Set(["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name));

/**
 * The number that a term is; null if it is none.
 * @param {Term | undefined} term
 */
export function numberOf(term) {
  if (term?.type !== "literal" || !NUMBERS.has(term.datatype ?? "")) return null;
  const value = Number(term.value);
  return Number.isFinite(value) ? value : null;
}

/** @param {Term | undefined} term */
export const isTime = (term) => term?.type === "literal" && TIMES.has(term.datatype ?? "");

/**
 * An IRI as it is written with a prefix; the whole if none fits.
 * @param {string} iri
 * @param {Record<string, string>} prefixes
 */
export function short(iri, prefixes) {
  let best = "";
  for (const [prefix, space] of Object.entries(prefixes)) {
    if (iri.startsWith(space) && space.length > (prefixes[best] ?? "").length) best = prefix;
  }
  const rest = best ? iri.slice((prefixes[best] ?? "").length) : "";
  return best && /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u.test(rest) ? `${best}:${rest}` : iri;
}

/**
 * What a reader needs of an IRI: its name with prefix, or its last parts.
 * @param {string} iri
 * @param {Record<string, string>} prefixes
 */
export function brief(iri, prefixes) {
  const named = short(iri, prefixes);
  if (named !== iri) return named;
  const thing = /^https:\/\/w3id\.org\/coordgraph\/(?:id|graph)\/(.+)$/.exec(iri);
  return thing?.[1] ?? iri;
}

/**
 * A term as SPARQL writes it.
 * @param {Term | undefined} term
 */
export function written(term) {
  if (!term) return "";
  if (term.type === "uri") return `<${term.value}>`;
  if (term.type === "bnode") return `_:${term.value}`;
  const text = `"${term.value.replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
  if (term["xml:lang"]) return `${text}@${term["xml:lang"]}`;
  return term.datatype && term.datatype !== `${XSD}string` ? `${text}^^<${term.datatype}>` : text;
}

/** @type {Record<string, string>} */
const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const PART = /\s*(?:<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?|(\.))/suy;

/**
 * The statements of N-Triples; each has three terms.
 * @param {string} text
 * @returns {[Term, Term, Term][]}
 */
export function statements(text) {
  /** @type {[Term, Term, Term][]} */
  const found = [];
  /** @type {Term[]} */
  let parts = [];
  PART.lastIndex = 0;
  for (let part = PART.exec(text); part; part = PART.exec(text)) {
    if (part[6] === undefined) parts.push(termOf(part));
    else {
      if (parts.length === 3) found.push(/** @type {[Term, Term, Term]} */ (parts));
      parts = [];
    }
  }
  return found;
}

/** @param {RegExpExecArray} part @returns {Term} */
function termOf([, iri, blank, text, lang, datatype]) {
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: unescaped(text ?? ""), ...(lang && { "xml:lang": lang }), ...(datatype && { datatype }) };
}

/** @type {Record<string, string>} */
const SIGNS = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** @param {string} text */
const unescaped = (text) =>
  text.includes("\\")
    ? text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, four, eight, sign) =>
        four || eight ? String.fromCodePoint(parseInt(four ?? eight, 16)) : (SIGNS[sign] ?? sign))
    : text;
