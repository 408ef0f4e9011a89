// The network view: what is chosen, what is left of the network, and how it is shown.
import { ask, latest, send } from "../shared/api.js";
import { element, needed } from "../shared/dom.js";
import { finder } from "../shared/finder.js";
import { fail, tell } from "../shared/notices.js";
import { lang, number, said } from "../shared/texts.js";
import { part } from "./arrange.js";
import { filters, MEASURES } from "./filters.js";
import { gexf } from "./gexf.js";
import { legend } from "./legend.js";
import { measures } from "./measures.js";
import { left, prepared, shortestPath } from "./model.js";
import { byCategory, byValue, radii, SCALE } from "./paint.js";
import { panel } from "./panel.js";
import { ofLevel, Picture, theme, width } from "./picture.js";
import { give, png } from "./save.js";
import { dated, read, START, whole, written } from "./state.js";
import { svg } from "./svg.js";
import { tables } from "./tables.js";
import { time } from "./time.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./model.js").Model} Model */

const PAUSE = 120;

const place = (/** @type {string} */ id) => needed(`#${id}`, HTMLElement);
const measured = measures();
let state = read(location.search);
/** @type {Model} */
let model;
/** @type {import("./model.js").Left} */
let found;
/** @type {Picture | null} */
let picture = null;
/** @type {import("./measures.js").Measured} */
let known = { unsaid: [], values: {} };
/** @type {import("./paint.js").Painted} */
let painted = { colours: [], entries: [], range: null };
/** @type {Float32Array} */
let sizes;
/** @type {Map<string, number>} */
let places;
/** @type {ReturnType<typeof tables>} */
let listed;
/** @type {ReturnType<typeof time>} */
let years;

/** Where the actors stand in the whole. @type {{x: number, y: number}[]} */
let home = [];
/** Whether the address says what is seen of a part that is still to be arranged. */
let shared = state.arranged && state.camera !== null;
/** What is arranged. */
let arrangement = "";
/** @type {[string, string][]} */
const readings = JSON.parse(needed("#data", HTMLScriptElement).textContent ?? "[]");

const load = latest((signal, /** @type {Record<string, string>} */ given) => ask("/api/graph", { subsidiary: "keep", ...given, lang: lang() }, { signal }));
const put = latest((signal, /** @type {import("./arrange.js").Part} */ { actors, ties }) => send("/api/places", { actors, ties }, { signal }));

/** Ask for the network, and show it. */
async function begin() {
  place("desk").hidden = false;
  place("waiting").hidden = false;
  try {
    const graph = await load(whole(state));
    if (!graph) return;
    model = prepared(graph);
    home = graph.nodes.map((/** @type {import("./model.js").Actor} */ { x, y }) => ({ x, y }));
    arrangement = "";
    places = new Map(model.graph.nodes.map(({ iri }, at) => [iri, at]));
    arrange();
  } catch (error) {
    fail(error);
  } finally {
    place("waiting").hidden = true;
  }
}

/** Make what depends on the network as a whole. */
function arrange() {
  picture?.kill();
  picture = null;
  const { shown } = model.graph;
  const out = shown.of_actors - shown.actors;
  place("cut").textContent = out ? said("cut", {
    actors: number(shown.actors), of_actors: number(shown.of_actors), left: number(out), ties_left: number(shown.of_ties - shown.ties), of_ties: number(shown.of_ties),
  }) : model.graph.nodes.length ? "" : said("empty");
  refill();
  listed = tables(place("table-of-actors"), place("table-of-ties"), model, { choose: lookAt, size: () => state.size, value: sizeOf });
  show();
  try {
    picture = new Picture(place("picture"), model, { choose: (at) => lookAt(at), moved: keep, resized: redrawSoon });
    if (state.camera) picture.sigma.getCamera().setState({ x: state.camera[0], y: state.camera[1], ratio: state.camera[2] });
  } catch (error) {
    if (document.createElement("canvas").getContext("webgl2")) throw error;
    place("picture").replaceChildren(element("p", { class: "note" }, said("needs_webgl")));
  }
  redraw();
  if (!state.camera) picture?.fit(true);
}

/** Fill the form and the row of years by the state. */
function refill() {
  filters(needed("#filters", HTMLFormElement), model.graph, state, readings, change);
  years?.stop();
  years = time(place("time"), model.graph.years, { year: state.year, undated: state.filter.undated }, {
    year: (year) => change((before) => dated(before, year)),
    undated: (undated) => change((before) => ({ ...before, filter: { ...before.filter, undated } })),
  });
}

/** @param {(before: State) => State} made */
function change(made) {
  const before = state;
  state = made(state);
  keep();
  if (state.lift !== before.lift || state.reading !== before.reading) void begin();
  else show();
}

/** Show what the filter leaves. */
function show() {
  place("arrange").setAttribute("aria-pressed", String(state.arranged));
  found = left(model, state.filter);
  const actors = found.actors.reduce((sum, one) => sum + one, 0);
  const ties = found.ties.reduce((sum, one) => sum + (one ? 1 : 0), 0);
  const when = state.year === null ? "" : ` ${said("in_year", { year: String(state.year) })}`;
  place("summary").textContent = actors ? `${said("summary", { actors: number(actors), ties: number(ties) })}${when}` : `${said("nothing_left")}${when}`;
  listed(found);
  redraw();
  measureSoon();
  arrangeSoon();
}

let arranging = 0;
function arrangeSoon() {
  window.clearTimeout(arranging);
  arranging = window.setTimeout(() => arrangePart().catch(fail), PAUSE);
}

/** Arrange what is left anew, at all times, so that nobody jumps while years are played; or as in the whole. */
async function arrangePart() {
  const wanted = state.arranged ? JSON.stringify({ ...state.filter, during: null }) : "";
  if (wanted === arrangement) return;
  arrangement = wanted;
  put.stop();
  if (!wanted) return stand(home);
  const own = part(model, left(model, { ...state.filter, during: null }));
  tell(said("arranging"));
  const answer = await put(own);
  if (!answer) return;
  /** @type {{x: number, y: number}[]} */
  const stands = home.map(() => ({ x: 0, y: 0 })); // what is left out must not make the frame larger
  own.at.forEach((at, nth) => { const [x, y] = answer.places[nth]; stands[at] = { x, y }; });
  stand(stands);
  tell(said("arranged_n", { n: number(own.at.length) }));
}

/** Put actors at places, and show them all. @param {{x: number, y: number}[]} stands */
function stand(stands) {
  model.graph.nodes.forEach((actor, at) => Object.assign(actor, stands[at]));
  picture?.move();
  redraw();
  if (!shared) picture?.fit();
  shared = false;
}

let sized = 0;
/** Sizes of actors are such that they have room. */
function redrawSoon() {
  window.clearTimeout(sized);
  sized = window.setTimeout(redraw, PAUSE);
}

let soon = 0;
function measureSoon() {
  window.clearTimeout(soon);
  soon = window.setTimeout(measure, PAUSE);
}

/** Ask for the measures that size and colour tell. */
async function measure() {
  const names = [...new Set([state.size, state.colour])].filter((name) => MEASURES.includes(name) && name !== "degree");
  const note = document.getElementById("unsaid");
  if (note) note.textContent = names.length ? said("measuring") : "";
  if (!names.length) return measured.stop();
  try {
    const answer = await measured(state, names);
    if (!answer) return;
    known = answer;
    if (note) note.textContent = known.unsaid.length ? said("measured_without", { names: known.unsaid.map((name) => said(name)).join(", ") }) : "";
    listed(found);
    redraw();
  } catch (error) {
    if (note) note.textContent = "";
    fail(error);
  }
}

/**
 * What gives the values of a measure; null for what is no measure, or not known yet.
 * @param {string} name
 * @returns {import("./paint.js").Values | null}
 */
function valuesOf(name) {
  if (name === "degree") return (at) => (found.actors[at] ? found.degree[at] ?? 0 : null);
  const values = known.values[name];
  return values ? (at) => values.get(model.graph.nodes[at]?.iri ?? "") ?? null : null;
}

/** @param {number} at */
const sizeOf = (at) => (valuesOf(state.size) ?? (() => null))(at);

/** @param {number} at */
function category(at) {
  const actor = model.graph.nodes[at];
  if (!actor) return "";
  if (state.colour === "country") return actor.country ?? "";
  if (state.colour === "kind") return actor.kind ?? "";
  return actor.state ? "class_state" : actor.group ? "class_group" : "class_institution";
}

/** Draw what is left, and tell what it looks like. */
function redraw() {
  const colours = theme();
  const scale = colours.dark ? SCALE.dark : SCALE.light;
  const { clientWidth, clientHeight } = place("picture");
  sizes = radii(valuesOf(state.size), found.actors, found.actors.length, Math.min(clientWidth, clientHeight) || undefined);
  const values = MEASURES.includes(state.colour) ? valuesOf(state.colour) ?? (() => null) : null;
  painted = values ? byValue(values, found.actors, scale, colours.soft) : byCategory(category, found.actors, Uint8Array.from(found.actors, () => 1), colours.soft);
  legend(place("legend"), parts(scale));
  const marked = marks();
  if (picture) {
    picture.theme = colours;
    picture.marked = marked;
    picture.show(found, { radii: sizes, colours: painted.colours });
  }
  panel(place("panel"), model, found, { ...marked, to: state.to, whole: whole(state) }, { choose: lookAt, path: pathTo, leavePath: () => pathTo("") });
}

/** @param {string[]} scale @returns {import("./legend.js").Part[]} */
function parts(scale) {
  const { names } = model.graph;
  const label = (/** @type {string} */ key) => {
    if (!key) return said("others");
    if (state.colour === "country") return key.split(" ").map((code) => names.countries[code] ?? code).join(", ");
    return state.colour === "kind" ? names.kinds[key] ?? key : said(key);
  };
  const title = said(state.colour === "kind" ? "actor_kind" : state.colour);
  const found_ = [{ title, entries: painted.entries.map(({ colour, key, count }) => ({ colour, label: label(key), count })), ...(painted.entries.length ? {} : { scale, range: painted.range }) }];
  const values = valuesOf(state.size);
  return values && state.size !== "none" ? [...found_, { title: `${said("size")}: ${said(state.size)}`, entries: [] }] : found_;
}

/** @returns {import("./picture.js").Marked} */
function marks() {
  const actor = places.get(state.actor) ?? null;
  const to = places.get(state.to) ?? null;
  return { actor, path: actor === null || to === null ? null : shortestPath(model, found, actor, to) };
}

/** Look at an actor, or at none. @param {number | null} at */
function lookAt(at) {
  state = { ...state, actor: at === null ? "" : model.graph.nodes[at]?.iri ?? "", to: "" };
  keep();
  redraw();
  if (at !== null) picture?.focus(at);
}

/** @param {string} iri */
function pathTo(iri) {
  if (iri && !places.has(iri)) return tell(said("not_there", { name: iri }));
  state = { ...state, to: iri };
  keep();
  redraw();
}

let keeping = 0;
/** Keep the state in the address. */
function keep() {
  window.clearTimeout(keeping);
  keeping = window.setTimeout(() => {
    if (picture) state = { ...state, camera: picture.away() };
    const search = written(state);
    history.replaceState(null, "", search ? `?${search}` : location.pathname);
    for (const one of document.querySelectorAll("nav.languages a")) if (one instanceof HTMLAnchorElement) one.search = search;
  }, 150);
}

/** The picture that is seen, as SVG. */
function drawing() {
  const colours = theme();
  const { nodes, edges, names } = model.graph;
  const shown = [...nodes.keys()].filter((at) => found.actors[at]);
  const nth = new Map(shown.map((at, place_) => [at, place_]));
  const levels = [...Object.keys(names.levels), null].filter((level) => edges.some((edge, at) => found.ties[at] && edge.level === level));
  return svg({
    title: document.title,
    source: address(),
    note: place("summary").textContent ?? "",
    dots: shown.map((at) => {
      const actor = /** @type {import("./model.js").Actor} */ (nodes[at]);
      return { x: actor.x, y: actor.y, radius: sizes[at] ?? 1, colour: painted.colours[at] ?? colours.soft, label: actor.label || actor.iri, hollow: actor.group };
    }),
    lines: edges.flatMap(({ source, target, level }, at) => (found.ties[at]
      ? [{ source: nth.get(source) ?? 0, target: nth.get(target) ?? 0, colour: ofLevel(colours, level), width: width(found.ties[at] ?? 1), lane: picture?.lanes[at] ?? 0 }] : [])),
    legends: [
      { title: said("levels"), entries: levels.map((level) => ({ colour: ofLevel(colours, level), label: level ? names.levels[level] ?? level : said("no_level"), line: true })) },
      ...parts([]).map(({ title, entries }) => ({ title, entries: entries.map(({ colour, label }) => ({ colour, label, line: false })) })),
    ],
    paper: colours.paper, ink: colours.ink, soft: colours.soft, font: "'Atkinson Hyperlegible Next', system-ui, sans-serif",
  });
}

/** Where what is seen is found. */
function address() {
  const search = written(state);
  return location.origin + location.pathname + (search && `?${search}`);
}

/** What a file says of itself: what it is, how much of it, and where it comes from. */
const told = () => [document.title, place("summary").textContent, address()].join(". ");

/** @param {"svg" | "png" | "gexf"} form */
async function save(form) {
  const name = `coordgraph-network.${form}`;
  try {
    if (form === "svg") give(name, new Blob([drawing()], { type: "image/svg+xml" }));
    else if (form === "png") give(name, await png(drawing()));
    else give(name, new Blob([gexf(model, found, { radii: sizes, colours: painted.colours, level: (level) => ofLevel(theme(), level), told: told() })], { type: "application/gexf+xml" }));
    tell(said("saved", { name }));
  } catch (error) {
    fail(error);
  }
}

/** What can be done with the picture. */
function tools() {
  const button = (/** @type {string} */ words, /** @type {string} */ sign, /** @type {() => void} */ act) =>
    element("button", { type: "button", class: "quiet sign", "aria-label": said(words), title: said(words), onclick: act }, sign);
  const file = (/** @type {"svg" | "png" | "gexf"} */ form) =>
    element("li", {}, element("button", { type: "button", class: "bare", onclick: () => { menu.open = false; void save(form); } }, said(`save_${form}`)));
  const menu = element("details", { class: "menu" }, element("summary", {}, said("save")), element("ul", {}, file("svg"), file("png"), file("gexf"),
    element("li", {}, element("button", { type: "button", class: "bare", onclick: () => { menu.open = false; void copy(); } }, said("copy")))));
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; needed("summary", HTMLElement, menu).focus(); } });
  const arrange = element("button", { type: "button", class: "quiet", id: "arrange", title: said("arrange_note"), onclick: () => change((before) => ({ ...before, arranged: !before.arranged })) }, said("arrange"));
  place("tools").replaceChildren(
    button("nearer", "+", () => picture?.zoom(1.5)),
    button("farther", "−", () => picture?.zoom(1 / 1.5)),
    button("fit", "⤢", () => picture?.fit()),
    arrange,
    menu,
  );
}

async function copy() {
  try {
    await navigator.clipboard.writeText(location.href);
    tell(said("copied"));
  } catch {
    tell(said("not_copied"));
  }
}

/** @param {number} by */
function turn(by) {
  const order = picture?.order ?? [];
  if (!order.length) return;
  const at = order.indexOf(places.get(state.actor) ?? -1);
  lookAt(order[at < 0 ? 0 : (at + by + order.length) % order.length] ?? null);
}

const KEYS = /** @type {Record<string, () => void>} */ ({
  ArrowLeft: () => picture?.pan(-0.15, 0), ArrowRight: () => picture?.pan(0.15, 0), ArrowUp: () => picture?.pan(0, 0.15), ArrowDown: () => picture?.pan(0, -0.15),
  "+": () => picture?.zoom(1.4), "=": () => picture?.zoom(1.4), "-": () => picture?.zoom(1 / 1.4), 0: () => picture?.fit(), Home: () => picture?.fit(),
  PageDown: () => turn(1), PageUp: () => turn(-1), Escape: () => lookAt(null),
});

place("picture").addEventListener("keydown", (event) => {
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
  if (!act || !model) return;
  event.preventDefault();
  act();
});
needed("#filters", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
needed("#filters", HTMLFormElement).addEventListener("reset", (event) => {
  event.preventDefault();
  const changed = state.lift || state.reading;
  state = { ...START, camera: state.camera };
  keep();
  if (changed) return void begin();
  refill();
  show();
});
place("stop").addEventListener("click", () => { load.stop(); place("waiting").hidden = true; });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (model) redraw(); });
finder(needed("#find", HTMLInputElement), ({ actor, label }) => {
  const at = places?.get(actor);
  if (at === undefined) tell(said("not_there", { name: label || actor }));
  else lookAt(at);
}, tell);
tools();
void begin();
