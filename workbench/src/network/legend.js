// What colours and sizes mean.
import { element } from "../shared/dom.js";
import { number, said } from "../shared/texts.js";

/** @typedef {{title: string, entries: {colour: string, label: string, count?: number}[], scale?: string[], range?: [number, number] | null}} Part */

/**
 * Show what the picture means.
 * @param {HTMLElement} place
 * @param {Part[]} parts
 */
export function legend(place, parts) {
  place.replaceChildren(...parts.filter(({ entries, scale }) => entries.length || scale).map(part));
}

/** @param {Part} given */
function part({ title, entries, scale, range }) {
  const rows = entries.map(({ colour, label, count }) => {
    const dot = element("span", { class: "dot" });
    dot.style.background = colour;
    return element("li", {}, dot, element("span", { dir: "auto" }, label), ...(count === undefined ? [] : [element("span", { class: "count" }, number(count))]));
  });
  return element("div", {}, element("p", { class: "name" }, title), ...(scale ? [ramp(scale, range ?? null)] : []), element("ul", {}, ...rows));
}

/** @param {string[]} scale @param {[number, number] | null} range */
function ramp(scale, range) {
  const bar = element("span", { class: "ramp" });
  bar.style.background = `linear-gradient(to right, ${scale.join(", ")})`;
  return element("p", { class: "scale" }, number(range?.[0] ?? null), bar, number(range?.[1] ?? null), ...(range ? [] : [said("undefined")]));
}
