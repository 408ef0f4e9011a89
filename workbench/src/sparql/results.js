// An answer shown: as a table, a chart, a network, a map, or as it came; and taken away as a file.
import { element } from "../shared/dom.js";
import { number, said } from "../shared/texts.js";
import { asked } from "./running.js";
import { byKeys, fillTabs } from "./tablist.js";
import { counted } from "./counting.js";
import { showTable } from "./views/table.js";
import { csv, sheet, tsv } from "./writing.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {Exclude<Answer, {kind: "boolean"}>} Rows */
/** @typedef {import("./views/table.js").Means} Means */
/** @typedef {{sparql: string, answer: Answer, seconds: number}} Result */
/** @typedef {"table" | "chart" | "network" | "map" | "raw"} View */

const MOST_RAW = 200_000;
/** @type {View[]} */
const VIEWS = ["table", "chart", "network", "map", "raw"];

/** The place where answers are shown. */
export class Results {
  /**
   * @param {HTMLElement} host
   * @param {{means: () => Means, fail: (error: unknown) => void}} given
   */
  constructor(host, { means, fail }) {
    this.means = means;
    this.fail = fail;
    /** @type {View} */
    this.view = "table";
    /** @type {Result | null} */
    this.result = null;
    this.tabs = element("div", { role: "tablist", class: "tabs views-of-answer", "aria-label": said("views_of_answer") });
    this.panel = element("div", { role: "tabpanel", id: "answer-panel", tabindex: -1 });
    this.sum = element("p", { class: "sum" });
    this.taken = element("div", { class: "actions taken" });
    byKeys(this.tabs);
    host.append(element("div", { class: "answer-head" }, element("h2", {}, said("answer")), this.sum), this.tabs, this.panel, this.taken);
    this.host = host;
  }

  /** @param {Result} result */
  show(result) {
    this.result = result;
    this.host.hidden = false;
    this.sum.textContent = this.summary(result);
    this.choose(this.view);
    this.taken.replaceChildren(element("span", {}, said("download")), ...this.downloads(result));
  }

  clear() {
    this.result = null;
    this.host.hidden = true;
  }

  /** @param {Result} result */
  summary({ answer, seconds }) {
    const time = said("seconds", { n: number(seconds, seconds < 1 ? 3 : 1) });
    if (answer.kind === "boolean") return time;
    return `${counted(answer.kind === "rows" ? "rows" : "statements", answer.rows.length)} · ${time}`;
  }

  /** @param {string} view */
  choose(view) {
    if (!this.result) return;
    const { answer } = this.result;
    this.view = VIEWS.find((one) => one === view) ?? "table";
    const views = answer.kind === "boolean" ? VIEWS.filter((one) => one === "table" || one === "raw") : VIEWS;
    if (!views.includes(this.view)) this.view = "table";
    fillTabs(this.tabs, views.map((id) => ({ id: `view-${id}`, name: said(`view_${id}`), panel: "answer-panel" })),
      `view-${this.view}`, (id) => this.choose(id.replace("view-", "")));
    this.panel.setAttribute("aria-labelledby", `tab-view-${this.view}`);
    if (answer.kind === "boolean") this.panel.replaceChildren(this.view === "raw" ? raw(answer.body) : yesOrNo(answer.value));
    else this.draw(this.view, answer).catch(this.fail);
  }

  /** @param {View} view @param {Rows} answer */
  async draw(view, answer) {
    if (view === "raw") return this.panel.replaceChildren(raw(answer.body));
    if (view === "table") return showTable(this.panel, answer, this.means());
    this.panel.replaceChildren(element("p", { class: "note" }, said("loading")));
    const show = view === "chart" ? (await import("./views/chart.js")).showChart
      : view === "network" ? (await import("./views/picture.js")).showPicture
        : (await import("./views/map.js")).showMap;
    if (this.view === view && this.result?.answer === answer) await show(this.panel, answer, this.means());
    return undefined;
  }

  /** @param {Result} result */
  downloads({ answer, sparql }) {
    const again = (/** @type {string} */ accept, /** @type {string} */ suffix) => async () => {
      try {
        save(`coordgraph.${suffix}`, accept, (await asked(sparql, { accept, files: this.means().files })).body);
      } catch (error) {
        this.fail(error);
      }
    };
    const here = (/** @type {string} */ suffix, /** @type {string} */ type, /** @type {() => string} */ write) => () =>
      save(`coordgraph.${suffix}`, type, write());
    const button = (/** @type {string} */ name, /** @type {() => void} */ onclick) =>
      element("button", { type: "button", class: "bare", onclick }, name);
    if (answer.kind === "boolean") return [button("JSON", here("json", "application/json", () => answer.body))];
    if (answer.kind === "statements") return [
      button("Turtle", again("text/turtle", "ttl")), button("N-Triples", here("nt", "application/n-triples", () => answer.body)),
      button("JSON-LD", again("application/ld+json", "jsonld")), button("RDF/XML", again("application/rdf+xml", "rdf")),
      button("CSV", here("csv", "text/csv", () => csv(answer.columns, answer.rows))),
    ];
    return [
      button("CSV", here("csv", "text/csv", () => csv(answer.columns, answer.rows))),
      button(said("csv_sheet"), here("csv", "text/csv", () => sheet(answer.columns, answer.rows))),
      button("TSV", here("tsv", "text/tab-separated-values", () => tsv(answer.columns, answer.rows))),
      button("JSON", here("srj", "application/sparql-results+json", () => answer.body)),
      button("XML", again("application/sparql-results+xml", "srx")),
    ];
  }
}

/** @param {boolean} value */
const yesOrNo = (value) => element("p", { class: "verdict" }, said(value ? "yes" : "no"));

/** @param {string} body */
function raw(body) {
  const text = element("pre", { class: "raw", tabindex: 0, role: "region", "aria-label": said("view_raw") }, body.slice(0, MOST_RAW));
  if (body.length <= MOST_RAW) return text;
  return element("div", {}, element("p", { class: "note" }, said("raw_cut", { n: number(MOST_RAW), all: number(body.length) })), text);
}

/** @param {string} name @param {string} type @param {string} text */
function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
