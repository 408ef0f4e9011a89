// A field that finds actors by name as one types: a combobox with a list [WAI-ARIA APG].
import { ask, latest } from "./api.js";
import { element } from "./dom.js";
import { lang, said } from "./texts.js";

/** @typedef {{actor: string, label: string, kind: string | null, country: string | null}} Found */

const WAIT = 120;
let lists = 0;

/**
 * Let a field find actors; a status tells how many were found.
 * @param {HTMLInputElement} input  The field; it stands in an element of class `finder`.
 * @param {(found: Found) => void} choose  Told which one was chosen.
 * @param {(words: string) => void} [tell]  Told how many were found, or what went wrong.
 */
export function finder(input, choose, tell = () => undefined) {
  const list = element("ul", { role: "listbox", id: `found-${++lists}`, "aria-label": said("found_actors") });
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) input.setAttribute(name, value);
  /** @type {Found[]} */
  let found = [];
  let at = -1;
  let timer = 0;

  const find = latest((signal, /** @type {string} */ q) =>
    ask("/api/search", { q, lang: lang(), limit: 12 }, { signal }));

  /** @param {Found[]} rows */
  function show(rows) {
    found = rows;
    at = -1;
    list.replaceChildren(...rows.map(option));
    input.setAttribute("aria-expanded", String(rows.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {Found} one @param {number} index */
  function option(one, index) {
    const note = [one.kind, one.country].filter(Boolean).join(" · ");
    return element(
      "li", { role: "option", id: `${list.id}-${index}`, "aria-selected": "false", onpointerdown: (event) => pick(event, index) },
      element("span", { dir: "auto", class: "long" }, one.label || one.actor),
      ...(note ? [element("small", { dir: "auto" }, note)] : []),
    );
  }

  /** @param {number} index */
  function mark(index) {
    at = index;
    [...list.children].forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
    const marked = list.children[at];
    if (marked) {
      input.setAttribute("aria-activedescendant", marked.id);
      marked.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  /** @param {Event} event @param {number} index */
  function pick(event, index) {
    const chosen = found[index];
    if (!chosen) return;
    event.preventDefault();
    find.stop();
    clearTimeout(timer);
    show([]);
    input.value = chosen.label || chosen.actor;
    choose(chosen);
  }

  async function search() {
    const q = input.value.trim();
    if (!q) {
      find.stop();
      tell("");
      return show([]);
    }
    try {
      const answer = await find(q);
      if (answer === undefined) return;
      show(answer.rows);
      tell(said(answer.rows.length ? "found_n" : "found_none", { n: answer.rows.length }));
    } catch (error) {
      show([]);
      tell(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const steps = { ArrowDown: at + 1, ArrowUp: at < 0 ? found.length - 1 : at - 1 };
    if (event.key in steps && found.length) {
      event.preventDefault();
      const next = steps[/** @type {"ArrowDown" | "ArrowUp"} */ (event.key)];
      mark(next >= found.length ? -1 : next);
    } else if (event.key === "Enter" && at >= 0) pick(event, at);
    else if (event.key === "Escape" && found.length) {
      event.preventDefault();
      show([]);
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(search, WAIT);
  });
  input.addEventListener("keydown", press);
  input.addEventListener("blur", () => show([]));
}
