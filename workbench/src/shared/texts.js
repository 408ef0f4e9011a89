// What the page says, in its language: the server puts the texts into the page.

/** @type {Record<string, string> | null} */
let texts = null;

/** @returns {Record<string, string>} */
function all() {
  texts ??= JSON.parse(document.getElementById("texts")?.textContent ?? "{}");
  return /** @type {Record<string, string>} */ (texts);
}

/**
 * Fill `{name}` in a text.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Say something of the view's texts.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function said(key, values = {}) {
  const text = all()[key];
  if (text === undefined) throw new Error(`The page has no text ${key}.`);
  return filled(text, values);
}

/** The language of the page. */
export const lang = () => document.documentElement.lang;

/**
 * A number as the page's language writes it; nothing for what is not defined.
 * @param {number | null | undefined} value
 * @param {number} [digits]
 */
export function number(value, digits = 3) {
  if (value === null || value === undefined) return "";
  return new Intl.NumberFormat(lang(), { maximumFractionDigits: digits }).format(value);
}
