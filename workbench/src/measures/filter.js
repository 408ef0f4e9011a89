// A field above a table that hides the rows without its words.
import { element } from "../shared/dom.js";
import { tell } from "../shared/notices.js";
import { number, said } from "../shared/texts.js";

/** Fold case and accents. @param {string} text */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Say whether a text has all words. @param {string} text @param {string} words */
export function has(text, words) {
  const within = folded(text);
  return folded(words).split(/\s+/).every((word) => within.includes(word));
}

/** @param {HTMLTableElement} table @param {HTMLTableSectionElement} body */
export function filterBy(table, body) {
  const input = element("input", { type: "search", id: "filter", autocomplete: "off" });
  const field = element("div", { class: "field filter" }, element("label", { for: "filter" }, said("filter")), input);
  table.parentElement?.before(field);
  const texts = new Map([...body.rows].map((row) => [row, `${row.cells[0]?.textContent} ${row.cells[1]?.textContent}`]));
  input.addEventListener("input", () => {
    let shown = 0;
    for (const [row, text] of texts) {
      row.hidden = !has(text, input.value);
      shown += row.hidden ? 0 : 1;
    }
    tell(said("filtered", { n: number(shown) }));
  });
}
