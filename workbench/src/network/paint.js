// How large actors are, and of which colour: by what they are, or by a measure.

/** @typedef {import("./model.js").Actor} Actor */
/** @typedef {(at: number) => number | null} Values */
/** @typedef {{colours: string[], entries: {colour: string, key: string, count: number}[], range: [number, number] | null}} Painted */

/** Nine colours that differ for most eyes, readable on paper and in the dark. */
export const CATEGORIES = ["#4477aa", "#cc6677", "#228833", "#b58900", "#aa3377", "#2a9d9d", "#8a6fd1", "#a05a2c", "#6b8e23"];
/** From little to much. */
export const SCALE = { light: ["#c9d8e6", "#7fa6c9", "#3f78ad", "#1d4f86", "#0b2545"], dark: ["#27435c", "#3d6f9c", "#6a9fca", "#a3c9e6", "#e6f2fb"] };

export const SMALL = 3;
export const LARGE = 15;
const MOST = CATEGORIES.length;

/**
 * Radii: areas grow with values; who has none is small.
 * @param {Values | null} values
 * @param {Uint8Array} there
 * @param {number} number  How many actors there are in all, so that many are smaller.
 * @param {number} [wide]  How wide and high the picture is, the lesser of both, in points.
 */
export function radii(values, there, number, wide = 740) {
  const room = Math.min(1, Math.max(0.5, wide / 740));
  const large = LARGE * room * Math.min(1, Math.max(0.5, 14 / Math.sqrt(Math.max(number, 1)) + 0.2));
  const small = Math.max(1.6, SMALL * (large / LARGE));
  const [low, high] = values ? range(values, there) ?? [0, 0] : [0, 0];
  const base = Math.min(low, 0);
  return Float32Array.from(there, (_, at) => {
    if (!values) return (small + large) / 3;
    const value = values(at);
    if (value === null || high <= base) return small;
    return small + (large - small) * Math.sqrt(Math.max(0, value - base) / (high - base));
  });
}

/**
 * The least and the greatest value of those that are there.
 * @param {Values} values
 * @param {Uint8Array} there
 * @returns {[number, number] | null}
 */
export function range(values, there) {
  let low = Infinity;
  let high = -Infinity;
  there.forEach((is, at) => {
    const value = is ? values(at) : null;
    if (value === null) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  return low <= high ? [low, high] : null;
}

/**
 * Colours by category: the most frequent ones have one each.
 * @param {(at: number) => string} category
 * @param {Uint8Array} there
 * @param {Uint8Array} all  Who counts for which category has which colour, whatever is filtered.
 * @param {string} other  The colour of the others.
 * @returns {Painted}
 */
export function byCategory(category, there, all, other) {
  /** @type {Map<string, number>} */
  const frequent = new Map();
  /** @type {Map<string, number>} */
  const shown = new Map();
  all.forEach((_, at) => {
    const key = category(at);
    frequent.set(key, (frequent.get(key) ?? 0) + 1);
    if (there[at]) shown.set(key, (shown.get(key) ?? 0) + 1);
  });
  const named = [...frequent.keys()].filter(Boolean).sort((a, b) => (frequent.get(b) ?? 0) - (frequent.get(a) ?? 0) || (a < b ? -1 : 1)).slice(0, MOST);
  const colour = new Map(named.map((key, nth) => [key, CATEGORIES[nth] ?? other]));
  const entries = named.filter((key) => shown.has(key)).map((key) => ({ colour: colour.get(key) ?? other, key, count: shown.get(key) ?? 0 }));
  const rest = [...shown].filter(([key]) => !colour.has(key)).reduce((sum, [, count]) => sum + count, 0);
  if (rest) entries.push({ colour: other, key: "", count: rest });
  return { colours: [...all].map((_, at) => colour.get(category(at)) ?? other), entries, range: null };
}

/**
 * Colours by value, on a scale that gives each fifth of those that differ a colour.
 * @param {Values} values
 * @param {Uint8Array} there
 * @param {readonly string[]} scale
 * @param {string} none  The colour of who has no value.
 * @returns {Painted}
 */
export function byValue(values, there, scale, none) {
  const known = [...new Set([...there].map((is, at) => (is ? values(at) : null)).filter((value) => value !== null))].sort((a, b) => a - b);
  const rank = new Map(known.map((value, nth) => [value, known.length > 1 ? nth / (known.length - 1) : 1]));
  const colours = [...there].map((_, at) => {
    const value = values(at);
    const place = value === null ? undefined : rank.get(value);
    return place === undefined ? none : mixed(scale, place);
  });
  return { colours, entries: [], range: known.length ? [known[0] ?? 0, known.at(-1) ?? 0] : null };
}

/** @param {readonly string[]} scale @param {number} place */
export function mixed(scale, place) {
  const at = Math.min(Math.floor(place * (scale.length - 1)), scale.length - 2);
  const part = place * (scale.length - 1) - at;
  const [one, other] = [scale[at], scale[at + 1]].map((hex) => [1, 3, 5].map((start) => parseInt((hex ?? "#000000").slice(start, start + 2), 16)));
  return `#${(one ?? []).map((value, nth) => Math.round(value + part * ((other?.[nth] ?? 0) - value)).toString(16).padStart(2, "0")).join("")}`;
}
