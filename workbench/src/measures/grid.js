// Numbers that can be chosen: one of them is in the order of tabs, arrows lead to the others.
import { element } from "../shared/dom.js";

/**
 * Make numbers such that they can be chosen, unless they are already.
 * @param {HTMLTableCellElement[]} cells
 */
export function ready(cells) {
  for (const cell of cells) {
    if (cell.classList.contains("explained")) continue;
    cell.classList.add("explained");
    cell.prepend(element("button", { type: "button", tabindex: -1, class: "figure" }, cell.firstChild ?? ""));
  }
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {(row: HTMLTableRowElement) => HTMLTableCellElement[]} cells  Those of a row that can be chosen.
 * @param {(cell: HTMLTableCellElement) => void} choose
 */
export function walk(body, cells, choose) {
  /** @type {HTMLElement | null} */
  let current = null;
  const rows = () => [...body.rows].filter((row) => !row.hidden && cells(row).length);

  /** @param {HTMLTableCellElement} cell @param {boolean} focus */
  function mark(cell, focus) {
    ready([cell]);
    const button = /** @type {HTMLElement} */ (cell.querySelector("button"));
    if (current) current.tabIndex = -1;
    current = button;
    button.tabIndex = 0;
    if (focus) button.focus();
  }

  const start = rows()[0];
  if (start) mark(/** @type {HTMLTableCellElement} */ (cells(start)[0]), false);

  /** @param {HTMLTableCellElement} cell @param {number} down @param {number} right */
  function step(cell, down, right) {
    const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
    if (right) return cells(row)[cells(row).indexOf(cell) + right];
    const every = rows();
    const next = every[every.indexOf(row) + down];
    return next && (cells(next).find((one) => one.cellIndex >= cell.cellIndex) ?? cells(next).at(-1));
  }

  const steps = /** @type {Record<string, [number, number]>} */ ({
    ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1],
  });
  body.addEventListener("keydown", (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest("td");
    if (!cell?.classList.contains("explained")) return;
    const way = steps[event.key];
    if (way) {
      event.preventDefault();
      const next = step(cell, ...way);
      if (next) mark(next, true);
    }
  });
  body.addEventListener("click", (event) => {
    const cell = /** @type {HTMLElement} */ (event.target).closest("td");
    if (!cell?.classList.contains("explained")) return;
    mark(cell, true);
    choose(cell);
  });
}
