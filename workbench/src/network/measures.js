// Measures of actors, as the server takes them of the selection that is nearest to the filter.
import { ask, latest } from "../shared/api.js";
import { lang } from "../shared/texts.js";
import { selection } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {{unsaid: string[], values: Record<string, Map<string, number | null>>}} Measured */

const KEPT = 40;

/** Return what asks for measures by name; what was asked before is kept, and what is late is dropped. */
export function measures() {
  /** @type {Map<string, Map<string, number | null>>} */
  const known = new Map();
  const asking = latest(async (signal, /** @type {State} */ state, /** @type {string[]} */ names) => {
    const { given, unsaid } = selection(state);
    /** @type {Measured} */
    const found = { unsaid, values: {} };
    for (const name of names) {
      const key = JSON.stringify([given, name]);
      const values = known.get(key) ?? taken(await ask("/api/centrality", { ...given, measure: [name], lang: lang() }, { signal }), name);
      known.delete(key);
      known.set(key, values);
      found.values[name] = values;
    }
    for (const key of [...known.keys()].slice(0, -KEPT)) known.delete(key);
    return found;
  });
  return asking;
}

/** @param {{rows: Record<string, any>[]}} answer @param {string} name */
const taken = ({ rows }, name) => new Map(rows.map((row) => [String(row.actor), /** @type {number | null} */ (row[name])]));
