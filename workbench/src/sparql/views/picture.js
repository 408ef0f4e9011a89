// An answer as a network: things and what ties them; who cannot see it has the table.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";

import { element, place } from "../../shared/dom.js";
import { number, said } from "../../shared/texts.js";
import { brief } from "../terms.js";
import { busiest, edges, things } from "./edges.js";

/** @typedef {import("./table.js").Rows} Rows */
/** @typedef {import("./table.js").Means} Means */

const MOST = 1000;
const STEPS = 250;

/**
 * @param {HTMLElement} host
 * @param {Rows & {kind: string}} answer
 * @param {Means} means
 */
export async function showPicture(host, answer, means) {
  const columns = answer.kind === "statements" ? [0, 2] : things(answer.columns, answer.rows).slice(0, 2);
  const [from, to] = columns;
  if (from === undefined || to === undefined) return host.replaceChildren(element("p", { class: "note" }, said("no_ties")));
  const by = answer.kind === "statements" ? 1 : null;
  const found = busiest(edges(answer.rows, from, to, by), MOST);
  if (!found.edges.length) return host.replaceChildren(element("p", { class: "note" }, said("no_ties")));
  await means.labels.learn(found.nodes, means.files).catch(() => false);
  const name = (/** @type {string} */ iri) => means.labels.of(iri) ?? brief(iri, means.prefixes);
  const box = element("div", { class: "picture", role: "img", "aria-label": said("picture_of", { n: number(found.nodes.length), ties: number(found.edges.length) }) });
  const chosen = element("p", { class: "note chosen", role: "status" });
  const told = found.left ? [element("p", { class: "note" }, said("busiest", { n: number(MOST), left: number(found.left) }))] : [];
  host.replaceChildren(...told, box, chosen);
  draw(box, laidOut(found, name), (iri, near) => {
    chosen.replaceChildren(element("a", { href: place(iri), dir: "auto" }, name(iri).slice(0, 300)), " ", said("tied_to", { n: number(near) }));
  });
  return undefined;
}

/**
 * A graph with places: the same for the same answer.
 * @param {ReturnType<typeof busiest>} found
 * @param {(iri: string) => string} name
 */
function laidOut({ nodes, edges: all, ties }, name) {
  const graph = new Graph({ type: "directed" });
  nodes.forEach((iri, at) => {
    const turn = (2 * Math.PI * at) / nodes.length;
    graph.addNode(iri, {
      label: shortened(name(iri)), x: Math.cos(turn), y: Math.sin(turn), size: 3 + 2.2 * Math.sqrt(ties.get(iri) ?? 0),
    });
  });
  for (const { from, to } of all) graph.addEdge(from, to, { size: 1 });
  forceAtlas2.assign(graph, {
    iterations: STEPS,
    settings: { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: nodes.length > 200, gravity: 1.5, adjustSizes: false },
  });
  return graph;
}

/** @param {HTMLElement} box @param {Graph} graph @param {(iri: string, near: number) => void} choose */
function draw(box, graph, choose) {
  const style = getComputedStyle(box);
  const colour = (/** @type {string} */ variable) => style.getPropertyValue(variable).trim();
  let over = /** @type {string | null} */ (null);
  const [node, edge, ink, faint] = ["--policy", "--none", "--ink", "--line"].map(colour);
  const sigma = new Sigma(graph, box, {
    defaultNodeColor: node ?? "#0072b2",
    defaultEdgeColor: edge ?? "#8a8a8a",
    defaultEdgeType: "arrow",
    labelColor: { color: ink ?? "#000" },
    labelFont: style.fontFamily,
    labelSize: 13,
    labelDensity: 0.35,
    labelGridCellSize: 220,
    labelRenderedSizeThreshold: 6,
    allowInvalidContainer: true,
    defaultDrawNodeHover: (context, data, settings) => settings.defaultDrawNodeLabel(context, data, settings),
    nodeReducer: (iri, data) => (over && iri !== over && !graph.areNeighbors(iri, over) ? { ...data, color: faint, label: null } : data),
    edgeReducer: (id, data) => (over && !graph.hasExtremity(id, over) ? { ...data, hidden: true } : data),
  });
  const focus = (/** @type {string | null} */ iri) => {
    over = iri;
    sigma.refresh({ skipIndexation: true });
  };
  sigma.on("enterNode", ({ node: iri }) => focus(iri));
  sigma.on("leaveNode", () => focus(null));
  sigma.on("clickNode", ({ node: iri }) => choose(iri, graph.degree(iri)));
  new MutationObserver((_, seen) => {
    if (box.isConnected) return;
    sigma.kill();
    seen.disconnect();
  }).observe(document.body, { childList: true, subtree: true });
}

/** @param {string} text */
const shortened = (text) => (text.length > 36 ? `${text.slice(0, 35)}…` : text);
