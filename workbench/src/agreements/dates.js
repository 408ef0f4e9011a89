// Dates as precisely as they are known: a day, a month or a year, each a stretch of time.

/** @typedef {{signed: string | null, in_force: string | null, ended: string | null, status: string}} Dated */

const DATE = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/;

/**
 * When a date begins and ends, in years with fractions; nothing if it is no date.
 * @param {string | null} text
 * @returns {{from: number, to: number} | null}
 */
export function stretch(text) {
  const found = text === null ? null : DATE.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  if (found[2] === undefined) return { from: year, to: year + 1 };
  const month = year + (Number(found[2]) - 1) / 12;
  if (found[3] === undefined) return { from: month, to: month + 1 / 12 };
  const day = month + (Number(found[3]) - 1) / 372;
  return { from: day, to: day + 1 / 372 };
}

/** Whether a date is known by the day. @param {string | null} text */
export const byDay = (text) => text !== null && DATE.exec(text)?.[3] !== undefined;

/**
 * Whether an agreement was in force on some day of a year; null where that is not known.
 * @param {Dated} agreement
 * @param {number} year
 */
export function inForce({ in_force: start, ended, status }, year) {
  const from = stretch(start);
  const to = stretch(ended);
  if (to && to.to <= year) return false;
  if (!from) return null;
  if (from.from >= year + 1) return false;
  return to || status === "in-force" ? true : null;
}

/**
 * The first and the last year of a set of agreements; nothing if no date is known.
 * @param {Dated[]} agreements
 * @param {number} now
 * @returns {{first: number, last: number} | null}
 */
export function span(agreements, now) {
  const known = agreements.flatMap((one) => [one.signed, one.in_force, one.ended].map(stretch)).filter((one) => one !== null);
  if (!known.length) return null;
  return {
    first: Math.floor(Math.min(...known.map(({ from }) => from))),
    last: Math.max(now, Math.floor(Math.max(...known.map(({ from }) => from)))),
  };
}
