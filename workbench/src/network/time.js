// The years: one at a time, played, or all.
import { element } from "../shared/dom.js";
import { said } from "../shared/texts.js";

const STEP = 700;
const CALM = 1_400;

/**
 * Fill the row of years.
 * @param {HTMLElement} row
 * @param {[number, number] | null} years
 * @param {{year: number | null, undated: string}} state
 * @param {{year: (year: number | null) => void, undated: (undated: string) => void}} told
 */
export function time(row, years, state, told) {
  row.hidden = !years;
  if (!years) return { set: () => undefined, stop: () => undefined };
  const [first, last] = years;
  let timer = 0;
  const all = element("input", { type: "checkbox", checked: state.year === null, onchange: () => choose(all.checked ? null : Number(slider.value)) });
  const slider = element("input", { type: "range", id: "year", min: first, max: last, step: 1, value: state.year ?? last, oninput: () => choose(Number(slider.value)) });
  const shown = element("output", { for: "year", class: "year" });
  const play = element("button", { type: "button", class: "quiet", onclick: () => (timer ? stop() : start()) }, said("play"));
  const undated = element("input", { type: "checkbox", checked: state.undated === "keep", onchange: () => told.undated(undated.checked ? "keep" : "drop") });

  /** @param {number | null} year */
  function set(year) {
    all.checked = year === null;
    if (year !== null) slider.value = String(year);
    shown.textContent = year === null ? `${first}–${last}` : String(year);
    slider.setAttribute("aria-valuetext", year === null ? said("all_times") : String(year));
  }
  /** @param {number | null} year */
  function choose(year) {
    set(year);
    told.year(year);
  }
  function start() {
    play.textContent = said("pause");
    play.setAttribute("aria-pressed", "true");
    if (all.checked || Number(slider.value) >= last) choose(first);
    wait();
  }
  /** The next year comes when this one has been drawn and looked at, however long drawing takes. */
  function wait() {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    timer = window.setTimeout(() => {
      if (Number(slider.value) >= last) return stop();
      choose(Number(slider.value) + 1);
      const own = timer;
      requestAnimationFrame(() => { if (timer === own) wait(); });
    }, calm ? CALM : STEP);
  }
  function stop() {
    window.clearTimeout(timer);
    timer = 0;
    play.textContent = said("play");
    play.removeAttribute("aria-pressed");
  }
  row.replaceChildren(
    play,
    element("label", { class: "unseen", for: "year" }, said("year")),
    slider,
    shown,
    element("label", { class: "tick" }, all, said("all_times")),
    element("label", { class: "tick" }, undated, said("undated")),
  );
  set(state.year);
  return { set, stop };
}
