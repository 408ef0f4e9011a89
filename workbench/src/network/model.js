// The network that a choice leaves, with the meaning that the server's selections have.
/**
 * @typedef {{iri: string, label: string, kind: string | null, country: string | null, group: boolean, state: boolean, x: number, y: number}} Actor
 * @typedef {{source: number, target: number, level: string | null, mechanisms: number[]}} Line
 * @typedef {{iri: string, label: string, levels: string[], kinds: string[], practices: string[], statuses: string[], subsidiary: boolean, signed: string | null, from: string | null, until: string | null, parts: [number, number][]}} Mechanism
 * @typedef {{first: string, held: boolean | null}[]} Course
 * @typedef {"levels" | "practices" | "mechanism_kinds" | "statuses" | "kinds" | "countries"} Named
 * @typedef {{nodes: Actor[], edges: Line[], mechanisms: Mechanism[], courses: Course[], names: Record<Named, Record<string, string>>, years: [number, number] | null, shown: {actors: number, of_actors: number, ties: number, of_ties: number}}} Graph
 */

/**
 * What is looked at; an empty list leaves everything.
 * @typedef {{levels: string[], practices: string[], kinds: string[], statuses: string[], countries: string[], actorKinds: string[], network: string, between: string, groups: string, subsidiary: string, undated: string, during: [string, string] | null}} Filter
 */

/** @type {Readonly<Filter>} */
export const EVERYTHING = Object.freeze({
  levels: [], practices: [], kinds: [], statuses: [], countries: [], actorKinds: [],
  network: "all", between: "actors", groups: "keep", subsidiary: "drop", undated: "keep", during: null,
});

/**
 * The last part of an IRI.
 * @param {string} iri
 */
export const slug = (iri) => iri.replace(/[/#]+$/, "").split(/[/#]/).at(-1) || iri;

/** @param {string} day  As `YYYY-MM-DD`. */
const numbered = (day) => Number(day.replaceAll("-", ""));

/**
 * A graph with what filters need at hand: parts of actors in mechanisms, in rows.
 * @typedef {object} Model
 * @property {Graph} graph
 * @property {Int32Array} partActor
 * @property {Int32Array} partCourse
 * @property {Int32Array} partOf  Where the parts of each mechanism begin, and where the last ones end.
 * @property {Int32Array} onePart  The part of the first actor in each mechanism of each tie.
 * @property {Int32Array} otherPart
 * @property {Int32Array} behind  Where the mechanisms of each tie begin, and where the last ones end.
 * @property {{first: number, held: boolean | null}[][]} courses
 */

/**
 * Make a graph ready to be filtered.
 * @param {Graph} graph
 * @returns {Model}
 */
export function prepared(graph) {
  const { mechanisms, edges } = graph;
  const partOf = counted(mechanisms.map(({ parts }) => parts.length));
  const behind = counted(edges.map((edge) => edge.mechanisms.length));
  const partActor = new Int32Array(partOf.at(-1) ?? 0);
  const partCourse = new Int32Array(partActor.length);
  /** @type {Map<number, number>} */
  const places = new Map();
  mechanisms.forEach(({ parts }, mechanism) => parts.forEach(([actor, course], nth) => {
    const at = /** @type {number} */ (partOf[mechanism]) + nth;
    partActor[at] = actor;
    partCourse[at] = course;
    places.set(mechanism * graph.nodes.length + actor, at);
  }));
  const onePart = new Int32Array(behind.at(-1) ?? 0);
  const otherPart = new Int32Array(onePart.length);
  edges.forEach((edge, place) => edge.mechanisms.forEach((mechanism, nth) => {
    const at = /** @type {number} */ (behind[place]) + nth;
    onePart[at] = places.get(mechanism * graph.nodes.length + edge.source) ?? -1;
    otherPart[at] = places.get(mechanism * graph.nodes.length + edge.target) ?? -1;
  }));
  const courses = graph.courses.map((course) => course.map(({ first, held }) => ({ first: numbered(first), held })));
  return { graph, partActor, partCourse, partOf, onePart, otherPart, behind, courses };
}

/** @param {number[]} sizes */
function counted(sizes) {
  const found = new Int32Array(sizes.length + 1);
  sizes.forEach((size, at) => { found[at + 1] = /** @type {number} */ (found[at]) + size; });
  return found;
}

/**
 * What a choice leaves.
 * @typedef {object} Left
 * @property {Uint8Array} actors  Whether each actor is there.
 * @property {Uint8Array} parts  Whether each part is.
 * @property {Uint16Array} ties  By how many mechanisms each tie is made; 0 if it is not there.
 * @property {Uint32Array} degree  How many counterparts each actor has.
 */

/**
 * Return what a choice leaves of a graph.
 * @param {Model} model
 * @param {Filter} filter
 * @returns {Left}
 */
export function left(model, filter) {
  const { graph, partOf, partActor } = model;
  const actors = new Uint8Array(graph.nodes.length);
  const parts = new Uint8Array(partActor.length);
  const times = filter.during && model.courses.map((course) => mayHold(course, filter));
  const there = graph.nodes.map((actor) => isWanted(actor, filter));
  const levels = new Set(filter.levels);
  graph.mechanisms.forEach((mechanism, place) => {
    if (!isChosen(mechanism, filter)) return;
    const seen = !levels.size || (mechanism.levels.length ? mechanism.levels.some((level) => levels.has(slug(level))) : levels.has("none"));
    if (!seen) return;
    const carried = mechanism.subsidiary && filter.subsidiary === "drop" && !filter.kinds.length;
    for (let at = partOf[place] ?? 0; at < (partOf[place + 1] ?? 0); at += 1) {
      const actor = partActor[at] ?? 0;
      if (!there[actor] || (carried && graph.nodes[actor]?.state)) continue;
      if (times && !times[model.partCourse[at] ?? 0]) continue;
      parts[at] = 1;
      actors[actor] = 1;
    }
  });
  return { actors, parts, ...tied(model, parts, levels) };
}

/**
 * @param {Model} model
 * @param {Uint8Array} parts
 * @param {Set<string>} levels
 */
function tied({ graph, behind, onePart, otherPart }, parts, levels) {
  const ties = new Uint16Array(graph.edges.length);
  const degree = new Uint32Array(graph.nodes.length);
  let before = -1;
  const wanted = new Map([...new Set(graph.edges.map(({ level }) => level))].map((level) => [level, !levels.size || levels.has(level ? slug(level) : "none")]));
  graph.edges.forEach(({ source, target, level }, place) => {
    if (!wanted.get(level)) return;
    let count = 0;
    for (let at = behind[place] ?? 0; at < (behind[place + 1] ?? 0); at += 1)
      count += (parts[onePart[at] ?? -1] ?? 0) & (parts[otherPart[at] ?? -1] ?? 0);
    if (!count) return;
    ties[place] = Math.min(count, 0xffff);
    const pair = source * graph.nodes.length + target;
    if (pair === before) return;
    before = pair;
    degree[source] = (degree[source] ?? 0) + 1;
    degree[target] = (degree[target] ?? 0) + 1;
  });
  return { ties, degree };
}

/**
 * The mechanisms that make a tie in what is left, by their places.
 * @param {Model} model
 * @param {Left} found
 * @param {number} tie
 */
export function mechanismsOf(model, found, tie) {
  return (model.graph.edges[tie]?.mechanisms ?? []).filter((_, nth) => {
    const at = (model.behind[tie] ?? 0) + nth;
    return found.parts[model.onePart[at] ?? -1] && found.parts[model.otherPart[at] ?? -1];
  });
}

/** @param {Actor} actor @param {Filter} filter */
function isWanted(actor, { between, groups, countries, actorKinds }) {
  if (groups === "drop" && actor.group) return false;
  if (between === "states" && !actor.state) return false;
  if (between === "institutions" && actor.state) return false;
  if (actorKinds.length && !actorKinds.includes(actor.kind ?? "")) return false;
  return !countries.length || (actor.country ?? "").split(" ").some((code) => countries.includes(code));
}

/** @param {Mechanism} mechanism @param {Filter} filter */
function isChosen(mechanism, { practices, kinds, statuses, network }) {
  if (network === "practices" && !mechanism.practices.length) return false;
  if (network === "agreements" && mechanism.practices.length) return false;
  return overlap(mechanism.practices, practices) && overlap(mechanism.kinds, kinds) && overlap(mechanism.statuses, statuses);
}

/** @param {string[]} iris @param {string[]} wanted */
const overlap = (iris, wanted) => !wanted.length || iris.some((iri) => wanted.includes(slug(iri)));

/**
 * Say whether something holds on some day of a window, or may.
 * @param {{first: number, held: boolean | null}[]} course
 * @param {Filter} filter
 */
function mayHold(course, { during, undated }) {
  const [from, to] = (during ?? ["0001-01-01", "9999-12-31"]).map(numbered);
  let unknown = false;
  for (let at = 0; at < course.length; at += 1) {
    const spell = course[at];
    const next = course[at + 1]?.first ?? Infinity;
    if (!spell || spell.first > Number(to) || next <= Number(from)) continue;
    if (spell.held) return true;
    unknown ||= spell.held === null;
  }
  return unknown && undated === "keep";
}

/**
 * The actors on a shortest path in what is left, by their places; null if none leads.
 * Of several it is the one that goes, step by step, by the first actor in order of IRIs.
 * @param {Model} model
 * @param {Left} found
 * @param {number} from
 * @param {number} to
 * @returns {number[] | null}
 */
export function shortestPath(model, found, from, to) {
  if (!found.actors[from] || !found.actors[to]) return null;
  const others = counterparts(model, found);
  const far = new Map([[to, 0]]);
  const queue = [to];
  for (const at of queue) {
    if (at === from) break;
    for (const next of others.get(at) ?? []) {
      if (far.has(next)) continue;
      far.set(next, /** @type {number} */ (far.get(at)) + 1);
      queue.push(next);
    }
  }
  if (!far.has(from)) return null;
  const path = [from];
  for (let at = from; at !== to;) {
    const nearer = /** @type {number} */ (far.get(at)) - 1;
    at = Math.min(...[...(others.get(at) ?? [])].filter((next) => far.get(next) === nearer));
    path.push(at);
  }
  return path;
}

/** @param {Model} model @param {Left} found */
function counterparts({ graph }, found) {
  /** @type {Map<number, Set<number>>} */
  const others = new Map();
  graph.edges.forEach(({ source, target }, place) => {
    if (!found.ties[place]) return;
    for (const [one, other] of /** @type {const} */ ([[source, target], [target, source]])) {
      const known = others.get(one) ?? new Set();
      others.set(one, known.add(other));
    }
  });
  return others;
}
