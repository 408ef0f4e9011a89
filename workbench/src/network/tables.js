// The tables beside the picture: its actors, and their ties.
import { element, link } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { mechanismsOf } from "./model.js";
import { table } from "./table.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Left} Left */

const FEW = 3;

/**
 * Make the tables.
 * @param {HTMLElement} actors
 * @param {HTMLElement} ties
 * @param {Model} model
 * @param {{choose: (at: number) => void, size: () => string, value: (at: number) => number | null}} told
 * @returns {(found: Left) => void}  Shows what is left.
 */
export function tables(actors, ties, model, told) {
  const { nodes, edges, mechanisms, names } = model.graph;
  /** @type {Left} */
  let found;
  const label = (/** @type {number} */ at) => nodes[at]?.label || nodes[at]?.iri || "";
  const button = (/** @type {number} */ at) => element("button", { type: "button", class: "bare long", dir: "auto", onclick: () => told.choose(at) }, label(at));
  const countries = (/** @type {number} */ at) => (nodes[at]?.country ?? "").split(" ").filter(Boolean).map((code) => names.countries[code] ?? code).join(", ");
  const level = (/** @type {number} */ tie) => { const iri = edges[tie]?.level; return iri ? names.levels[iri] ?? iri : said("no_level"); };
  const end = (/** @type {number} */ tie, /** @type {"source" | "target"} */ which) => edges[tie]?.[which] ?? 0;

  /** @param {number} tie */
  function through(tie) {
    const behind = mechanismsOf(model, found, tie);
    const links = behind.slice(0, FEW).flatMap((at, nth) => [...(nth ? ["; "] : []), link(mechanisms[at]?.iri ?? "", mechanisms[at]?.label ?? "")]);
    return element("span", { class: "long" }, ...links, ...(behind.length > FEW ? [` + ${behind.length - FEW}`] : []));
  }
  const showActors = table(actors, said("actors"), /** @type {import("./table.js").Column<number>[]} */ ([
    { title: said("actor"), value: label, cell: button },
    { title: said("kind_short"), value: (at) => names.kinds[nodes[at]?.kind ?? ""] ?? nodes[at]?.kind ?? "" },
    { title: said("country"), value: countries },
    { title: said("degree"), value: (at) => found.degree[at] ?? 0, start: "down" },
  ]));
  const showTies = table(ties, said("ties"), /** @type {import("./table.js").Column<number>[]} */ ([
    { title: said("one"), value: (tie) => label(end(tie, "source")), cell: (tie) => button(end(tie, "source")) },
    { title: said("other"), value: (tie) => label(end(tie, "target")), cell: (tie) => button(end(tie, "target")) },
    { title: said("level"), value: level },
    { title: said("mechanisms_n"), value: (tie) => found.ties[tie] ?? 0, start: "down" },
    { title: said("through"), value: (tie) => mechanisms[mechanismsOf(model, found, tie)[0] ?? -1]?.label ?? "", cell: through },
  ]));
  return (left) => {
    found = left;
    const there = [...left.actors.keys()].filter((at) => left.actors[at]);
    showActors(there.sort((a, b) => (left.degree[b] ?? 0) - (left.degree[a] ?? 0) || a - b));
    showTies([...left.ties.keys()].filter((tie) => left.ties[tie]));
  };
}
