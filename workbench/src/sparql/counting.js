// How many there are, said in the page's language.
import { number, said } from "../shared/texts.js";

/**
 * @param {"rows" | "statements"} what
 * @param {number} n
 */
export const counted = (what, n) => said(n === 1 ? `${what}_1` : `${what}_n`, { n: number(n) });
