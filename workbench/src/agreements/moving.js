// Where the arrow keys lead on a map.

/** @typedef {{x: number, y: number}} Spot */

/** By key, to the right and down. @type {Record<string, [number, number]>} */
export const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/**
 * The spot that is nearest in a direction: what lies aside counts twice; none if nothing lies there.
 * @template {Spot} S
 * @param {S[]} spots
 * @param {Spot} from
 * @param {[number, number]} direction
 * @returns {S | undefined}
 */
export function toward(spots, from, [right, down]) {
  /** @type {S | undefined} */
  let best;
  let least = Infinity;
  for (const spot of spots) {
    const [x, y] = [spot.x - from.x, spot.y - from.y];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down + y * right);
    if (spot === from || ahead <= 0 || aside > 2 * ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [spot, far];
  }
  return best;
}
