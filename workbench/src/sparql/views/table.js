// An answer as a table: a page at a time, ordered and filtered; things are links to their pages.
import { element, place } from "../../shared/dom.js";
import { number, said } from "../../shared/texts.js";
import { filtered, kindOf, sorted } from "../answers.js";
import { counted } from "../counting.js";
import { brief, numberOf } from "../terms.js";

/** @typedef {import("../terms.js").Term} Term */
/** @typedef {import("../answers.js").Row} Row */
/** @typedef {{columns: string[], rows: Row[]}} Rows */
/** @typedef {{prefixes: Record<string, string>, labels: import("../labels.js").Labels, files: import("../running.js").File[]}} Means */

const PAGE = 100;
const LONG = 300;
let tables = 0;

/**
 * @param {HTMLElement} host
 * @param {Rows} answer
 * @param {Means} means
 */
export function showTable(host, answer, means) {
  const table = new Table(answer, means);
  host.replaceChildren(table.made);
  table.draw();
}

class Table {
  /** @param {Rows} answer @param {Means} means */
  constructor(answer, means) {
    this.answer = answer;
    this.means = means;
    this.rows = answer.rows;
    this.at = 0;
    this.column = -1;
    this.down = false;
    this.names = true;
    const id = `table-${++tables}`;
    this.kinds = answer.columns.map((_, at) => kindOf(answer.rows, at));
    this.body = element("tbody");
    this.heads = answer.columns.map((name, at) => this.head(name, at));
    this.count = element("p", { class: "note", role: "status" });
    this.find = element("input", { type: "search", id: `${id}-find`, dir: "auto", oninput: () => this.arrange(0) });
    this.pages = element("nav", { class: "pages", "aria-label": said("pages") });
    const named = element("input", { type: "checkbox", id: `${id}-names`, checked: true, onchange: (/** @type {Event} */ event) => {
      this.names = /** @type {HTMLInputElement} */ (event.target).checked;
      this.draw();
    } });
    const frame = element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": said("rows_shown") },
      element("table", { class: "rows" }, element("thead", {}, element("tr", {}, ...this.heads)), this.body));
    this.made = element("div", { class: "answer-table" },
      element("div", { class: "controls" },
        element("div", { class: "field" }, element("label", { for: this.find.id }, said("filter_rows")), this.find),
        element("label", { class: "check", for: named.id }, named, said("show_names")),
        this.count),
      frame, this.pages);
  }

  /** @param {string} name @param {number} at */
  head(name, at) {
    const sort = element("button", { type: "button", class: "sort", dir: "auto", onclick: () => this.order(at) }, name);
    return element("th", { scope: "col", class: this.kinds[at] === "number" ? "numeric" : null }, sort);
  }

  /** @param {number} at */
  order(at) {
    this.down = this.column === at && !this.down;
    this.column = at;
    this.heads.forEach((head, place) => {
      if (place === at) head.setAttribute("aria-sort", this.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.arrange(0);
  }

  /** @param {number} at */
  arrange(at) {
    const found = filtered(this.answer.rows, this.find.value);
    this.rows = this.column < 0 ? found : sorted(found, this.column, this.down, (term) => this.text(term));
    this.at = at;
    this.draw();
  }

  draw() {
    const shown = this.rows.slice(this.at * PAGE, (this.at + 1) * PAGE);
    this.body.replaceChildren(...shown.map((row) => this.row(row)));
    this.count.textContent = this.rows.length === this.answer.rows.length
      ? counted("rows", this.rows.length)
      : said("rows_of", { n: number(this.rows.length), all: number(this.answer.rows.length) });
    this.turn();
    if (this.names) this.learn(shown);
  }

  /** @param {Row[]} shown */
  async learn(shown) {
    const iris = shown.flat().filter((term) => term?.type === "uri").map((term) => term?.value ?? "");
    const more = await this.means.labels.learn(iris, this.means.files).catch(() => false);
    if (more && this.names && shown[0] === this.rows[this.at * PAGE]) this.body.replaceChildren(...shown.map((row) => this.row(row)));
  }

  turn() {
    const last = Math.max(Math.ceil(this.rows.length / PAGE) - 1, 0);
    const to = (/** @type {number} */ at) => () => {
      this.at = at;
      this.draw();
      this.made.querySelector(".scroll")?.scrollTo({ top: 0 });
    };
    const button = (/** @type {string} */ key, /** @type {number} */ at, /** @type {boolean} */ off) =>
      element("button", { type: "button", class: "quiet", disabled: off, onclick: to(at) }, said(key));
    const range = said("rows_from", {
      from: number(this.at * PAGE + 1), to: number(Math.min((this.at + 1) * PAGE, this.rows.length)), all: number(this.rows.length),
    });
    this.pages.replaceChildren(...(last === 0 ? [] : [
      button("first_page", 0, this.at === 0), button("previous", this.at - 1, this.at === 0), element("span", {}, range),
      button("next", this.at + 1, this.at === last), button("last", last, this.at === last),
    ]));
  }

  /** @param {Row} row */
  row(row) {
    return element("tr", {}, ...row.map((term, at) => {
      const numeric = this.kinds[at] === "number";
      return element("td", { class: numeric ? "numeric" : null }, ...(term ? [this.cell(term)] : []));
    }));
  }

  /** @param {Term} term */
  text(term) {
    return term.type === "uri" ? ((this.names && this.means.labels.of(term.value)) || brief(term.value, this.means.prefixes)) : term.value;
  }

  /** @param {Term} term @returns {Node} */
  cell(term) {
    const text = this.text(term);
    if (term.type === "uri") {
      const to = /^(?:https?|urn):/.test(term.value) ? place(term.value) : null;
      return element("a", { href: to, title: term.value.slice(0, 500), dir: "auto" }, cut(text));
    }
    if (term.type === "bnode") return element("span", { class: "soft" }, `_:${text}`);
    if (numberOf(term) !== null) return element("span", { class: "number", title: text }, number(numberOf(term), 6));
    const tag = term["xml:lang"];
    return element("span", { dir: "auto", lang: tag ?? null }, ...long(text), ...(tag ? [element("small", { class: "tag", lang: "en" }, tag)] : []));
  }
}

/** @param {string} text */
const cut = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

/** A text that is long is cut, and can be shown whole. @param {string} text */
function long(text) {
  if (text.length <= LONG) return [text];
  const start = element("span", {}, cut(text));
  const more = element("button", { type: "button", class: "bare", onclick: () => {
    start.textContent = text;
    more.remove();
  } }, said("show_all"));
  return [start, " ", more];
}
