// The view of questions in SPARQL: tabs, the field, the library, files, and the answer.
import { ask } from "../shared/api.js";
import { element, needed } from "../shared/dom.js";
import { tell } from "../shared/notices.js";
import { lang, number, said } from "../shared/texts.js";
import { folded } from "./answers.js";
import { Field } from "./field.js";
import { Files } from "./files.js";
import { linkTo, showForm } from "./form.js";
import { formatted } from "./formatting.js";
import { Labels } from "./labels.js";
import { given } from "./library.js";
import { insertion, missing, undeclared } from "./prefixes.js";
import { problemOf } from "./problems.js";
import { Results } from "./results.js";
import { answered, Refused } from "./running.js";
import { byKeys, fillTabs } from "./tablist.js";
import { Memory, Tabs } from "./tabs.js";

/** @typedef {import("./completion.js").Vocabulary} Vocabulary */
/** @typedef {import("./library.js").Query} Query */

const PHRASES = [
  "Find", "Replace", "next", "previous", "all", "match case", "regexp", "by word", "replace", "replace all", "close",
  "Diagnostics", "No diagnostics", "Completions", "current match", "on line",
];
const at = (/** @type {string} */ id) => needed(`#${id}`, HTMLElement);
const button = (/** @type {string} */ id, /** @type {() => void} */ act) => at(id).addEventListener("click", act);

/** @returns {Storage} */
function storage() {
  try {
    localStorage.setItem("coordgraph.there", "1");
    return localStorage;
  } catch {
    return new Memory();
  }
}

const first = needed("#query", HTMLTextAreaElement);
const tabs = new Tabs(storage());
const labels = new Labels(lang());
/** @type {Vocabulary} */
let vocabulary = { prefixes: {}, terms: [] };
/** @type {Map<string, Query>} */
let library = new Map();
/** @type {AbortController | null} */
let running = null;
/** The last answer to the question of each tab. @type {Map<string, import("./results.js").Result>} */
const answers = new Map();

const field = new Field(at("field"), {
  label: said("field"),
  phrases: Object.fromEntries(PHRASES.map((phrase) => [phrase, said(`cm ${phrase}`)])),
  completion: {
    vocabulary: () => vocabulary,
    actors: (q, signal) => ask("/api/search", { q, lang: lang(), limit: 8 }, { signal }).then(({ rows }) => rows, () => []),
    kinds: Object.fromEntries(["class", "property", "concept", "graph", "actor"].map((kind) => [kind, said(`kind_${kind}`)])),
  },
  changed: (text) => {
    tabs.change(tabs.chosen, { sparql: text });
    field.mark(null);
    const query = library.get(tabs.current()?.query ?? "");
    if (query) linkTo(at("parameters"), query, text);
    if (!tabs.stored) trouble(said("not_kept"));
  },
  run: () => run(),
  format: () => field.write(formatted(field.text())),
});
const files = new Files(
  { input: needed("#files", HTMLInputElement), list: at("files-list"), drop: at("content") },
  { changed: () => labels.forget(), fail: trouble, tell },
);
const results = new Results(at("answer"), {
  means: () => ({ prefixes: vocabulary.prefixes, labels, files: files.sent() }),
  fail: (error) => trouble(error instanceof Error ? error.message : String(error)),
});

/** Tell what is wrong with a question, and lead to where it breaks. @param {string} words @param {import("./problems.js").Problem | null} [problem] */
function trouble(words, problem = null) {
  const go = problem && element("button", { type: "button", class: "bare", onclick: () => field.goTo(problem) }, said("go_there"));
  at("trouble").replaceChildren(words, ...(go ? [" ", go] : []));
}

/** Declare the known prefixes that the question uses. */
function declare() {
  const text = field.text();
  const found = insertion(text, missing(text, vocabulary.prefixes), vocabulary.prefixes);
  if (found) field.write(text.slice(0, found.from) + found.insert + text.slice(found.from));
}

async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  trouble("");
  field.mark(null);
  const stopClock = clock();
  busy(true);
  try {
    if (undeclared(field.text()).length) await words;
    if (running !== mine) return;
    declare();
    const sparql = field.text();
    const found = await answered(sparql, { signal: mine.signal, files: files.sent() });
    if (running !== mine) return;
    answers.set(tabs.chosen, { sparql, ...found });
    results.show({ sparql, ...found });
    tell(`${said("answered")} ${results.sum.textContent}`);
  } catch (error) {
    if (running === mine) refused(error, mine.signal);
  } finally {
    stopClock();
    if (running === mine) {
      running = null;
      busy(false);
    }
  }
}

/** @param {unknown} error @param {AbortSignal} signal */
function refused(error, signal) {
  answers.delete(tabs.chosen);
  results.clear();
  if (signal.aborted) return tell(said("stopped"));
  if (!(error instanceof Refused)) return trouble(error instanceof TypeError ? said("no_answer") : String(error));
  const problem = problemOf(error.message);
  field.mark(problem);
  return trouble(problem ? said("syntax", problem) : error.message, problem);
}

function clock() {
  const start = performance.now();
  const timer = setInterval(() => {
    at("elapsed").textContent = said("seconds", { n: number((performance.now() - start) / 1000, 1) });
  }, 100);
  return () => {
    clearInterval(timer);
    at("elapsed").textContent = "";
  };
}

/** @param {boolean} is */
function busy(is) {
  needed("#stop", HTMLButtonElement).disabled = !is;
  at("answer").setAttribute("aria-busy", String(is));
  at("work").classList.toggle("busy", is);
}

function drawTabs() {
  if (!tabs.open().length) tabs.add(said("question"), "");
  const tab = tabs.current();
  fillTabs(at("tabs"), tabs.open().map(({ id, name }) => ({ id, name, panel: "work" })), tabs.chosen, turn);
  at("work").setAttribute("aria-labelledby", `tab-${tabs.chosen}`);
  const closed = tabs.closed();
  const select = needed("#closed", HTMLSelectElement);
  select.replaceChildren(element("option", { value: "" }, said("closed")),
    ...closed.map(({ id, name, changed }) => element("option", { value: id }, `${name.slice(0, 60)} (${new Date(changed).toLocaleString(lang())})`)));
  needed("#closed-field", HTMLElement).hidden = !closed.length;
  if (tab) field.show(tab.id, tab.sparql);
  drawForm();
}

/** Let go of the question that runs, as another one is looked at. */
function leave() {
  running?.abort();
  running = null;
  busy(false);
}

/** @param {string} id */
function turn(id) {
  leave();
  tabs.choose(id);
  trouble("");
  drawTabs();
  recall();
}

/** Show the last answer of the tab again, if there is one. */
function recall() {
  const last = answers.get(tabs.chosen);
  if (last) results.show(last);
  else results.clear();
}

function drawForm() {
  const query = library.get(tabs.current()?.query ?? "");
  at("parameters").hidden = !query;
  if (!query) return at("parameters").replaceChildren();
  return showForm(at("parameters"), query, {
    text: () => field.text(),
    write: (text) => field.write(text),
    run,
    label: async (iri) => {
      await labels.learn([iri], files.sent()).catch(() => false);
      return labels.of(iri) ?? "";
    },
  });
}

/** @param {string} name @param {string} sparql @param {string} [query] */
function open(name, sparql, query) {
  leave();
  const tab = tabs.add(name, sparql);
  if (tab && query) tabs.change(tab.id, { query });
  trouble("");
  drawTabs();
  recall();
}

/** @param {string} name */
function openQuery(name) {
  const query = library.get(name);
  if (!query) return;
  const own = given(query.sparql, "lang") ? query.sparql.replace(/(VALUES \?lang \{ )"en"( \})/, `$1"${lang()}"$2`) : query.sparql;
  open(query.summary, own, query.name);
  run();
  at("work").scrollIntoView({ block: "start" });
}

function rename() {
  const tab = tabs.current();
  const dialog = needed("#naming", HTMLDialogElement);
  const input = needed("#name", HTMLInputElement);
  if (!tab) return;
  input.value = tab.name;
  dialog.onclose = () => {
    if (dialog.returnValue === "ok" && input.value.trim()) tabs.change(tab.id, { name: input.value.trim().slice(0, 200) });
    drawTabs();
  };
  dialog.returnValue = "";
  dialog.showModal();
  input.select();
}

function close() {
  field.forget(tabs.chosen);
  answers.delete(tabs.chosen);
  tabs.close(tabs.chosen);
  turn(tabs.chosen);
}

async function share() {
  history.replaceState(null, "", `#${new URLSearchParams({ query: field.text(), view: results.view })}`);
  await navigator.clipboard.writeText(location.href).then(() => tell(said("link_copied")), () => tell(said("link_above")));
}

/** Open what the address tells: a question in its fragment, or one of the library. */
function arrive() {
  const shared = new URLSearchParams(location.hash.slice(1));
  results.view = /** @type {import("./results.js").View} */ (shared.get("view") ?? results.view);
  const query = shared.get("query");
  if (query) open(said("shared"), query);
}

function filterLibrary() {
  const sought = folded(needed("#find", HTMLInputElement).value.trim());
  for (const group of document.querySelectorAll("#library details")) {
    const items = [...group.querySelectorAll("li")];
    for (const item of items) item.hidden = !folded(`${item.textContent} ${item.title}`).includes(sought);
    const shown = items.filter((item) => !item.hidden).length;
    /** @type {HTMLElement} */ (group).hidden = !shown;
    if (sought) group.setAttribute("open", "");
  }
}

function listen() {
  button("run", run);
  button("stop", () => running?.abort());
  button("format", () => field.write(formatted(field.text())));
  button("share", share);
  button("rename", rename);
  button("close", close);
  button("add", () => {
    open(said("question"), "");
    field.focus();
  });
  byKeys(at("tabs"), { Delete: close, F2: rename });
  at("tabs").addEventListener("dblclick", rename);
  const select = needed("#closed", HTMLSelectElement);
  select.addEventListener("change", () => {
    if (select.value) turn(tabs.reopen(select.value)?.id ?? tabs.chosen);
  });
  needed("#find", HTMLInputElement).addEventListener("input", filterLibrary);
  at("library").addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-query]") : null;
    if (!(link instanceof HTMLAnchorElement) || !library.size || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    openQuery(link.dataset.query ?? "");
  });
  addEventListener("hashchange", arrive);
  addEventListener("storage", ({ key, newValue }) => {
    if (tabs.heard(key, newValue)) drawTabs();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) run();
  });
}

async function learnLibrary() {
  const { queries } = await ask("/queries", { lang: lang() });
  library = new Map(queries.map((/** @type {Query} */ one) => [one.name, one]));
  drawForm();
  const wanted = new URLSearchParams(location.search).get("library");
  if (wanted) openQuery(wanted);
}

async function learnWords() {
  vocabulary = await ask("/api/vocabulary", { lang: lang() });
}

at("plain").hidden = true;
for (const part of document.querySelectorAll(".scripted")) part.removeAttribute("hidden");
if (!tabs.open().length || first.dataset.query) {
  const tab = tabs.add(first.dataset.name ?? said("question"), first.value);
  if (tab && first.dataset.query) tabs.change(tab.id, { query: first.dataset.query });
}
listen();
arrive();
drawTabs();
results.clear();
busy(false);
const words = learnWords().catch((error) => trouble(error.message));
learnLibrary().catch((error) => trouble(error.message));
