// Names of things in an answer: asked for as they are shown, and remembered.
import { asked } from "./running.js";
import { written } from "./terms.js";

/** @typedef {import("./running.js").File} File */

const MOST = 500;
const PATHS = [
  "http://www.w3.org/2004/02/skos/core#prefLabel", "http://purl.org/dc/terms/title",
  "http://www.w3.org/2000/01/rdf-schema#label",
];

/** Remembers what things are called in one language. */
export class Labels {
  /** @param {string} lang @param {(sparql: string, how: import("./running.js").How) => Promise<{body: string}>} [ask] */
  constructor(lang, ask = asked) {
    this.lang = lang;
    this.ask = ask;
    /** @type {Map<string, string>} */
    this.known = new Map();
  }

  /** @param {string} iri */
  of(iri) {
    return this.known.get(iri) || undefined;
  }

  /** What was learned with files that are no longer there is forgotten. */
  forget() {
    this.known.clear();
  }

  /**
   * Learn the names of things, from the data, and from files what the data do not name.
   * @param {Iterable<string>} iris
   * @param {File[]} files
   */
  async learn(iris, files) {
    const unknown = [...new Set(iris)].filter((iri) => !this.known.has(iri)).slice(0, MOST);
    if (!unknown.length) return false;
    const found = await this.told(unknown, []);
    const rest = files.length ? unknown.filter((iri) => !this.known.get(iri)) : [];
    return (rest.length > 0 && (await this.told(rest, files))) || found;
  }

  /** @param {string[]} unknown @param {File[]} files */
  async told(unknown, files) {
    const things = unknown.map((value) => written({ type: "uri", value })).join(" ");
    const paths = PATHS.map((value) => written({ type: "uri", value })).join(" ");
    const sparql = `SELECT ?t ?p ?l { VALUES ?t { ${things} } VALUES ?p { ${paths} } ?t ?p ?l }`;
    const { body } = await this.ask(sparql, { accept: "application/sparql-results+json", files });
    for (const iri of unknown) this.known.set(iri, "");
    /** @type {Map<string, number>} */
    const ranks = new Map();
    for (const { t, p, l } of JSON.parse(body).results.bindings) {
      const rank = this.rank(p.value, l["xml:lang"]);
      if (rank >= (ranks.get(t.value) ?? Infinity)) continue;
      ranks.set(t.value, rank);
      this.known.set(t.value, l.value);
    }
    return ranks.size > 0;
  }

  /** @param {string} path @param {string | undefined} lang */
  rank(path, lang) {
    const own = [this.lang, "en", undefined].indexOf(lang);
    return (own < 0 ? 3 : own) * PATHS.length + PATHS.indexOf(path);
  }
}
