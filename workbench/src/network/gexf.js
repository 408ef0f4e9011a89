// The network that is seen as GEXF 1.3, with its colours, sizes and places, for Gephi.
import { mechanismsOf } from "./model.js";
import { escaped } from "./xml.js";

const ACTOR = ["kind", "country", "class"];
const TIE = ["level", "mechanisms", "titles"];

/**
 * Return what is left of a network as a file of GEXF.
 * @param {import("./model.js").Model} model
 * @param {import("./model.js").Left} found
 * @param {{radii: Float32Array, colours: string[], level: (level: string | null) => string, told: string}} look
 */
export function gexf(model, found, look) {
  const { nodes, edges, mechanisms } = model.graph;
  const actors = nodes.flatMap((actor, at) => {
    if (!found.actors[at]) return [];
    const kind = actor.state ? "state" : actor.group ? "group" : "institution";
    const values = [actor.kind, actor.country, kind];
    return [
      `<node id="${at}" label="${escaped(actor.label || actor.iri)}">${attributes(["iri", ...ACTOR], [actor.iri, ...values])}` +
      `<viz:position x="${actor.x}" y="${actor.y}"/><viz:size value="${(look.radii[at] ?? 1).toFixed(2)}"/>${colour(look.colours[at])}</node>`,
    ];
  });
  const ties = edges.flatMap(({ source, target, level }, at) => {
    if (!found.ties[at]) return [];
    const behind = mechanismsOf(model, found, at).map((one) => mechanisms[one]);
    const values = [level, behind.map((one) => one?.iri).join(" "), behind.map((one) => one?.label).join(" | ")];
    return [`<edge id="${at}" source="${source}" target="${target}" weight="${found.ties[at]}">${attributes(TIE, values)}${colour(look.level(level))}</edge>`];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    "<meta><creator>coordgraph</creator><description>" + escaped(look.told) + "</description></meta>",
    '<graph defaultedgetype="undirected" mode="static">',
    declared("node", ["iri", ...ACTOR]),
    declared("edge", TIE),
    `<nodes>\n${actors.join("\n")}\n</nodes>`,
    `<edges>\n${ties.join("\n")}\n</edges>`,
    "</graph>\n</gexf>\n",
  ].join("\n");
}

/** @param {string} what @param {string[]} names */
const declared = (what, names) => `<attributes class="${what}">${names.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`).join("")}</attributes>`;

/** @param {string[]} names @param {(string | null)[]} values */
const attributes = (names, values) => `<attvalues>${names.map((name, nth) => (values[nth] ? `<attvalue for="${name}" value="${escaped(values[nth])}"/>` : "")).join("")}</attvalues>`;

/** @param {string | undefined} hex */
function colour(hex) {
  const parts = /^#(..)(..)(..)$/.exec(hex ?? "");
  if (!parts) return "";
  const [r, g, b] = parts.slice(1).map((one) => parseInt(one, 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}
