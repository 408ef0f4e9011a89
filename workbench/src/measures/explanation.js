// What a number is made of: its ties, their mechanisms, and the passages where they are written.
import { ask } from "../shared/api.js";
import { element, link, place } from "../shared/dom.js";
import { lang, number, said } from "../shared/texts.js";
import { shares } from "./order.js";

/**
 * @typedef {{iri: string, source_label: string, locator: string}} Passage
 * @typedef {{level: string | null, mechanism: string, title: string, kind: string, practice: string,
 *   own_part: {roles: string[], inferred: boolean}, their_part: {roles: string[], inferred: boolean},
 *   passages: Passage[]}} Mechanism
 * @typedef {{counterpart: string, label: string, contribution: number | null, counts: boolean, mechanisms: Mechanism[]}} Tie
 * @typedef {{actor: string, label: string, measure: string, value: number | null, rank: number | null, among: number,
 *   base: number, ties: Tie[], more_ties: {number: number, contribution: number | null}}} Explanation
 */

const FIRST = 10;

/**
 * Open the dialog that explains a number.
 * @param {HTMLDialogElement} dialog
 * @param {Record<string, string>} given  The actor, the measure, the choice of the network.
 * @param {{actor: string, measure: string}} names  What these are called.
 */
export async function explain(dialog, given, names) {
  const controller = new AbortController();
  dialog.addEventListener("close", () => controller.abort(), { once: true });
  show(dialog, names, element("p", { role: "status" }, said("loading")));
  if (!dialog.open) dialog.showModal();
  await fill(dialog, { ...given, limit: String(FIRST) }, names, controller.signal);
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Record<string, string>} given
 * @param {{actor: string, measure: string}} names
 * @param {AbortSignal} signal
 */
async function fill(dialog, given, names, signal) {
  try {
    const found = await ask("/api/explain", { ...given, lang: lang() }, { signal });
    if (signal.aborted) return;
    const all = () => fill(dialog, { ...given, limit: "" }, names, signal);
    show(dialog, names, ...told(found, all));
  } catch (error) {
    if (signal.aborted) return;
    show(dialog, names, element("p", { class: "problem", role: "alert" }, error instanceof Error ? error.message : String(error)));
  }
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {{actor: string, measure: string}} names
 * @param {...Node} content
 */
function show(dialog, names, ...content) {
  const close = element("button", { class: "quiet", type: "button", onclick: () => dialog.close() }, said("close"));
  const title = element("h2", { id: "x-title", dir: "auto", class: "long" }, said("x_title", { label: names.actor, measure: names.measure }));
  dialog.replaceChildren(element("header", {}, title, close), ...content);
  close.focus();
}

/**
 * @param {Explanation} found
 * @param {() => void} all
 * @returns {Node[]}
 */
function told(found, all) {
  const value = found.rank === null
    ? number(found.value, 5)
    : said("x_value", { value: number(found.value, 5), rank: number(found.rank), among: number(found.among) });
  const about = [element("p", { class: "value" }, value), element("p", { class: "note" }, said(`about_${found.measure}`))];
  if (found.base) about.push(element("p", { class: "note" }, said("x_base", { base: number(found.base, 5) })));
  if (!found.ties.length) return [...about, element("p", {}, said("x_no_tie"))];
  const sums = found.ties.some(({ contribution }) => contribution !== null);
  const parts = shares(found.ties.map(({ contribution }) => contribution ?? undefined));
  const list = element("ul", { class: "ties" }, ...found.ties.map((one, index) => tie(one, parts[index] ?? 0)));
  const heading = element("h3", {}, said(sums ? "x_ties" : "x_ties_count"));
  return [...about, heading, list, ...more(found, sums, all)];
}

/**
 * @param {Explanation} found
 * @param {boolean} sums
 * @param {() => void} all
 */
function more({ more_ties: rest }, sums, all) {
  if (!rest.number) return [];
  const words = said(sums ? "x_more" : "x_more_plain", { n: number(rest.number), value: number(rest.contribution, 5) });
  return [element("p", { class: "note" }, `${words} `, element("button", { class: "bare", type: "button", onclick: all }, said("x_all")))];
}

/** @param {Tie} one @param {number} share */
function tie(one, share) {
  const gives = one.contribution === null ? [] : [element("span", { class: "number" }, said("x_gives", { value: number(one.contribution, 5) }))];
  const bar = element("span", { class: "share" });
  bar.style.width = `${(100 * share).toFixed(1)}%`;
  const n = one.mechanisms.length;
  const words = n === 1 ? said("x_mechanism") : said("x_mechanisms", { n });
  return element(
    "li", {},
    element("div", { class: "line" }, link(one.counterpart, one.label), ...gives),
    ...(share > 0 ? [bar] : []),
    element("details", {}, element("summary", {}, words), element("ul", {}, ...one.mechanisms.map(mechanism))),
  );
}

/** @param {Mechanism} one */
function mechanism(one) {
  const level = one.level?.split("/").pop() ?? "no-level";
  const name = level === "no-level" ? said("no_level") : said(level);
  const parts = [one.own_part, one.their_part].map(({ roles, inferred }) => roles.join(", ") + (inferred ? ` (${said("x_inferred")})` : ""));
  const notes = [one.kind, one.practice, parts.filter(Boolean).join(" – ")].filter(Boolean).join(" · ");
  return element(
    "li", {},
    link(one.mechanism, one.title), " ",
    element("span", { class: `level ${level}` }, name),
    element("div", { class: "note", dir: "auto" }, notes),
    element("ul", { class: "passages" }, ...one.passages.map(passage)),
  );
}

/** @param {Passage} one */
function passage(one) {
  const words = [one.locator, one.source_label].filter(Boolean).join(", ");
  return element("li", {}, element("a", { href: place(one.iri), dir: "auto" }, words || one.iri));
}
