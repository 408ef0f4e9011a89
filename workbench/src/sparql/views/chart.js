// An answer as a chart: bars of what has names, lines along years, dates and numbers.
import { scaleLinear } from "d3-scale";

import { drawn, element } from "../../shared/dom.js";
import { number, said } from "../../shared/texts.js";
import { numeric, points, proposed } from "./points.js";
import { brief } from "../terms.js";

/** @typedef {import("./table.js").Rows} Rows */
/** @typedef {import("./table.js").Means} Means */
/** @typedef {import("./points.js").Point} Point */

const MOST_BARS = 50;
const MOST_DOTS = 200;
const ALL = "all";
const COLOURS = ["first", "second", "third", "fourth"];
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [760, 340, 62, 34, 14, 14];

/**
 * @param {HTMLElement} host
 * @param {Rows} answer
 * @param {Means} means
 */
export function showChart(host, answer, means) {
  const first = proposed(answer.columns, answer.rows);
  if (!first) return host.replaceChildren(element("p", { class: "note" }, said("no_number")));
  const figure = element("figure", { class: "chart" });
  const every = answer.columns.map((_, at) => at);
  const x = choice("chart_x", answer.columns, every, first.x, draw);
  const numbers = numeric(answer.columns, answer.rows);
  const y = choice("chart_y", answer.columns, numbers, first.y, draw);
  const several = numbers.filter((at) => at !== first.x).slice(0, COLOURS.length);
  if (several.length > 1) {
    y.select.append(element("option", { value: ALL }, said("all_numbers")));
    if (first.form === "lines") y.select.value = ALL;
  }
  const form = element("select", { id: "chart-form", onchange: draw },
    element("option", { value: "bars" }, said("bars")), element("option", { value: "lines" }, said("lines")));
  form.value = first.form;
  host.replaceChildren(
    element("div", { class: "controls" },
      element("div", { class: "field" }, element("label", { for: form.id }, said("chart_form")), form), x.field, y.field),
    figure,
  );
  draw();
  return undefined;

  async function draw() {
    const across = Number(x.select.value);
    const all = y.select.value === ALL ? several.filter((at) => at !== across) : [Number(y.select.value)];
    const iris = answer.rows.slice(0, MOST_BARS).map((row) => row[across]).filter((term) => term?.type === "uri");
    await means.labels.learn(iris.map((term) => term?.value ?? ""), means.files).catch(() => false);
    const text = (/** @type {import("../terms.js").Term} */ term) =>
      term.type === "uri" ? (means.labels.of(term.value) ?? brief(term.value, means.prefixes)) : term.value;
    const found = all.map((up) => ({ name: answer.columns[up] ?? "", points: points(answer.rows, across, up, text) }));
    const name = answer.columns[across] ?? "";
    figure.replaceChildren(...(form.value === "lines" ? lines(found, name) : found.flatMap((one) => [
      ...(found.length > 1 ? [element("h3", {}, one.name)] : []), ...bars(one.points, { x: name, y: one.name }),
    ])));
  }
}

/**
 * @param {string} key
 * @param {string[]} columns
 * @param {number[]} offered
 * @param {number} chosen
 * @param {() => void} changed
 */
function choice(key, columns, offered, chosen, changed) {
  const select = element("select", { id: key.replace("_", "-"), onchange: changed },
    ...offered.map((at) => element("option", { value: at }, columns[at] ?? "")));
  select.value = String(chosen);
  return { select, field: element("div", { class: "field" }, element("label", { for: select.id }, said(key)), select) };
}

/** @param {Point[]} found @param {{x: string, y: string}} names */
function bars(found, names) {
  const shown = found.slice(0, MOST_BARS);
  const low = Math.min(0, ...shown.map(({ y }) => y));
  const scale = scaleLinear([low, Math.max(0, ...shown.map(({ y }) => y))], [0, 100]);
  const zero = scale(0);
  const rows = shown.map(({ label, y }) => element("tr", {},
    element("th", { scope: "row" }, element("span", { class: "long", dir: "auto" }, label.slice(0, 300) || "-")),
    element("td", { class: "numeric" }, element("span", { class: "number" }, number(y, 4))),
    element("td", { class: "drawn", "aria-hidden": "true" },
      drawn("svg", { class: "meter", viewBox: "0 0 100 10", preserveAspectRatio: "none" },
        drawn("rect", { x: Math.min(zero, scale(y)), width: Math.abs(scale(y) - zero), height: 10 })))));
  const table = element("table", { class: "columns" },
    element("thead", { class: "unseen" }, element("tr", {}, element("th", { scope: "col" }, names.x), element("th", { scope: "col" }, names.y), element("td", {}))),
    element("tbody", {}, ...rows));
  return found.length > MOST_BARS ? [element("p", { class: "note" }, said("first_bars", { n: MOST_BARS, all: number(found.length) })), table] : [table];
}

/**
 * A line for each series, along a column of numbers or dates.
 * @param {{name: string, points: Point[]}[]} found
 * @param {string} name
 */
function lines(found, name) {
  const series = found.map((one) => ({ name: one.name, points: ordered(one.points) })).filter((one) => one.points.length > 1);
  if (!series.length) return [element("p", { class: "note" }, said("no_line"))];
  const every = series.flatMap((one) => one.points);
  const [xs, ys] = [every.map((one) => one.x), every.map((one) => one.y)];
  const x = scaleLinear([least(xs), most(xs)], [LEFT, WIDTH - RIGHT]);
  const y = scaleLinear([Math.min(0, least(ys)), Math.max(0, most(ys))], [HEIGHT - BOTTOM, TOP]).nice();
  const title = said("line_of", { y: series.map((one) => one.name).join(", "), x: name });
  const picture = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": title },
    ...y.ticks(5).flatMap((tick) => [
      drawn("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }),
      drawn("text", { x: LEFT - 8, y: y(tick) + 4, "text-anchor": "end" }, number(tick, 6)),
    ]),
    ...x.ticks(8).map((tick) => drawn("text", { x: x(tick), y: HEIGHT - 10, "text-anchor": "middle" }, plain().format(tick))),
    ...series.flatMap(({ points: line }, at) => [
      drawn("path", { class: `line ${COLOURS[at]}`, d: line.map((one, n) => `${n ? "L" : "M"}${x(one.x).toFixed(1)},${y(one.y).toFixed(1)}`).join("") }),
      ...(line.length <= MOST_DOTS ? line.map((one) => drawn("circle", { class: COLOURS[at] ?? "", cx: x(one.x).toFixed(1), cy: y(one.y).toFixed(1), r: 3.5 },
        drawn("title", {}, `${plain().format(Math.floor(one.x))}: ${number(one.y, 6)}`))) : []),
    ]));
  const key = element("ul", { class: "key" }, ...series.map((one, at) =>
    element("li", {}, drawn("svg", { viewBox: "0 0 24 10", class: "swatch", "aria-hidden": "true" },
      drawn("path", { class: `line ${COLOURS[at]}`, d: "M0,5L24,5" })), one.name)));
  return [picture, ...(series.length > 1 ? [key] : []), element("figcaption", { class: "note" }, title)];
}

/** @param {Point[]} all */
const ordered = (all) => /** @type {{x: number, y: number}[]} */ (all.filter((one) => one.x !== null)).sort((a, b) => a.x - b.x);
const least = (/** @type {number[]} */ all) => all.reduce((a, b) => Math.min(a, b), Infinity);
const most = (/** @type {number[]} */ all) => all.reduce((a, b) => Math.max(a, b), -Infinity);
const plain = () => new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false, maximumFractionDigits: 6 });
