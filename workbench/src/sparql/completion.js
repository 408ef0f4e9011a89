// What may come next in a question: variables, keywords, terms of the vocabulary, actors by name.
import { folded } from "./answers.js";
import { KEYWORDS } from "./formatting.js";
import { declared, insertion } from "./prefixes.js";
import { placeAfter, tokens } from "./tokens.js";

/** @typedef {{iri: string, name: string, kind: "class" | "property" | "concept" | "graph", label: string | null, definition: string | null, uses: number}} VocabularyTerm */
/** @typedef {{prefixes: Record<string, string>, terms: VocabularyTerm[]}} Vocabulary */
/** @typedef {{actor: string, label: string, kind: string | null, country: string | null}} Actor */
/** @typedef {import("@codemirror/autocomplete").Completion} Completion */

const MOST = 60;
const PART = /(?:[?$][\p{L}\p{N}_]*|<[^<>\s]*|[\p{L}\p{N}_.-]*:[\p{L}\p{N}_.-]*|[\p{L}_][\p{L}\p{N}_-]*)$/u;
const WANTED = /** @type {Record<import("./tokens.js").Place, string[]>} */ ({
  subject: ["concept"], property: ["property"], class: ["class"], object: ["concept", "class"],
  graph: ["graph"], elsewhere: ["property", "class", "concept", "graph"],
});

/**
 * The part of a word that is written already, and where in a pattern it stands.
 * @param {string} before  The text up to the cursor.
 */
export function started(before) {
  const part = PART.exec(before)?.[0] ?? "";
  const from = before.length - part.length;
  const unread = tokens(before).at(-1);
  const inside = unread && unread.to === before.length && (unread.kind === "comment" || unread.kind === "string");
  return inside || openString(before) ? null : { part, from, place: placeAfter(before.slice(0, from)) };
}

/** @param {string} before */
function openString(before) {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const last = tokens(line).findLast(({ kind, text }) => kind === "sign" && (text === '"' || text === "'"));
  return last !== undefined;
}

/**
 * The terms that fit what is written: by name or label, without accents; those that fit the place
 * first, then those that are used most.
 * @param {VocabularyTerm[]} terms
 * @param {string} part
 * @param {import("./tokens.js").Place} place
 */
export function fitting(terms, part, place) {
  const sought = folded(part.replace(/^</, ""));
  const wanted = WANTED[place];
  const found = [];
  for (const term of terms) {
    const rank = rankOf(term, sought);
    if (rank === null || (part.includes(":") && !part.startsWith("<") && rank > 1)) continue;
    found.push({ term, rank: rank + (wanted.includes(term.kind) ? 0 : 10) });
  }
  found.sort((a, b) => a.rank - b.rank || b.term.uses - a.term.uses || (a.term.name < b.term.name ? -1 : 1));
  return found.slice(0, MOST).map(({ term }) => term);
}

/** @param {VocabularyTerm} term @param {string} sought */
function rankOf(term, sought) {
  if (!sought) return 4;
  const name = folded(term.name);
  const local = name.slice(name.lastIndexOf(":") + 1);
  if (name.startsWith(sought)) return 0;
  if (local.startsWith(sought)) return 1;
  const label = folded(term.label ?? "");
  if (label.startsWith(sought)) return 2;
  if (label.includes(sought) || local.includes(sought)) return 3;
  return folded(term.iri).includes(sought) ? 4 : null;
}

/**
 * How a term is written in a question that declares these prefixes, or may.
 * @param {string} iri
 * @param {string} text
 * @param {Record<string, string>} known
 * @returns {{insert: string, prefix: string | null}}
 */
export function spelled(iri, text, known) {
  const there = declared(text);
  for (const [prefix, space] of Object.entries({ ...known, ...there })) {
    if (!iri.startsWith(space) || (prefix in there && there[prefix] !== space)) continue;
    const rest = iri.slice(space.length);
    if (/^[\p{L}_](?:[\p{L}\p{N}_-]*)$/u.test(rest)) return { insert: `${prefix}:${rest}`, prefix: prefix in there ? null : prefix };
  }
  return { insert: `<${iri}>`, prefix: null };
}

/**
 * @param {string} iri
 * @param {Record<string, string>} known
 * @returns {Completion["apply"]}
 */
function inserting(iri, known) {
  return (view, completion, from, to) => {
    const text = view.state.doc.toString();
    const { insert, prefix } = spelled(iri, text, known);
    const end = insert.endsWith(">") && view.state.sliceDoc(to, to + 1) === ">" ? to + 1 : to;
    const above = prefix ? insertion(text.slice(0, from) + text.slice(to), [prefix], known) : null;
    const before = above && above.from <= from ? above : null;
    view.dispatch({
      changes: [...(before ? [{ from: before.from, insert: before.insert }] : []), { from, to: end, insert }],
      selection: { anchor: from + insert.length + (before?.insert.length ?? 0) },
      userEvent: "input.complete",
      scrollIntoView: true,
    });
  };
}

/**
 * @param {{vocabulary: () => Vocabulary, actors: (name: string, signal: AbortSignal) => Promise<Actor[]>, kinds: Record<string, string>}} means
 * @returns {(context: import("@codemirror/autocomplete").CompletionContext) => Promise<import("@codemirror/autocomplete").CompletionResult | null>}
 */
export function completing({ vocabulary, actors, kinds }) {
  return async (context) => {
    const now = started(context.state.sliceDoc(0, context.pos));
    if (!now || (!now.part && !context.explicit)) return null;
    const { part, from, place } = now;
    if (/^[?$]/.test(part)) return { from, filter: false, options: variables(context.state.doc.toString(), part) };
    const { prefixes, terms } = vocabulary();
    const words = fitting(terms, part, place).map((term) => option(term, prefixes, kinds));
    const name = part.replace(/^</, "");
    const wide = name.length > 2 && !name.includes(":") && place !== "property" && place !== "graph";
    const found = wide ? await actors(name, aborted(context)) : [];
    const people = found.map((one) => actorOption(one, prefixes, kinds));
    const options = [...(place === "elsewhere" || /^[A-Z]{2}/.test(part) ? keywords(part) : []), ...words, ...people];
    return options.length ? { from, filter: false, options } : null;
  };
}

/** @param {import("@codemirror/autocomplete").CompletionContext} context */
function aborted(context) {
  const controller = new AbortController();
  context.addEventListener("abort", () => controller.abort());
  return controller.signal;
}

/** @param {string} text @param {string} part @returns {Completion[]} */
function variables(text, part) {
  const named = tokens(text).filter(({ kind }) => kind === "variable").map((one) => `?${one.text.slice(1)}`);
  const sought = part.slice(1);
  return [...new Set(named)].filter((name) => name.slice(1).startsWith(sought) && name.slice(1) !== sought)
    .sort().map((label) => ({ label, type: "variable" }));
}

/** @param {string} part @returns {Completion[]} */
const keywords = (part) =>
  [...KEYWORDS].filter((word) => part && word.startsWith(part.toUpperCase())).sort().map((label) => ({ label, type: "keyword" }));

/** @param {VocabularyTerm} term @param {Record<string, string>} prefixes @param {Record<string, string>} kinds @returns {Completion} */
function option(term, prefixes, kinds) {
  return {
    label: term.name,
    detail: term.label ?? "",
    type: term.kind,
    apply: inserting(term.iri, prefixes),
    info: () => told(term.label, [kinds[term.kind] ?? term.kind, term.definition, term.iri]),
  };
}

/** @param {Actor} one @param {Record<string, string>} prefixes @param {Record<string, string>} kinds @returns {Completion} */
function actorOption(one, prefixes, kinds) {
  return {
    label: one.label || one.actor,
    detail: one.country ?? "",
    type: "actor",
    apply: inserting(one.actor, prefixes),
    info: () => told(one.label, [kinds.actor ?? "actor", one.actor]),
  };
}

/** @param {string | null} title @param {(string | null)[]} lines */
export function told(title, lines) {
  const made = document.createElement("div");
  made.className = "told";
  for (const [at, text] of [title, ...lines].entries()) {
    if (!text) continue;
    const part = document.createElement(at === 0 ? "strong" : "span");
    part.textContent = text;
    part.dir = "auto";
    made.append(part);
  }
  return made;
}
