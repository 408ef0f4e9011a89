// Measures: rows sorted in place, bars, a filter, and each number explained.
import { needed } from "../shared/dom.js";
import { tell } from "../shared/notices.js";
import { lang, said } from "../shared/texts.js";
import { filterBy } from "./filter.js";
import { explain } from "./explanation.js";
import { ready, walk } from "./grid.js";
import { compare, shares } from "./order.js";

/** Measures whose numbers are names, not amounts. */
const NAMES = ["community", "articulation"];
/** Rows that become ready at once and then at a time, and milliseconds after which they do though there is much to do. */
const SEEN = 40;
const SOME = 150;
const LATEST = 500;

const table = /** @type {HTMLTableElement | null} */ (document.querySelector("table.measures"));
const { given } = JSON.parse(needed("#data", HTMLScriptElement).textContent ?? "{}");

/** @param {HTMLTableElement} shown */
function start(shown) {
  const head = /** @type {HTMLTableRowElement} */ (shown.tHead?.rows[0]);
  const body = whole(shown);
  const heads = [...head.cells];
  const first = heads.findIndex((one) => one.dataset.measure);
  const bars = barsOf(body, heads);
  if (shown.dataset.whole === "yes") sortable(heads, body);
  filterBy(shown, body);
  const cells = (/** @type {HTMLTableRowElement} */ row) =>
    [...row.cells].slice(first).filter((one) => one.dataset.value !== undefined && heads[one.cellIndex]?.dataset.explained !== undefined);
  walk(body, cells, (cell) => open(heads, cell));
  inTurn([...body.rows], (row) => { bars(row); ready(cells(row)); row.classList.remove("later"); });
}

/** All rows in one body: those that a window does not show first come into sight when they are ready. @param {HTMLTableElement} shown */
function whole(shown) {
  const body = /** @type {HTMLTableSectionElement} */ (shown.tBodies[0]);
  const later = shown.tBodies[1];
  for (const row of later?.rows ?? []) row.classList.add("later");
  body.append(...(later?.rows ?? []));
  later?.remove();
  return body;
}

/** What draws the bars of a row. @param {HTMLTableSectionElement} body @param {HTMLTableCellElement[]} heads */
function barsOf(body, heads) {
  const places = new Map([...body.rows].map((row, at) => [row, at]));
  const columns = heads
    .filter(({ dataset: { measure } }) => measure && !NAMES.includes(measure))
    .map(({ cellIndex }) => ({ cellIndex, parts: shares([...places.keys()].map((row) => value(row.cells[cellIndex]))) }));
  return (/** @type {HTMLTableRowElement} */ row) => {
    for (const { cellIndex, parts } of columns) {
      const share = parts[places.get(row) ?? -1];
      if (share) row.cells[cellIndex]?.style.setProperty("--share", share.toFixed(4));
    }
  };
}

/**
 * Do something with each row: at once with those that are seen first, with others when nothing else is to be done.
 * @param {HTMLTableRowElement[]} rows @param {(row: HTMLTableRowElement) => void} act @param {number} [most]
 */
function inTurn(rows, act, most = SEEN) {
  rows.slice(0, most).forEach(act);
  const others = rows.slice(most);
  if (!others.length) return;
  // Safari has no idle callbacks.
  const idle = window.requestIdleCallback ?? ((/** @type {() => void} */ then) => setTimeout(then, 60));
  requestAnimationFrame(() => idle(() => inTurn(others, act, SOME), { timeout: LATEST }));
}

/** @param {HTMLTableCellElement | undefined} cell */
function value(cell) {
  return cell?.dataset.value === undefined ? undefined : Number(cell.dataset.value);
}

/** @param {HTMLTableCellElement[]} heads @param {HTMLTableSectionElement} body */
function sortable(heads, body) {
  heads.forEach((head, column) => {
    const anchor = head.querySelector("a");
    anchor?.addEventListener("click", (event) => {
      event.preventDefault();
      const before = head.getAttribute("aria-sort");
      const falling = before ? before === "ascending" : head.dataset.name !== "label";
      for (const one of heads) one.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const key = (/** @type {HTMLTableRowElement} */ row) =>
        column === 0 ? row.cells[0]?.textContent?.trim() ?? "" : value(row.cells[column]);
      body.append(...[...body.rows].sort((a, b) => compare(key(a), key(b), falling, lang())));
      const search = new URLSearchParams(location.search);
      search.set("sort", head.dataset.name ?? "");
      search.set("order", falling ? "desc" : "asc");
      history.replaceState(null, "", `?${search}`);
      tell(said("sorted_by", { name: anchor.textContent?.trim() ?? "" }));
    });
  });
}

/** @param {HTMLTableCellElement[]} heads @param {HTMLTableCellElement} cell */
function open(heads, cell) {
  const head = heads[cell.cellIndex];
  const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
  const [name, further] = (head?.dataset.further ?? "").split("=");
  const asked = { ...given, ...(name && further ? { [name]: further } : {}), actor: row.dataset.actor ?? "", measure: head?.dataset.measure ?? "" };
  const measure = said(`m_${asked.measure}`) + (further ? ` (${head?.querySelector("a")?.textContent?.trim()})` : "");
  explain(needed("#explanation", HTMLDialogElement), asked, { actor: row.cells[0]?.textContent?.trim() ?? "", measure });
}

if (table) start(table);
needed("form.choosing", HTMLFormElement).addEventListener("submit", (event) => {
  // What is not chosen stays out of the address, so that it can be read and shared.
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  for (const field of form.elements) {
    if ((field instanceof HTMLSelectElement || field instanceof HTMLInputElement) && !field.value) field.disabled = true;
  }
  tell(said("working"));
  addEventListener("pageshow", () => { for (const field of form.elements) if ("disabled" in field) field.disabled = false; }, { once: true });
});
