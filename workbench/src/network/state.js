// What is looked at, and how, as the address says it: whoever has the address sees the same.
import { EVERYTHING } from "./model.js";

/** @typedef {import("./model.js").Filter} Filter */
/**
 * @typedef {object} State
 * @property {Filter} filter
 * @property {"" | "institution" | "state"} lift  What units count as, if not as themselves.
 * @property {string} reading  Of the levels of practices, if one is asked for.
 * @property {boolean} arranged  Whether what is left is arranged anew.
 * @property {number | null} year
 * @property {string} size  What the size of actors tells: a measure, or nothing.
 * @property {string} colour  What their colour tells: `class`, `country`, `kind` or a measure.
 * @property {string} actor  The IRI of the actor that is looked at, if any is.
 * @property {string} to  The IRI of the actor that a path leads to.
 * @property {[number, number, number] | null} camera  Middle and zoom.
 */

const LISTS = /** @type {const} */ ({
  level: "levels", practice: "practices", kind: "kinds", status: "statuses", country: "countries", actor_kind: "actorKinds",
});
const CHOICES = /** @type {const} */ ({
  network: ["all", "practices", "agreements"],
  between: ["actors", "states", "institutions"],
  groups: ["keep", "drop"],
  subsidiary: ["drop", "keep"],
  undated: ["keep", "drop"],
});

/** @type {Readonly<State>} */
export const START = Object.freeze({ filter: EVERYTHING, lift: "", reading: "", arranged: false, year: null, size: "degree", colour: "class", actor: "", to: "", camera: null });

/**
 * Read the address; what it cannot mean is left out.
 * @param {string} search
 * @returns {State}
 */
export function read(search) {
  const given = new URLSearchParams(search);
  /** @type {Record<string, any>} */
  const filter = { ...EVERYTHING };
  for (const [name, field] of Object.entries(LISTS)) filter[field] = [...new Set(given.getAll(name).filter(Boolean))];
  for (const [name, [first, ...others]] of Object.entries(CHOICES)) {
    const value = given.get(name) ?? first;
    filter[name] = /** @type {readonly string[]} */ (others).includes(value) ? value : first;
  }
  const year = /^\d{4}$/.test(given.get("year") ?? "") ? Number(given.get("year")) : null;
  const camera = (given.get("at") ?? "").split(",").map(Number);
  return {
    ...dated({ ...START, filter: /** @type {Filter} */ (filter) }, year),
    lift: lifted(given),
    reading: given.get("reading") ?? "",
    arranged: given.get("arranged") === "1",
    size: given.get("size") ?? START.size,
    colour: given.get("colour") ?? START.colour,
    actor: given.get("actor") ?? "",
    to: given.get("to") ?? "",
    camera: camera.length === 3 && camera.every(Number.isFinite) ? [camera[0] ?? 0, camera[1] ?? 0, camera[2] ?? 1] : null,
  };
}

/** Addresses said `lift=1` before there was more to choose. @param {URLSearchParams} given @returns {State["lift"]} */
function lifted(given) {
  const to = given.get("lift_to") ?? (given.get("lift") === "1" ? "institution" : "");
  return to === "institution" || to === "state" ? to : "";
}

/**
 * Return a state that looks at a year, or at all times.
 * @param {State} state
 * @param {number | null} year
 * @returns {State}
 */
export function dated(state, year) {
  const written = String(year).padStart(4, "0");
  return { ...state, year, filter: { ...state.filter, during: year === null ? null : [`${written}-01-01`, `${written}-12-31`] } };
}

/**
 * Write what differs from the start.
 * @param {State} state
 */
export function written({ filter, lift, reading, arranged, year, size, colour, actor, to, camera }) {
  const given = new URLSearchParams();
  for (const [name, field] of Object.entries(LISTS)) for (const one of filter[field]) given.append(name, one);
  for (const [name, [first]] of Object.entries(CHOICES)) {
    const value = filter[/** @type {keyof typeof CHOICES} */ (name)];
    if (value !== first) given.set(name, value);
  }
  if (year !== null) given.set("year", String(year).padStart(4, "0"));
  if (lift) given.set("lift_to", lift);
  if (reading) given.set("reading", reading);
  if (arranged) given.set("arranged", "1");
  if (size !== START.size) given.set("size", size);
  if (colour !== START.colour) given.set("colour", colour);
  if (actor) given.set("actor", actor);
  if (to) given.set("to", to);
  if (camera) given.set("at", camera.map((one) => Number(one.toFixed(4))).join(","));
  return given.toString();
}

/**
 * The selection that the server knows nearest to a filter, and what it cannot say of it.
 * @param {State} state
 * @returns {{given: Record<string, string | string[] | boolean>, unsaid: string[]}}
 */
export function selection({ filter, lift, reading, year }) {
  /** @type {Record<string, string | string[] | boolean>} */
  const given = { network: filter.network, between: filter.between, groups: filter.groups, subsidiary: filter.subsidiary, undated: filter.undated, kinds: filter.kinds, statuses: filter.statuses, ...whole({ lift, reading }) };
  const unsaid = [];
  for (const [name, values] of Object.entries({ level: filter.levels, practice: filter.practices })) {
    if (values.length === 1 && values[0]) given[name] = values[0];
    else if (values.length) unsaid.push(name);
  }
  if (filter.countries.length) unsaid.push("country");
  if (filter.actorKinds.length) unsaid.push("actor_kind");
  if (year !== null) given.during = `${String(year).padStart(4, "0")}/${String(year).padStart(4, "0")}`;
  return { given, unsaid };
}

/**
 * What the whole network is asked for, before anything is filtered.
 * @param {Pick<State, "lift" | "reading">} state
 * @returns {Record<string, string>}
 */
export const whole = ({ lift, reading }) => ({ lift_to: lift, reading });
