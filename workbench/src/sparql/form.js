// The parameters of a question of the library, as a form that writes into the question's text.
import { element } from "../shared/dom.js";
import { finder } from "../shared/finder.js";
import { said } from "../shared/texts.js";
import { address, bare, changed, given, termOf } from "./library.js";

/** @typedef {import("./library.js").Query} Query */
/** @typedef {{text: () => string, write: (text: string) => void, run: () => void, label: (iri: string) => Promise<string>}} Means */

/**
 * Show what a question asks, and a field for each parameter that its text still has.
 * @param {HTMLElement} host
 * @param {Query} query
 * @param {Means} means
 */
export function showForm(host, query, means) {
  const fields = Object.keys(query.parameters)
    .filter((name) => given(means.text(), name) !== null)
    .map((name) => field(query, name, means));
  const link = element("a", { class: "address", download: null, href: "/queries" }, said("stable_address"));
  const form = element("form", { class: "controls parameters", onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    means.run();
  } }, ...fields, ...(fields.length ? [element("button", { type: "submit", class: "quiet" }, said("run_with"))] : []));
  host.replaceChildren(
    element("h2", { dir: "auto" }, query.summary),
    element("p", { class: "question", dir: "auto" }, query.question),
    form,
    element("details", { class: "note" }, element("summary", {}, said("columns")),
      element("dl", {}, ...Object.entries(query.columns).flatMap(([name, meaning]) => [
        element("dt", {}, element("code", {}, name)), element("dd", {}, meaning),
      ]))),
    element("p", { class: "note" }, link),
  );
  linkTo(host, query, means.text());
}

/**
 * Say at which address the answer stands, as long as the question is the library's.
 * @param {HTMLElement} host
 * @param {Query} query
 * @param {string} text
 */
export function linkTo(host, query, text) {
  const link = host.querySelector("a.address");
  const found = address(query, text, "csv");
  if (!(link instanceof HTMLAnchorElement)) return;
  link.parentElement?.toggleAttribute("hidden", found === null);
  link.href = found ?? "/queries";
}

/** @param {Query} query @param {string} name @param {Means} means */
function field(query, name, means) {
  const parameter = /** @type {import("./library.js").Parameter} */ (query.parameters[name]);
  const id = `parameter-${name}`;
  const put = (/** @type {string} */ term) => means.write(changed(means.text(), name, term));
  const now = given(means.text(), name) ?? parameter.default;
  const control = parameter.choices.length ? choice(id, parameter.choices, now, put) : entry(id, parameter, now, put, means);
  return element("div", { class: "field" }, element("label", { for: id, title: parameter.says }, `${name}: ${parameter.says}`), control);
}

/**
 * @param {string} id
 * @param {import("./library.js").Choice[]} choices
 * @param {string} now
 * @param {(term: string) => void} put
 */
function choice(id, choices, now, put) {
  const select = element("select", { id, onchange: () => put(select.value) },
    ...choices.map(({ term, label }) => element("option", { value: term }, label.slice(0, 120))));
  if (!choices.some(({ term }) => term === now)) select.prepend(element("option", { value: now }, bare(now)));
  select.value = now;
  return select;
}

/**
 * @param {string} id
 * @param {import("./library.js").Parameter} parameter
 * @param {string} now
 * @param {(term: string) => void} put
 * @param {Means} means
 */
function entry(id, parameter, now, put, means) {
  const input = element("input", { type: "text", id, dir: "auto", value: bare(now), onchange: () => {
    const term = termOf(input.value, parameter.default);
    input.setCustomValidity(term === null ? said("no_term") : "");
    if (term === null) input.reportValidity();
    else put(term);
  } });
  if (parameter.kind !== "actor") return input;
  means.label(bare(now)).then((label) => {
    if (label) input.value = label;
  });
  input.addEventListener("change", (event) => event.stopImmediatePropagation(), { capture: true });
  const holder = element("div", { class: "finder" }, input);
  finder(input, ({ actor, label }) => {
    input.value = label || actor;
    put(`<${actor}>`);
  });
  return holder;
}
