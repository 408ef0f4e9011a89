// The network that is seen as tables: by pages, to be sorted, each actor to be chosen.
import { element } from "../shared/dom.js";
import { number, said } from "../shared/texts.js";

const PAGE = 25;

/**
 * @template T
 * @typedef {{title: string, value: (row: T) => string | number | null, cell?: (row: T) => Node | string, start?: "down" | "up"}} Column
 */

/**
 * A table in pages; a head sorts by its column.
 * @template T
 * @param {HTMLElement} place
 * @param {string} title
 * @param {Column<T>[]} columns
 * @returns {(rows: T[]) => void}  Shows other rows.
 */
export function table(place, title, columns) {
  /** @type {T[]} */
  let rows = [];
  let first = 0;
  /** @type {{at: number, sign: number} | null} */
  let order = null;
  const collator = new Intl.Collator(document.documentElement.lang);
  const body = element("tbody");
  const heads = columns.map((column, at) => element("th", { scope: "col", class: isNumber(column) ? "number" : "" },
    element("button", { type: "button", class: "bare sort", onclick: () => sort(at) }, capital(column.title))));
  const before = element("button", { type: "button", class: "quiet", onclick: () => turn(-PAGE) }, said("before"));
  const after = element("button", { type: "button", class: "quiet", onclick: () => turn(PAGE) }, said("after"));
  const where = element("span", { role: "status" });
  place.replaceChildren(
    element("h3", {}, title),
    element("div", { class: "wide", tabindex: 0, role: "region", "aria-label": title }, element("table", {}, element("thead", {}, element("tr", {}, ...heads)), body)),
    element("div", { class: "actions pages" }, before, after, where),
  );

  /** @param {number} by */
  function turn(by) {
    first = Math.max(0, Math.min(first + by, rows.length - 1));
    draw();
  }
  /** @param {number} at */
  function sort(at) {
    const start = columns[at]?.start === "down" ? -1 : 1;
    order = order?.at === at ? { at, sign: -order.sign } : { at, sign: start };
    first = 0;
    arrange();
    draw();
  }
  function arrange() {
    heads.forEach((head, at) => {
      if (order?.at === at) head.setAttribute("aria-sort", order.sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
    const column = order && columns[order.at];
    if (!order || !column) return;
    const { sign } = order;
    rows = [...rows].sort((a, b) => {
      const [one, other] = [column.value(a), column.value(b)];
      if (one === other) return 0;
      if (one === null || one === "") return 1;
      if (other === null || other === "") return -1;
      return sign * (typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other)));
    });
  }
  function draw() {
    body.replaceChildren(...rows.slice(first, first + PAGE).map((row) => element("tr", {}, ...columns.map((column, at) => {
      const value = column.value(row);
      const shown = column.cell ? column.cell(row) : typeof value === "number" ? number(value) : value ?? "";
      return at ? element("td", { class: isNumber(column) ? "number" : "", dir: isNumber(column) ? null : "auto" }, shown) : element("th", { scope: "row" }, shown);
    }))));
    where.textContent = rows.length ? said("rows", { first: number(first + 1), last: number(Math.min(first + PAGE, rows.length)), n: number(rows.length) }) : said("nothing_left");
    before.disabled = first === 0;
    after.disabled = first + PAGE >= rows.length;
  }
  return (given) => {
    rows = given;
    first = 0;
    arrange();
    draw();
  };
}

/** @param {string} title */
const capital = (title) => title.charAt(0).toLocaleUpperCase() + title.slice(1);

/** @param {Column<any>} column */
const isNumber = (column) => column.start === "down";
