// Texts as XML has them.

const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" });
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Escape a text; what XML forbids is left out.
 * @param {string | number | null | undefined} text
 */
export const escaped = (text) => String(text ?? "").replace(FORBIDDEN, "").replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);
