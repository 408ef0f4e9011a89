// Measures: rows sorted in place, bars, a filter, and each number explained.
import { needed } from "../shared/dom.js";
import { tell } from "../shared/notices.js";
import { lang, said } from "../shared/texts.js";
import { filterBy } from "./filter.js";
import { explain } from "./explanation.js";
import { walk } from "./grid.js";
import { compare, shares } from "./order.js";

/** Measures whose numbers are names, not amounts. */
const NAMES = ["community", "articulation"];

const table = /** @type {HTMLTableElement | null} */ (document.querySelector("table.measures"));
const { given } = JSON.parse(needed("#data", HTMLScriptElement).textContent ?? "{}");

/** @param {HTMLTableElement} shown */
function start(shown) {
  const head = /** @type {HTMLTableRowElement} */ (shown.tHead?.rows[0]);
  const body = /** @type {HTMLTableSectionElement} */ (shown.tBodies[0]);
  const heads = [...head.cells];
  const first = heads.findIndex((one) => one.dataset.measure);
  draw(body, heads);
  if (shown.dataset.whole === "yes") sortable(heads, body);
  filterBy(shown, body);
  const cells = (/** @type {HTMLTableRowElement} */ row) =>
    [...row.cells].slice(first).filter((one) => one.dataset.value !== undefined && heads[one.cellIndex]?.dataset.explained !== undefined);
  walk(body, cells, (cell) => open(heads, cell));
}

/** @param {HTMLTableSectionElement} body @param {HTMLTableCellElement[]} heads */
function draw(body, heads) {
  for (const head of heads) {
    if (!head.dataset.measure || NAMES.includes(head.dataset.measure)) continue;
    const cells = [...body.rows].map((row) => row.cells[head.cellIndex]);
    shares(cells.map((cell) => value(cell))).forEach((share, index) => {
      if (share === 0) return;
      const bar = document.createElement("span");
      bar.className = "share";
      bar.style.width = `calc(${share.toFixed(4)} * (100% - 1.2rem))`;
      cells[index]?.append(bar);
    });
  }
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
