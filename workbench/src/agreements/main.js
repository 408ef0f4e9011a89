// Agreements: map and timeline of those of a state, or of all; the map of one year, or of any time.
import { element, needed } from "../shared/dom.js";
import { fail, tell } from "../shared/notices.js";
import { number, said } from "../shared/texts.js";
import { inForce, span } from "./dates.js";
import { map } from "./map.js";
import { pairs } from "./pairs.js";
import { timeline } from "./timeline.js";

/** @typedef {import("./pairs.js").Agreement} Agreement */
/** @typedef {import("./map.js").State} State */

const now = new Date().getFullYear();

/** @typedef {{number: number, first: number, last: number, among: number}} Part  Which of all agreements are here. */

/** @param {{agreements: Agreement[], states: State[], part: Part | null}} data */
function start({ agreements, states, part }) {
  const select = needed("#state", HTMLSelectElement);
  const mapSection = needed("#map-section", HTMLElement);
  const timeSection = needed("#timeline-section", HTMLElement);
  mapSection.hidden = timeSection.hidden = false;
  const years = span(agreements, now);
  const slider = element("input", {
    type: "range", id: "year", min: years?.first ?? now, max: years?.last ?? now, step: 1, value: now, disabled: true, oninput: () => drawMap(),
  });
  const any = element("input", { type: "checkbox", id: "any", checked: true, onchange: () => drawMap() });
  const told = element("output", { for: "year", role: "status" });
  needed("#map-controls", HTMLElement).replaceChildren(element(
    "div", { class: "controls" },
    element("div", { class: "field check" }, any, element("label", { for: "any" }, said("any_time"))),
    element("div", { class: "field year" }, element("label", { for: "year" }, said("year")), slider),
    told,
  ));
  const partly = part && part.last - part.first < part.among
    ? said("part_drawn", { first: number(part.first + 1), last: number(part.last), n: number(part.among) }) : "";
  const begun = select.value;
  let painted = false;
  const draw = map(needed("#map-figure", HTMLElement), states, choose, partly);
  keys();

  /** Choose a state, or all by choosing it again. @param {string} iri */
  function choose(iri) {
    select.value = select.value === iri ? "" : iri;
    show();
  }

  function drawMap() {
    const year = Number(slider.value);
    slider.disabled = any.checked;
    const judged = agreements.map((one) => ({ one, holds: any.checked ? true : inForce(one, year) }));
    const held = judged.filter(({ holds }) => holds).map(({ one }) => one);
    const unknown = judged.filter(({ holds }) => holds === null).length;
    told.textContent = any.checked
      ? said("all_n", { n: number(held.length) })
      : said("year_n", { year, n: number(held.length), unknown: number(unknown) });
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { states: parties } of held) for (const iri of parties) counts.set(iri, (counts.get(iri) ?? 0) + 1);
    draw(pairs(held), counts, select.value);
  }

  function show() {
    const chosen = select.value;
    // Others than these are not here: the server gives them.
    if (part && chosen !== begun) return location.assign(chosen ? `?${new URLSearchParams({ state: chosen })}` : location.pathname);
    const own = agreements.filter((one) => !chosen || one.states.includes(chosen));
    const iris = new Set(own.map(({ iri }) => iri));
    for (const row of document.querySelectorAll("tr[data-agreement]")) {
      /** @type {HTMLElement} */ (row).hidden = !iris.has(/** @type {HTMLElement} */ (row).dataset.agreement ?? "");
    }
    for (const row of document.querySelectorAll("tr[data-state]")) {
      const here = /** @type {HTMLElement} */ (row).dataset.state === chosen;
      row.classList.toggle("chosen", here);
      const anchor = row.querySelector("a");
      if (here) anchor?.setAttribute("aria-current", "true");
      else anchor?.removeAttribute("aria-current");
    }
    needed("#table .count", HTMLElement).textContent = number(part?.among ?? own.length);
    drawMap();
    const drawTimes = () => timeline(needed("#timeline-figure", HTMLElement), own, now, partly);
    if (painted) drawTimes();
    // It stands below what a window shows first, which is painted before.
    else requestAnimationFrame(() => setTimeout(drawTimes));
    painted = true;
    const search = new URLSearchParams({ ...(chosen && { state: chosen }), ...(part && part.number > 1 && { part: String(part.number) }) });
    history.replaceState(null, "", search.size ? `?${search}` : location.pathname);
    tell(said("n_agreements", { n: number(own.length) }));
  }

  /** What stands in the page chooses a state without loading it anew. */
  function keys() {
    select.addEventListener("change", show);
    select.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      show();
    });
    for (const anchor of document.querySelectorAll("a.choose")) {
      anchor.addEventListener("click", (event) => {
        event.preventDefault();
        choose(/** @type {HTMLElement} */ (anchor.closest("tr")).dataset.state ?? "");
      });
    }
  }

  const lost = states.filter(({ longitude }) => longitude === null).map(({ name }) => name.slice(0, 60));
  if (lost.length) mapSection.append(element("p", { class: "note", dir: "auto" }, said("no_place", { names: lost.join(", ") })));
  show();
}

const data = document.getElementById("data");
if (data) {
  try {
    start(JSON.parse(data.textContent ?? "{}"));
  } catch (error) {
    fail(error);
  }
}
