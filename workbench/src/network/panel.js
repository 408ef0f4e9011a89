// One actor: its counterparts by level, the mechanisms that tie them, and where it is written.
import { ask } from "../shared/api.js";
import { element, link } from "../shared/dom.js";
import { finder } from "../shared/finder.js";
import { fail } from "../shared/notices.js";
import { lang, number, said } from "../shared/texts.js";
import { mechanismsOf, slug } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Left} Left */
/** @typedef {{choose: (at: number | null) => void, path: (iri: string) => void, leavePath: () => void}} Told */
/** @typedef {{source_label: string, locator: string, iri: string}} Passage */

/**
 * Show an actor; what it is asked for when nobody is chosen is a hint.
 * @param {HTMLElement} place
 * @param {Model} model
 * @param {Left} found
 * @param {{actor: number | null, path: number[] | null, to: string, whole: Record<string, string>}} shown
 * @param {Told} told
 */
export function panel(place, model, found, shown, told) {
  const actor = shown.actor === null ? null : model.graph.nodes[shown.actor];
  if (!actor || shown.actor === null) {
    place.replaceChildren(element("p", { class: "note" }, said("choose_hint")));
    return;
  }
  const evidence = passages(actor.iri, shown.whole);
  place.replaceChildren(
    element("p", { class: "kind" }, what(model, shown.actor)),
    element("h2", { dir: "auto", class: "long" }, actor.label || actor.iri),
    element("p", { class: "actions" }, link(actor.iri, said("open_page")),
      element("button", { type: "button", class: "bare", onclick: () => told.choose(null) }, said("leave"))),
    pathTo(model, found, shown, told),
    ...(shown.path ? [] : counterparts(model, found, shown.actor, told, evidence)),
  );
}

/** @param {Model} model @param {number} at */
export function what({ graph }, at) {
  const actor = graph.nodes[at];
  const countries = (actor?.country ?? "").split(" ").filter(Boolean).map((code) => graph.names.countries[code] ?? code);
  return [graph.names.kinds[actor?.kind ?? ""] ?? actor?.kind, ...countries].filter(Boolean).join(" · ");
}

/** @param {Model} model @param {Left} found @param {number} actor @param {Told} told @param {Evidence} evidence */
function counterparts(model, found, actor, told, evidence) {
  if (!found.actors[actor]) return [element("p", {}, said("not_shown"))];
  /** @type {Map<string | null, number[]>} */
  const levels = new Map();
  model.graph.edges.forEach(({ source, target, level }, tie) => {
    if (found.ties[tie] && (source === actor || target === actor)) levels.set(level, [...(levels.get(level) ?? []), tie]);
  });
  if (!levels.size) return [element("p", {}, said("no_ties"))];
  const order = [...Object.keys(model.graph.names.levels), null].filter((level) => levels.has(level));
  return [
    element("p", {}, said("counterparts_n", { n: number(found.degree[actor] ?? 0) })),
    ...order.map((level) => {
      const ties = (levels.get(level) ?? []).sort((a, b) => (found.ties[b] ?? 0) - (found.ties[a] ?? 0) || a - b);
      const title = said("at_level", { level: level ? model.graph.names.levels[level] ?? level : said("no_level"), n: number(ties.length) });
      return element("section", {},
        element("h3", {}, element("span", { class: `swatch ${level ? slug(level) : "none"}` }), title),
        long(ties, (tie) => {
          const edge = model.graph.edges[tie];
          return step(model, found, tie, edge?.source === actor ? edge.target : edge?.source ?? 0, told, evidence);
        }));
    }),
  ];
}

const MANY = 40;

/**
 * A list whose end is made when it is asked for.
 * @param {number[]} items
 * @param {(item: number) => Node} made
 */
function long(items, made) {
  const list = element("ul", { class: "ties" }, ...items.slice(0, MANY).map((item) => element("li", {}, made(item))));
  const rest = items.slice(MANY);
  if (rest.length) {
    const more = element("button", { type: "button", class: "bare", onclick: () => { row.remove(); list.append(...rest.map((item) => element("li", {}, made(item)))); } }, `+ ${number(rest.length)}`);
    const row = element("li", {}, more);
    list.append(row);
  }
  return list;
}

/**
 * A tie, folded: the mechanisms behind it, and where they are written.
 * @param {Model} model @param {Left} found @param {number} tie @param {number} other @param {Told} told @param {Evidence} evidence
 */
function step(model, found, tie, other, told, evidence) {
  const actor = model.graph.nodes[other];
  const inside = element("div", { class: "inside" });
  const folded = element("details", { ontoggle: () => { if (folded.open && !inside.childNodes.length) inside.append(...behind(model, found, tie, other, told, evidence)); } },
    element("summary", {}, element("span", { dir: "auto", class: "long" }, actor?.label || actor?.iri || ""), element("span", { class: "count" }, number(found.ties[tie] ?? 0))),
    inside);
  return folded;
}

/** @param {Model} model @param {Left} found @param {number} tie @param {number} other @param {Told} told @param {Evidence} evidence */
function behind(model, found, tie, other, told, evidence) {
  const counterpart = model.graph.nodes[other]?.iri ?? "";
  const rows = mechanismsOf(model, found, tie).flatMap((at) => {
    const one = model.graph.mechanisms[at];
    if (!one) return [];
    const places = element("p", { class: "note written" }, said("loading"));
    void evidence(counterpart, one.iri).then((told_) => places.replaceChildren(...told_), () => places.replaceChildren());
    return [element("li", {}, link(one.iri, one.label), element("span", { class: "note" }, ` ${when(one)}`), places)];
  });
  return [
    element("p", { class: "actions" }, element("button", { type: "button", class: "bare", onclick: () => told.choose(other) }, said("details")), link(counterpart, said("open_page"))),
    element("ul", {}, ...rows),
  ];
}

/** @param {import("./model.js").Mechanism} mechanism */
function when({ signed, from, until }) {
  if (from && until) return said("from_until", { from, until });
  if (from) return said("since", { from });
  if (until) return said("until", { until });
  return signed ? said("signed_on", { signed }) : "";
}

/** @typedef {(counterpart: string, mechanism: string) => Promise<(Node | string)[]>} Evidence */

/**
 * What is written of the ties of an actor; the server is asked once, when it is first wanted.
 * @param {string} iri
 * @param {Record<string, string>} whole  What the whole network was asked for.
 * @returns {Evidence}
 */
function passages(iri, whole) {
  /** @type {Promise<any> | null} */
  let asked = null;
  return async (counterpart, mechanism) => {
    asked ??= ask("/api/explain", { actor: iri, measure: "degree", lang: lang(), ...whole, subsidiary: "keep" }).catch((error) => { fail(error); throw error; });
    const { ties } = await asked;
    const tie = ties.find((/** @type {any} */ one) => one.counterpart === counterpart);
    const known = tie?.mechanisms.find((/** @type {any} */ one) => one.mechanism === mechanism);
    /** @type {Passage[]} */
    const places = known?.passages ?? [];
    if (!places.length) return [said("nowhere")];
    return [`${said("written")}: `, ...places.flatMap(({ iri: passage, source_label: source, locator }, nth) => [
      ...(nth ? ["; "] : []), link(passage, locator ? `${source}, ${locator}` : source),
    ])];
  };
}

/** @param {Model} model @param {Left} found @param {{actor: number | null, path: number[] | null, to: string, whole: Record<string, string>}} shown @param {Told} told */
function pathTo(model, found, { path, to, whole }, told) {
  const input = element("input", { type: "search", id: "path-to", dir: "auto", placeholder: said("path_hint") });
  const field = element("div", { class: "field path" }, element("label", { for: "path-to" }, said("path")), element("div", { class: "finder" }, input));
  finder(input, ({ actor }) => told.path(actor));
  if (!to) return field;
  const length = path ? path.length - 1 : null;
  const words = length === null ? said("path_none") : length === 0 ? said("path_0") : length === 1 ? said("path_1") : said("path_n", { n: number(length) });
  const target = model.graph.nodes.find(({ iri }) => iri === to);
  input.value = target?.label ?? "";
  field.append(
    element("p", { role: "status" }, `${words} `, element("button", { type: "button", class: "bare", onclick: () => told.leavePath() }, said("path_leave"))),
    element("ol", { class: "ties" }, ...(path ?? []).slice(1).flatMap((at, nth) => {
      const before = path?.[nth] ?? 0;
      const ties = [...model.graph.edges.keys()].filter((tie) => found.ties[tie] && isBetween(model, tie, before, at));
      const evidence = passages(model.graph.nodes[before]?.iri ?? "", whole);
      return ties.map((tie) => element("li", {}, element("span", { class: `swatch ${slug(model.graph.edges[tie]?.level ?? "none")}` }), step(model, found, tie, at, told, evidence)));
    })),
  );
  return field;
}

/** @param {Model} model @param {number} tie @param {number} one @param {number} other */
function isBetween({ graph }, tie, one, other) {
  const edge = graph.edges[tie];
  return edge !== undefined && ((edge.source === one && edge.target === other) || (edge.source === other && edge.target === one));
}
