// An answer on the map: a circle for a country, as large as its number. Borders are not drawn.
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

import { ask } from "../../shared/api.js";
import { drawn, element, place } from "../../shared/dom.js";
import { number, said } from "../../shared/texts.js";
import { brief } from "../terms.js";
import { byCountry, naming } from "./countries.js";
import { numeric } from "./points.js";

/** @typedef {import("./table.js").Rows} Rows */
/** @typedef {import("./table.js").Means} Means */
/** @typedef {{code: string, longitude: number, latitude: number}} Spot */

const [WIDTH, HEIGHT, LARGEST] = [960, 500, 22];
const COUNTED = "-";

/**
 * @param {HTMLElement} host
 * @param {Rows} answer
 * @param {Means} means
 */
export async function showMap(host, answer, means) {
  const [{ rows: spots }, { default: world }] = await Promise.all([ask("/api/spots"), import("world-atlas/land-110m.json")]);
  const known = new Map(spots.map((/** @type {Spot} */ one) => [one.code, one]));
  const where = naming(answer.columns, answer.rows, known);
  if (!where.length) return host.replaceChildren(element("p", { class: "note" }, said("no_places")));
  const figure = element("figure", { class: "map" });
  const column = select("map-where", said("map_where"), where.map((at) => [String(at), answer.columns[at] ?? ""]), draw);
  const numbers = numeric(answer.columns, answer.rows).map((at) => [String(at), answer.columns[at] ?? ""]);
  const what = select("map-what", said("map_number"), [...numbers, [COUNTED, said("map_rows")]], draw);
  host.replaceChildren(element("div", { class: "controls" }, column.field, what.field), figure);
  await draw();
  return undefined;

  async function draw() {
    const by = what.select.value === COUNTED ? null : Number(what.select.value);
    const { found, left } = byCountry(answer.rows, Number(column.select.value), by, known);
    const terms = [...found.values()].map(({ term }) => term);
    await means.labels.learn(terms.filter(({ type }) => type === "uri").map(({ value }) => value), means.files).catch(() => false);
    const marks = [...found].map(([code, { term, value }]) => ({
      spot: /** @type {Spot} */ (known.get(code)), value, code, iri: term.type === "uri" ? term.value : null,
      name: (term.type === "uri" && (means.labels.of(term.value) ?? brief(term.value, means.prefixes))) || code,
    })).sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.code < b.code ? -1 : 1));
    const title = said("map_of", { y: by === null ? said("map_rows") : (answer.columns[by] ?? "") });
    figure.replaceChildren(
      picture(marks, /** @type {any} */ (world), title),
      element("figcaption", { class: "note" }, title, ...(left ? [`. ${said("map_left", { n: number(left) })}`] : [])),
      listed(marks),
    );
  }
}

/** @typedef {{spot: Spot, value: number, code: string, iri: string | null, name: string}} Mark */

/** @param {Mark[]} marks @param {any} world @param {string} title */
function picture(marks, world, title) {
  const projection = geoEqualEarth().rotate([60, 0]).fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: "Sphere" });
  const most = Math.max(...marks.map(({ value }) => Math.abs(value)), 1e-9);
  const land = geoPath(projection).digits(1)(feature(world, world.objects.land)) ?? "";
  return drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title },
    drawn("path", { d: land }),
    ...marks.map(({ spot, value, name }) => {
      const [x, y] = projection([spot.longitude, spot.latitude]) ?? [0, 0];
      const r = Math.max(LARGEST * Math.sqrt(Math.abs(value) / most), 2);
      return drawn("circle", { class: value < 0 ? "below" : null, cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1) },
        drawn("title", {}, `${name.slice(0, 200)}: ${number(value, 6)}`));
    }));
}

/** The same as a list, for those who cannot see it. @param {Mark[]} marks */
const listed = (marks) =>
  element("details", {}, element("summary", {}, said("map_list", { n: number(marks.length) })),
    element("ol", { class: "marks" }, ...marks.map(({ iri, name, value }) =>
      element("li", {}, iri ? element("a", { href: place(iri), dir: "auto" }, name.slice(0, 300)) : element("span", { dir: "auto" }, name), " ",
        element("span", { class: "number" }, number(value, 6))))));

/**
 * @param {string} id
 * @param {string} label
 * @param {string[][]} options
 * @param {() => void} changed
 */
function select(id, label, options, changed) {
  const made = element("select", { id, onchange: changed }, ...options.map(([value, text]) => element("option", { value }, text ?? "")));
  return { select: made, field: element("div", { class: "field" }, element("label", { for: id }, label), made) };
}
