// Agreements on the map: a line for a pair of states, a circle for a state.
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

import { drawn } from "../shared/dom.js";
import { fail } from "../shared/notices.js";
import { number, said } from "../shared/texts.js";
import { ARROWS, toward } from "./moving.js";

/** @typedef {{iri: string, name: string, longitude: number | null, latitude: number | null, agreements: number, partners: number}} State */
/** @typedef {import("./pairs.js").Pair} Pair */
/** @typedef {{iri: string, x: number, y: number, dot: SVGCircleElement}} Circle */

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
 * @param {string} shown  How much of all is drawn, where it is not all.
 */
export function map(figure, states, choose, shown) {
  const projection = geoEqualEarth().rotate([60, 0]).fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], SEEN).clipExtent([[0, 0], [WIDTH, HEIGHT]]);
  const path = geoPath(projection).digits(1);
  const placed = states.filter((one) => one.longitude !== null && one.latitude !== null);
  const at = new Map(placed.map((one) => [one.iri, /** @type {[number, number]} */ ([one.longitude, one.latitude])]));
  const lines = drawn("g", { class: "pairs" });
  const dots = drawn("g", { class: "dots" });
  const pointed = drawn("g", { "aria-hidden": "true" });
  const labels = drawn("g", { class: "labels", "aria-hidden": "true" });
  const ground = drawn("path", { class: "land" });
  land().then((shape) => ground.setAttribute("d", path(shape) ?? "")).catch(fail); // under what is there already
  const svg = drawn(
    "svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-describedby": "map-keys" },
    ground, lines, dots, labels, pointed, ...(shown ? [drawn("text", { x: 12, y: HEIGHT - 12, class: "shown" }, shown)] : []),
  );
  figure.replaceChildren(svg);
  /** The circles that are drawn, those of most agreements first. @type {Circle[]} */
  let circles = [];
  /** Which of them the Tab key reaches: where one was last. */
  let reached = "";
  // On the figure: a part of a drawing that listens to the focus can have it itself, in Chromium.
  figure.addEventListener("keydown", press);
  figure.addEventListener("focusin", ({ target }) => {
    const circle = circles.find(({ dot }) => dot === target);
    if (!circle) return;
    reach(circle.iri);
    const name = states.find(({ iri }) => iri === circle.iri)?.name ?? "";
    pointed.replaceChildren(drawn("text", { x: circle.x.toFixed(1), y: (circle.y - 14).toFixed(1), class: "pointed" }, name.slice(0, 40)));
  });
  figure.addEventListener("focusout", () => pointed.replaceChildren());

  /** @param {KeyboardEvent} event */
  function press(event) {
    const at = circles.find(({ dot }) => dot === event.target);
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const next = arrow ? toward(circles, at, arrow) : event.key === "Home" ? circles[0] : event.key === "End" ? circles.at(-1) : undefined;
    if (next) next.dot.focus();
    else if (event.key === "Enter" || event.key === " ") choose(at.iri);
    else if (event.key === "Escape" && chosenNow) choose(chosenNow);
    else if (!arrow) return;
    event.preventDefault();
  }

  /** @param {string} iri */
  function reach(iri) {
    reached = circles.some((one) => one.iri === iri) ? iri : circles[0]?.iri ?? "";
    for (const one of circles) one.dot.setAttribute("tabindex", one.iri === reached ? "0" : "-1");
  }
  let chosenNow = "";

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
    const seenStates = placed.filter(({ iri }) => counts.has(iri));
    const most = Math.max(1, ...counts.values());
    const held = circles.find(({ dot }) => dot === document.activeElement)?.iri;
    chosenNow = chosen;
    circles = seenStates.map((one) => {
      const [x, y] = projection([one.longitude ?? 0, one.latitude ?? 0]) ?? [0, 0];
      const n = counts.get(one.iri) ?? 0;
      const kind = one.iri === chosen ? "chosen" : chosen && !near.has(one.iri) ? "far" : "";
      const r = 2.2 + 6 * Math.sqrt(n / most);
      const title = n === 1 ? said("state_title_1", { name: one.name }) : said("state_title", { name: one.name, n: number(n) });
      const dot = drawn(
        "circle", {
          class: kind, cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1),
          role: "button", "aria-label": title, "aria-pressed": String(one.iri === chosen), onclick: () => choose(one.iri),
        },
        drawn("title", {}, title),
      );
      return { iri: one.iri, x, y, dot };
    });
    dots.replaceChildren(...circles.map(({ dot }) => dot));
    reach(held ?? (chosen || reached));
    if (held) circles.find(({ iri }) => iri === held)?.dot.focus();
    const named = chosen ? seenStates.filter(({ iri }) => near.has(iri) || iri === chosen) : seenStates;
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
