// Agreements on the map: a line for a pair of states, a circle for a state.
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

import { drawn } from "../shared/dom.js";
import { said } from "../shared/texts.js";

/** @typedef {{iri: string, name: string, longitude: number | null, latitude: number | null, agreements: number, partners: number}} State */
/** @typedef {import("./pairs.js").Pair} Pair */

const WIDTH = 960;
const HEIGHT = 450;
const NAMED = 14;
/** What is seen: without the ice of the south. */
const SEEN = /** @type {import("geojson").MultiPoint} */ ({ type: "MultiPoint", coordinates: [[-60, 80], [-60, -57], [119, 0], [121, 0]] });

/** The land of the world, as small as it is drawn. */
async function land() {
  const { default: world } = await import("world-atlas/land-110m.json");
  const topology = /** @type {any} */ (world);
  return feature(topology, topology.objects.land);
}

/**
 * Make a map that draws pairs of states, and tells which state is chosen.
 * @param {HTMLElement} figure
 * @param {State[]} states
 * @param {(iri: string) => void} choose
 */
export async function map(figure, states, choose) {
  const projection = geoEqualEarth().rotate([60, 0]).fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], SEEN).clipExtent([[0, 0], [WIDTH, HEIGHT]]);
  const path = geoPath(projection).digits(1);
  const placed = states.filter((one) => one.longitude !== null && one.latitude !== null);
  const at = new Map(placed.map((one) => [one.iri, /** @type {[number, number]} */ ([one.longitude, one.latitude])]));
  const lines = drawn("g", { class: "pairs" });
  const dots = drawn("g", { class: "dots" });
  const labels = drawn("g", { class: "labels", "aria-hidden": "true" });
  const svg = drawn(
    "svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img" },
    drawn("path", { class: "land", d: path(await land()) ?? "" }),
    lines, dots, labels,
  );
  figure.replaceChildren(svg);

  /**
   * Draw these pairs; those of the chosen state stand out.
   * @param {Pair[]} pairs @param {Map<string, number>} counts  How many agreements each state has.
   * @param {string} chosen
   */
  return function draw(pairs, counts, chosen) {
    const seen = pairs.filter(({ one, other }) => at.has(one) && at.has(other));
    const near = new Set(seen.filter(({ one, other }) => one === chosen || other === chosen).flatMap(({ one, other }) => [one, other]));
    svg.setAttribute("aria-label", said("map_label", { n: counts.size, m: pairs.length }));
    svg.classList.toggle("choosing", chosen !== "");
    lines.replaceChildren(...seen.map((pair) => {
      const ends = [at.get(pair.one), at.get(pair.other)];
      const own = pair.one === chosen || pair.other === chosen;
      return drawn("path", {
        class: `${pair.bilateral ? "bilateral" : "multilateral"}${own ? " own" : ""}`,
        d: path({ type: "LineString", coordinates: /** @type {[number, number][]} */ (ends) }) ?? "",
        "stroke-width": (0.7 + 0.5 * Math.min(pair.number, 6)).toFixed(1),
      });
    }));
    const shown = placed.filter(({ iri }) => counts.has(iri));
    const most = Math.max(1, ...counts.values());
    dots.replaceChildren(...shown.map((one) => {
      const [x, y] = projection([one.longitude ?? 0, one.latitude ?? 0]) ?? [0, 0];
      const n = counts.get(one.iri) ?? 0;
      const kind = one.iri === chosen ? "chosen" : chosen && !near.has(one.iri) ? "far" : "";
      const r = 2.2 + 6 * Math.sqrt(n / most);
      return drawn(
        "circle", { class: kind, cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), onclick: () => choose(one.iri) },
        drawn("title", {}, said("state_title", { name: one.name, n })),
      );
    }));
    const named = chosen ? shown.filter(({ iri }) => near.has(iri) || iri === chosen) : shown;
    labels.replaceChildren(...free(named.slice(0, chosen ? 40 : NAMED), projection).map(({ one, x, y }) =>
      drawn("text", { x: x.toFixed(1), y: y.toFixed(1), class: one.iri === chosen ? "chosen" : "" }, one.name.slice(0, 40))));
  };
}

/**
 * Where names stand that do not lie on each other, those of most agreements first.
 * @param {State[]} states @param {import("d3-geo").GeoProjection} projection
 */
function free(states, projection) {
  /** @type {{x: number, y: number, width: number}[]} */
  const taken = [];
  return states.flatMap((one) => {
    const [cx, cy] = projection([one.longitude ?? 0, one.latitude ?? 0]) ?? [0, 0];
    const width = 7 * Math.min(one.name.length, 40);
    const x = cx + 10 + width > WIDTH ? cx - 10 - width : cx + 10;
    const y = cy + 4;
    if (taken.some((other) => Math.abs(other.y - y) < 15 && x < other.x + other.width && other.x < x + width)) return [];
    taken.push({ x, y, width });
    return [{ one, x, y }];
  });
}
