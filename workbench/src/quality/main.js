// Quality: the checks are run when the page is there, and can be stopped.
import { address, ask } from "../shared/api.js";
import { element, needed, place } from "../shared/dom.js";
import { tell } from "../shared/notices.js";
import { lang, number, said } from "../shared/texts.js";
import { Labels } from "../sparql/labels.js";
import { brief, chosen, counted, parted, short } from "./findings.js";

/** @typedef {import("./findings.js").Finding} Finding */

const FIRST = 20;
const STEP = 100;
const SEVERITIES = ["violation", "warning", "info"];
const region = needed("#findings", HTMLElement);
const names = new Labels(lang());

async function check() {
  const controller = new AbortController();
  const stop = element("button", { class: "quiet", type: "button", onclick: () => controller.abort() }, said("stop"));
  const words = element("span", { role: "status" }, said("checking"));
  region.replaceChildren(element("div", { class: "working" }, words, element("progress", { "aria-label": said("checking") }), stop));
  try {
    const { rows } = await ask("/api/report", { lang: lang() }, { signal: controller.signal });
    show(rows);
  } catch (error) {
    const stopped = controller.signal.aborted;
    const told = stopped ? said("stopped") : error instanceof Error ? error.message : String(error);
    const again = element("button", { class: "quiet", type: "button", onclick: check }, said("check"));
    region.replaceChildren(element("p", stopped ? { role: "status" } : { role: "alert", class: "problem" }, told), again);
  }
}

/** @param {Finding[]} findings */
function show(findings) {
  if (!findings.length) return region.replaceChildren(element("p", { role: "status" }, said("clean")));
  const bySeverity = counted(findings, "severity");
  const boxes = SEVERITIES.filter((name) => bySeverity.has(name)).map((name) => {
    const box = element("input", { type: "checkbox", value: name, checked: true, onchange: () => draw() });
    return { box, label: element("label", {}, box, element("span", { class: `severity ${name}` }, said(`${name}_n`, { n: number(bySeverity.get(name)) }))) };
  });
  const shapes = [...counted(findings, "shape")].sort(([, a], [, b]) => b - a);
  const select = element(
    "select", { id: "shape", onchange: () => draw() },
    element("option", { value: "" }, said("shape_any")),
    ...shapes.map(([name, n]) => element("option", { value: name }, said("of_shape", { name, n: number(n) }))),
  );
  const shapeField = element("div", { class: "field" }, element("label", { for: "shape" }, said("shape")), select);
  const controls = element("div", { class: "controls" }, element("div", { class: "tallies" }, ...boxes.map(({ label }) => label)), shapeField);
  const body = element("tbody");
  const count = element("p", { class: "note" });
  const more = element("button", { class: "quiet", type: "button", onclick: () => draw(body.rows.length + STEP) }, said("more"));
  region.replaceChildren(controls, table(body), count, more);

  /** @param {number} [most] */
  function draw(most = FIRST) {
    const severities = new Set(boxes.filter(({ box }) => box.checked).map(({ box }) => box.value));
    const found = chosen(findings, severities, select.value);
    body.replaceChildren(...found.slice(0, most).map(row));
    name(body).catch(() => undefined); // short forms say it as well
    count.textContent = found.length > most ? said("shown_of", { shown: number(most), n: number(found.length) }) : "";
    more.hidden = found.length <= most;
    tell(said("findings_n", { n: number(found.length) }));
  }
  draw();
}

/** @param {HTMLTableSectionElement} body */
function table(body) {
  const heads = ["severity", "message", "thing", "written"].map((name) => element("th", { scope: "col" }, said(name)));
  const made = element("table", { class: "findings" }, element("thead", {}, element("tr", {}, ...heads)), body);
  return element("div", { class: "wide", role: "group", tabindex: 0, "aria-labelledby": "checks" }, made);
}

/** The page of a thing, until its name is known under a short form of its IRI. @param {string} iri */
const thing = (iri) => element("a", { href: place(iri), dir: "auto", "data-iri": iri }, short(iri));

/** Say what things are called. @param {HTMLElement} within */
async function name(within) {
  const links = [...within.querySelectorAll("a")].filter((one) => one.dataset.iri);
  await names.learn(links.map((one) => one.dataset.iri ?? ""), []);
  for (const one of links) {
    const called = names.of(one.dataset.iri ?? "");
    if (!called) continue;
    one.title = called;
    one.textContent = brief(called);
  }
}

/** What is said, things of the same dataset in it as links. @param {Finding} one */
function message({ message: text, thing: about }) {
  const root = about.slice(0, about.indexOf("/id/") + 4);
  const ours = (/** @type {string} */ iri) => root.length > 4 && iri.startsWith(root);
  return parted(text).map(({ words, iri }) => (iri && ours(words) ? thing(words) : words));
}

/** A link to the lines where it is written; a word where nobody knows. @param {Finding} one */
function written({ file, line, thing: about }) {
  if (!file) return said("unplaced");
  const href = address(`/${lang()}/source`, { file, line, thing: about });
  // A path is broken behind its slashes, and no number in the middle.
  const parts = (line ? `${file}:${line}` : file).split(/(?<=\/)/).flatMap((part) => [part, element("wbr")]);
  return element("a", { href }, element("code", {}, ...parts));
}

/** @param {Finding} one */
function row(one) {
  const about = one.thing.includes(":") && !one.thing.startsWith("_:") ? thing(one.thing) : element("span", {}, one.thing);
  const path = one.path ? [element("br"), element("code", {}, short(one.path))] : [];
  return element(
    "tr", {},
    element("td", {}, element("span", { class: `severity ${one.severity}` }, said(one.severity))),
    element("td", {}, element("span", { class: "long", dir: "auto" }, ...message(one)), " ", element("code", { class: "shape" }, one.shape)),
    element("td", {}, about, ...path),
    element("td", {}, written(one)),
  );
}

if (!region.hidden) check(); // the page says why they cannot be
