// The form by which one chooses what is looked at.
import { element } from "../shared/dom.js";
import { number, said } from "../shared/texts.js";
import { slug } from "./model.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./model.js").Filter} Filter */
/** @typedef {import("./model.js").Graph} Graph */
/** @typedef {"levels" | "practices" | "kinds" | "statuses" | "countries" | "actorKinds"} List */

export const MEASURES = ["degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "constraint", "effective_size", "core"];
const LEVELS = ["policy", "operational", "service-delivery"];

/**
 * Fill the form, and tell what is chosen in it.
 * @param {HTMLFormElement} form
 * @param {Graph} graph
 * @param {State} state
 * @param {[string, string][]} readings  Of the levels of practices: slug and name.
 * @param {(change: (state: State) => State) => void} change
 */
export function filters(form, graph, state, readings, change) {
  const filtered = (/** @type {Partial<Filter>} */ part) => change((before) => ({ ...before, filter: { ...before.filter, ...part } }));
  const list = (/** @type {string} */ name, /** @type {List} */ field, /** @type {Record<string, string>} */ names) =>
    choice(said(name), bySlug(names), state.filter[field], (values) => filtered({ [field]: values }));
  form.replaceChildren(
    levels(graph, state, (values) => filtered({ levels: values })),
    select("network", ["all", "practices", "agreements"], state.filter.network, (value) => filtered({ network: value })),
    list("practice", "practices", graph.names.practices),
    list("country", "countries", graph.names.countries),
    list("actor_kind", "actorKinds", graph.names.kinds),
    list("kind", "kinds", graph.names.mechanism_kinds),
    list("status", "statuses", graph.names.statuses),
    select("between", ["actors", "states", "institutions"], state.filter.between, (value) => filtered({ between: value })),
    select("lift_to", ["", "institution", "state"], state.lift, (value) => change((before) => ({ ...before, lift: /** @type {State["lift"]} */ (value) }))),
    ...(readings.length ? [select("reading", ["", ...readings.map(([value]) => value)], state.reading, (value) => change((before) => ({ ...before, reading: value })), new Map([["", said("reading_none")], ...readings]))] : []),
    element("div", { class: "field ticks" },
      tick("groups_keep", state.filter.groups === "keep", (on) => filtered({ groups: on ? "keep" : "drop" })),
      tick("carrying_out", state.filter.subsidiary === "keep", (on) => filtered({ subsidiary: on ? "keep" : "drop" }))),
    element("hr"),
    look("size", ["", ...MEASURES], state.size, (value) => change((before) => ({ ...before, size: value || "none" }))),
    look("colour", ["class", "kind", "country", ...MEASURES], state.colour, (value) => change((before) => ({ ...before, colour: value }))),
    element("p", { class: "note", id: "unsaid" }),
    element("button", { type: "reset", class: "quiet" }, said("reset")),
  );
}

/** @param {Record<string, string>} names  By IRI or code. */
function bySlug(names) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [iri, label] of Object.entries(names)) found.set(slug(iri), label);
  return [...found].sort(([, a], [, b]) => a.localeCompare(b, document.documentElement.lang));
}

/** @param {Graph} graph @param {State} state @param {(values: string[]) => void} change */
function levels(graph, state, change) {
  const known = bySlug(graph.names.levels).sort(([a], [b]) => rank(a) - rank(b));
  const all = /** @type {[string, string][]} */ ([...known, ["none", said("no_level")]]);
  const boxes = all.map(([value, label]) => {
    const box = element("input", { type: "checkbox", name: "level", value, checked: !state.filter.levels.length || state.filter.levels.includes(value), onchange: told });
    return { box, row: element("label", { class: "tick" }, box, element("span", { class: `swatch ${LEVELS.includes(value) ? value : "none"}` }), element("span", { dir: "auto" }, label)) };
  });
  function told() {
    const chosen = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    change(chosen.length === boxes.length ? [] : chosen.length ? chosen : ["-"]);
  }
  return element("fieldset", { class: "field" }, element("legend", {}, said("levels")), ...boxes.map(({ row }) => row));
}

/** @param {string} value */
const rank = (value) => (LEVELS.includes(value) ? LEVELS.indexOf(value) : LEVELS.length);

/**
 * A list to choose several of, folded away.
 * @param {string} title
 * @param {[string, string][]} options
 * @param {string[]} chosen
 * @param {(values: string[]) => void} change
 */
function choice(title, options, chosen, change) {
  const told = element("span", { class: "chosen", dir: "auto" });
  const boxes = options.map(([value, label]) => {
    const box = element("input", { type: "checkbox", value, checked: chosen.includes(value), onchange: () => { say(); change(values()); } });
    return { box, label, row: element("li", {}, element("label", { class: "tick" }, box, element("span", { dir: "auto", class: "long" }, label))) };
  });
  const values = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  function say() {
    const on = boxes.filter(({ box }) => box.checked);
    told.textContent = on.length === 0 ? said("all") : on.length === 1 ? on[0]?.label ?? "" : said("chosen_n", { n: number(on.length) });
    none.hidden = !on.length;
  }
  const none = element("button", { type: "button", class: "bare", onclick: () => { for (const { box } of boxes) box.checked = false; say(); change([]); } }, said("none_chosen"));
  say();
  return element("details", { class: "choice", hidden: !options.length }, element("summary", {}, element("span", { class: "name" }, title), told), none, element("ul", {}, ...boxes.map(({ row }) => row)));
}

let fields = 0;

/** @param {string} name @param {string[]} options @param {string} chosen @param {(value: string) => void} change @param {Map<string, string>} [names] */
function select(name, options, chosen, change, names = new Map()) {
  const id = `filter-${(fields += 1)}`;
  return element("div", { class: "field" },
    element("label", { for: id }, said(name)),
    element("select", { id, onchange: (event) => change(event.target.value) },
      ...options.map((value) => element("option", { value, selected: value === chosen }, names.get(value) ?? said(`${name}_${value || "any"}`)))));
}

/** @param {string} name @param {string[]} options @param {string} chosen @param {(value: string) => void} change */
function look(name, options, chosen, change) {
  const id = `filter-${(fields += 1)}`;
  const words = (/** @type {string} */ value) => said({ "": "same", kind: "actor_kind" }[value] ?? value);
  const made = (/** @type {string} */ value) => element("option", { value, selected: value === (chosen === "none" ? "" : chosen) }, words(value));
  return element("div", { class: "field" },
    element("label", { for: id }, said(name)),
    element("select", { id, onchange: (event) => change(event.target.value) },
      ...options.filter((value) => !MEASURES.includes(value)).map(made),
      element("optgroup", { label: said("measures") }, ...options.filter((value) => MEASURES.includes(value)).map(made))));
}

/** @param {string} name @param {boolean} on @param {(on: boolean) => void} change */
const tick = (name, on, change) => element("label", { class: "tick" },
  element("input", { type: "checkbox", checked: on, onchange: (event) => change(event.target.checked) }), element("span", {}, said(name)));
