// Findings of checks: counted, chosen by how grave they are and by rule.

/** @typedef {{severity: string, message: string, thing: string, path: string, shape: string, file: string | null, line: number | null}} Finding */

/**
 * How many findings there are of each value.
 * @param {Finding[]} findings
 * @param {"severity" | "shape"} by
 * @returns {Map<string, number>}
 */
export function counted(findings, by) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const one of findings) found.set(one[by], (found.get(one[by]) ?? 0) + 1);
  return found;
}

/**
 * The findings of some severities and of one rule, or of all rules.
 * @param {Finding[]} findings
 * @param {Set<string>} severities
 * @param {string} shape
 */
export function chosen(findings, severities, shape) {
  return findings.filter((one) => severities.has(one.severity) && (!shape || one.shape === shape));
}

/**
 * A short name of an IRI: its last two parts.
 * @param {string} iri
 */
export function short(iri) {
  const parts = iri.replace(/[<>]/g, "").split(/[/#]/).filter(Boolean);
  return parts.slice(-2).join("/");
}

/**
 * A name in a few words: a source that is called by its address alone, by where that leads.
 * @param {string} name
 */
export function brief(name, most = 70) {
  const bare = name.replace(/^https?:\/\/(?:www\.)?/, "");
  return bare.length > most ? `${bare.slice(0, most).trimEnd()}…` : bare;
}

/**
 * A text in parts: words, and addresses of things in it.
 * @param {string} text
 * @returns {{words: string, iri: boolean}[]}
 */
export function parted(text) {
  const parts = text.split(/(https?:\/\/[^\s()<>"]*[^\s()<>".,;:])/);
  return parts.map((words, index) => ({ words, iri: index % 2 === 1 })).filter(({ words }) => words !== "");
}
