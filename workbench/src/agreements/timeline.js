// Agreements in time: a row each, from signature to end, as far as dates are known.
import { element, link } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { byDay, span, stretch } from "./dates.js";

/** @typedef {import("./pairs.js").Agreement} Agreement */

const STUB = 4;

/**
 * Draw the rows of agreements that have a date.
 * @param {HTMLElement} figure
 * @param {Agreement[]} agreements
 * @param {number} now
 * @param {string} shown  How much of all is drawn, where it is not all.
 */
export function timeline(figure, agreements, now, shown) {
  const dated = agreements.filter((one) => one.signed || one.in_force || one.ended);
  const years = span(dated, now);
  if (!years) return figure.replaceChildren(element("p", { class: "note" }, said("n_agreements", { n: 0 })));
  const first = Math.floor(years.first / 10) * 10;
  const last = years.last + 1;
  const at = (/** @type {number} */ year) => (100 * (Math.min(year, last) - first)) / (last - first);
  const scale = element("div", { class: "track scale", "aria-hidden": "true" });
  for (let year = first; year <= last; year += 10) {
    const tick = element("span", { class: "tick" }, String(year));
    tick.style.left = `${at(year)}%`;
    scale.append(tick);
  }
  const rows = dated.map((one) => element("li", {}, element("div", { class: "name" }, link(one.iri, one.title)), track(one, at, now)));
  const head = element("div", { class: "years" }, element("span", { class: "shown" }, shown), scale);
  figure.replaceChildren(
    element("div", { class: "times", role: "group", tabindex: 0, "aria-labelledby": "timeline" }, head, element("ol", {}, ...rows)),
  );
}

/** @param {Agreement} one @param {(year: number) => number} at @param {number} now */
function track(one, at, now) {
  const words = [
    one.signed && said("bar_signed", { date: one.signed }),
    one.in_force && said("bar_force", { date: one.in_force }),
    one.ended && said("bar_ended", { date: one.ended }),
  ].filter(Boolean).join(", ");
  const made = element("div", { class: "track", role: "img", "aria-label": words, title: words });
  const from = stretch(one.in_force);
  const to = stretch(one.ended);
  if (from) {
    const open = !to && one.status !== "in-force";
    const end = to ? to.from : open ? from.from + STUB : now + 1;
    made.append(part(open ? "held open" : "held", at(from.from), at(Math.max(end, from.from + 0.2))));
  }
  for (const [name, date] of /** @type {[string, string | null][]} */ ([["signed", one.signed], ["force", one.in_force], ["ended", one.ended]])) {
    const when = stretch(date);
    if (!when) continue;
    if (byDay(date)) made.append(part(`mark ${name}`, at(when.from)));
    else made.append(part(`vague ${name}`, at(when.from), at(when.to)));
  }
  return made;
}

/** @param {string} kind @param {number} left @param {number} [right] */
function part(kind, left, right) {
  const made = element("span", { class: kind });
  made.style.left = `${left.toFixed(2)}%`;
  if (right !== undefined) made.style.width = `${Math.max(right - left, 0.2).toFixed(2)}%`;
  return made;
}
