// The field in which questions are written: CodeMirror, in a shadow tree, so that its styles come
// as style sheets of script, which a strict content security policy lets through.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import {
  drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip,
  keymap, lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

import { completing, told } from "./completion.js";
import { declared } from "./prefixes.js";
import { tokens } from "./tokens.js";

/** @typedef {import("./problems.js").Problem} Problem */
/**
 * @typedef {object} Means
 * @property {string} label  What the field is called.
 * @property {Record<string, string>} phrases  CodeMirror's words, in the page's language.
 * @property {Parameters<typeof completing>[0]} completion
 * @property {(text: string) => void} changed
 * @property {() => void} run
 * @property {() => void} format
 */

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--code-word)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-text)" },
  { tag: [tags.number, tags.bool, tags.literal], color: "var(--code-number)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--code-variable)" },
  { tag: [tags.url, tags.namespace, tags.propertyName, tags.typeName, tags.className], color: "var(--code-name)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "0.95rem", borderRadius: "var(--radius)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto", maxHeight: "min(60vh, 40rem)" },
  ".cm-content, .cm-gutter": { minHeight: "13rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.6rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { color: "var(--soft)", backgroundColor: "var(--faint)", border: "0", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--policy) 6%, transparent)" },
  ".cm-activeLineGutter": { color: "var(--ink)", backgroundColor: "transparent" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--policy) 28%, transparent)",
  },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--policy) 16%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--service) 30%, transparent)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "color-mix(in srgb, var(--operational) 30%, transparent)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--line)", borderRadius: "var(--radius)", boxShadow: "var(--shadow)", fontFamily: "var(--sans)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", maxWidth: "min(36rem, 92vw)", maxHeight: "17rem" },
  ".cm-tooltip-autocomplete ul li": { padding: "0.28rem 0.6rem !important" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--ink) !important", backgroundColor: "var(--faint) !important", boxShadow: "inset 3px 0 0 var(--policy)" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
  ".cm-completionMatchedText": { textDecoration: "none" },
  ".cm-tooltip.cm-completionInfo": { padding: "0.5rem 0.7rem", maxWidth: "24rem" },
  ".told": { display: "grid", gap: "0.15rem", padding: "0.3rem 0.5rem", maxWidth: "26rem", fontSize: "0.9rem", overflowWrap: "anywhere" },
  ".told > span": { color: "var(--soft)" },
  ".cm-panels": { color: "var(--ink)", backgroundColor: "var(--faint)", fontFamily: "var(--sans)" },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-textfield": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--soft)" },
  ".cm-button": { color: "var(--ink)", backgroundImage: "none", backgroundColor: "var(--sheet)", border: "1px solid var(--soft)" },
  ".cm-panel.cm-search label": { fontSize: "0.85rem" },
  ".cm-panel.cm-search [name=close]": { color: "var(--ink)", fontSize: "1.2rem" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--operational) 30%, transparent)" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--focus)" },
});

/** The field, and what can be done with it from outside. */
export class Field {
  /** @param {HTMLElement} host @param {Means} means */
  constructor(host, means) {
    this.means = means;
    const root = host.attachShadow({ mode: "open" });
    /** @type {Map<string, EditorState>} */
    this.states = new Map();
    this.shown = "";
    this.view = new EditorView({ root, parent: root, state: this.state("") });
    this.extensions = [];
  }

  /** @param {string} doc */
  state(doc) {
    const { label, phrases, completion, changed, run, format } = this.means;
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), highlightSpecialChars(), drawSelection(),
        history(), bracketMatching(), closeBrackets(), highlightSelectionMatches(), indentUnit.of("  "),
        EditorView.lineWrapping, sparql(), syntaxHighlighting(COLOURS), LOOK, EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ "aria-label": label, "aria-multiline": "true", spellcheck: "false" }),
        autocompletion({ override: [completing(completion)], icons: false, closeOnBlur: true }),
        hoverTooltip((view, at) => this.hint(view, at)),
        Prec.highest(keymap.of([
          { key: "Mod-Enter", run: () => done(run) },
          { key: "Shift-Alt-f", run: () => done(format) },
          { key: "Tab", run: acceptCompletion },
        ])),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.domEventHandlers({ beforeinput: replacing }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    });
  }

  /**
   * Show a question; what could be undone in it still can.
   * @param {string} id
   * @param {string} text
   */
  show(id, text) {
    if (this.shown === id) return this.write(text);
    if (this.shown) this.states.set(this.shown, this.view.state);
    this.shown = id;
    const kept = this.states.get(id);
    this.view.setState(kept && kept.doc.toString() === text ? kept : this.state(text));
    return undefined;
  }

  /** @param {string} id */
  forget(id) {
    this.states.delete(id);
  }

  text() {
    return this.view.state.doc.toString();
  }

  /** Write another text in the place of this one; it can be undone. @param {string} text */
  write(text) {
    const { doc, selection } = this.view.state;
    if (doc.toString() === text) return;
    this.view.dispatch({
      changes: changed(doc.toString(), text),
      ...(selection.main.head > text.length && { selection: { anchor: text.length } }),
      userEvent: "input",
    });
  }

  /** Show where a question breaks, or that it does not. @param {Problem | null} problem */
  mark(problem) {
    const { state } = this.view;
    const found = problem ? [{ ...this.span(problem), severity: /** @type {const} */ ("error"), message: problem.words }] : [];
    this.view.dispatch(setDiagnostics(state, found));
  }

  /** @param {Problem} problem */
  span({ line, column }) {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
    const word = tokens(doc.sliceString(from, at.to))[0];
    if (word && word.from === 0) return { from, to: from + word.to };
    return { from: Math.max(at.from, Math.min(from, at.to - 1)), to: Math.min(from + 1, at.to) };
  }

  /** Go to where a question breaks. @param {Problem} problem */
  goTo(problem) {
    this.view.dispatch({ selection: { anchor: this.span(problem).from }, scrollIntoView: true });
    this.view.focus();
  }

  focus() {
    this.view.focus();
  }

  /** @param {EditorView} view @param {number} at */
  hint(view, at) {
    const text = view.state.doc.toString();
    const word = tokens(text).find(({ from, to, kind }) => from <= at && at <= to && (kind === "name" || kind === "iri"));
    const { terms, prefixes } = this.means.completion.vocabulary();
    const term = word && terms.find(({ iri }) => iri === expanded(word, { ...prefixes, ...declared(text) }));
    if (!word || !term) return null;
    return { pos: word.from, end: word.to, create: () => ({ dom: told(term.label, [term.definition, term.iri]) }) };
  }
}

/**
 * Write over a selection by ourselves: browsers would keep its look as a style of what is written,
 * which a strict policy forbids, and says so.
 * @param {InputEvent} event
 * @param {EditorView} view
 */
function replacing(event, view) {
  const { main, ranges } = view.state.selection;
  if (event.inputType !== "insertText" || !event.data || main.empty || ranges.length > 1 || view.composing) return false;
  const { from, to } = main;
  const insert = event.data;
  const make = () => view.state.update({
    changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.type", scrollIntoView: true,
  });
  event.preventDefault();
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, insert, make))) view.dispatch(make());
  return true;
}

/** @param {() => void} what */
function done(what) {
  what();
  return true;
}

/** @param {import("./tokens.js").Token} word @param {Record<string, string>} prefixes */
function expanded({ kind, text }, prefixes) {
  if (kind === "iri") return text.slice(1, -1);
  const at = text.indexOf(":");
  return (prefixes[text.slice(0, at)] ?? "") + text.slice(at + 1);
}

/**
 * The smallest change from one text to another, so that the cursor stays where it was.
 * @param {string} before
 * @param {string} after
 */
export function changed(before, after) {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from++;
  let end = 0;
  while (end < most - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
