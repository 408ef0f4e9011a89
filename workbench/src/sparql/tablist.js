// Tabs by mouse and keyboard [WAI-ARIA APG]: arrows go from one to the next.
import { element } from "../shared/dom.js";

/** @typedef {{id: string, name: string, panel: string}} Item */

/**
 * Fill a list of tabs.
 * @param {HTMLElement} list
 * @param {Item[]} items
 * @param {string} chosen
 * @param {(id: string) => void} choose
 */
export function fillTabs(list, items, chosen, choose) {
  const had = list.contains(document.activeElement);
  const made = items.map(({ id, name, panel }) => {
    const is = id === chosen;
    return element("button", {
      type: "button", role: "tab", id: `tab-${id}`, "aria-selected": is ? "true" : "false", "aria-controls": panel,
      tabindex: is ? 0 : -1, dir: "auto", title: name.slice(0, 200), onclick: () => choose(id),
    }, name.slice(0, 60));
  });
  list.replaceChildren(...made);
  const current = made[items.findIndex(({ id }) => id === chosen)];
  if (had) current?.focus();
  current?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * Let arrows, Home and End go through the tabs of a list.
 * @param {HTMLElement} list
 * @param {Partial<Record<string, () => void>>} [further]  What other keys do on a tab.
 */
export function byKeys(list, further = {}) {
  list.addEventListener("keydown", (event) => {
    const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role="tab"]')]);
    const at = tabs.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (at < 0 || (to === undefined && !further[event.key])) return;
    event.preventDefault();
    if (to === undefined) further[event.key]?.();
    else tabs[(to + tabs.length) % tabs.length]?.click();
  });
}
