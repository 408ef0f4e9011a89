// Questions of the library: their parameters in the text, and the address of their answer.

/** @typedef {{term: string, label: string}} Choice */
/** @typedef {{says: string, default: string, kind: "actor" | "choice" | "text", choices: Choice[]}} Parameter */
/** @typedef {{name: string, summary: string, question: string, parameters: Record<string, Parameter>, columns: Record<string, string>, sparql: string}} Query */

/** @param {string} name */
const line = (name) => new RegExp(`(VALUES\\s+\\?${name}\\s*\\{)([^}]*)\\}`, "i");

/**
 * The term that a question gives for a parameter; null if it has no place for it.
 * @param {string} sparql
 * @param {string} name
 */
export function given(sparql, name) {
  const term = line(name).exec(sparql)?.[2]?.trim();
  return term ?? null;
}

/**
 * The question with another term for a parameter.
 * @param {string} sparql
 * @param {string} name
 * @param {string} term
 */
export const changed = (sparql, name, term) => sparql.replace(line(name), (_, start) => `${start} ${term} }`);

/**
 * The term that a text stands for, in the manner of the default.
 * @param {string} text
 * @param {string} fallback
 * @returns {string | null}
 */
export function termOf(text, fallback) {
  const value = text.trim();
  if (!value) return null;
  if (fallback.startsWith('"')) return JSON.stringify(value) + (/^"(?:[^"\\]|\\.)*"(.*)$/.exec(fallback)?.[1] ?? "");
  if (!fallback.startsWith("<")) return /^[+-]?\d+(?:\.\d+)?$/.test(value) ? value : null;
  const bare = value.replace(/^<(.*)>$/, "$1");
  const iri = /^[a-z][\w+.-]*:/i.test(bare) ? bare : fallback.slice(1, -1).replace(/[^/#]*$/, "") + bare;
  return /^[^<>"{}|^`\\\s]+$/.test(iri) ? `<${iri}>` : null;
}

/**
 * A term as a reader knows it: what stands between its signs.
 * @param {string} term
 */
export const bare = (term) => term.replace(/^<(.*)>$/, "$1").replace(/^"((?:[^"\\]|\\.)*)".*$/, "$1");

/**
 * The address of a question's answer; null if the text is no longer that question.
 * @param {Query} query
 * @param {string} sparql
 * @param {string} format
 */
export function address(query, sparql, format) {
  let plain = sparql;
  const search = new URLSearchParams();
  for (const [name, parameter] of Object.entries(query.parameters)) {
    const term = given(sparql, name);
    if (term === null) return null;
    if (term !== parameter.default) search.set(name, bare(term));
    plain = changed(plain, name, parameter.default);
  }
  if (squeezed(plain) !== squeezed(query.sparql)) return null;
  search.set("format", format);
  return `/queries/${query.name}?${search}`;
}

/** @param {string} text */
const squeezed = (text) => text.replace(/\s+/g, " ").trim();
