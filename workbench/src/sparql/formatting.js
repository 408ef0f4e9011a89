// A question laid out: one pattern a line, two blanks a level; comments stay where they belong.
import { tokens } from "./tokens.js";

/** @typedef {import("./tokens.js").Token} Token */

const OWN_LINE = new Set([
  "PREFIX", "BASE", "SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "FROM", "WHERE", "GROUP", "HAVING",
  "ORDER", "LIMIT", "OFFSET", "VALUES", "FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "SERVICE",
]);

/** What is no name in SPARQL, in capitals. */
export const KEYWORDS = new Set([
  ...OWN_LINE, "UNION", "DISTINCT", "REDUCED", "AS", "BY", "ASC", "DESC", "NOT", "EXISTS", "IN", "NAMED",
  "SILENT", "UNDEF", "SEPARATOR", "TRUE", "FALSE", "DATA", "COUNT", "SUM", "MIN", "MAX", "AVG",
  "SAMPLE", "GROUP_CONCAT", "STR", "LANG", "LANGMATCHES", "DATATYPE", "BOUND", "IRI", "URI",
  "BNODE", "RAND", "ABS", "CEIL", "FLOOR", "ROUND", "CONCAT", "STRLEN", "UCASE", "LCASE",
  "ENCODE_FOR_URI", "CONTAINS", "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "YEAR", "MONTH",
  "DAY", "HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ", "NOW", "UUID", "STRUUID", "MD5", "SHA1",
  "SHA256", "SHA384", "SHA512", "COALESCE", "IF", "STRLANG", "STRDT", "SAMETERM", "ISIRI", "ISURI",
  "ISBLANK", "ISLITERAL", "ISNUMERIC", "REGEX", "SUBSTR", "REPLACE",
]);
const WIDTH = 84;
const MIXED = new Map([
  ["LANGMATCHES", "langMatches"], ["SAMETERM", "sameTerm"], ["ISIRI", "isIRI"], ["ISURI", "isURI"],
  ["ISBLANK", "isBlank"], ["ISLITERAL", "isLiteral"], ["ISNUMERIC", "isNumeric"],
  ["TRUE", "true"], ["FALSE", "false"],
]);
/**
 * Lay a question out. Only blanks, line breaks and the case of keywords change.
 * @param {string} text
 */
export function formatted(text) {
  return new Layout(text).written();
}

class Layout {
  /** @param {string} text */
  constructor(text) {
    this.source = text;
    this.lines = /** @type {string[]} */ ([]);
    this.line = "";
    this.depth = 0;
    this.round = 0;
    this.form = "";
    this.triples = false;
    this.found = tokens(text);
    this.short = 0;
    /** @type {number[]} */
    this.rounds = [];
  }

  written() {
    this.found.forEach((token, at) => this.put(token, this.found[at - 1], at));
    this.end();
    return `${this.lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
  }

  /** @param {Token} token @param {Token | undefined} before @param {number} at */
  put(token, before, at) {
    const gap = before ? this.source.slice(before.to, token.from) : "";
    if (/\n[ \t]*\n/.test(gap)) this.blank();
    if (token.kind === "comment") return this.comment(token, gap, before);
    if (before?.kind === "comment") this.end();
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    if (KEYWORDS.has(word)) return this.keyword(word, before);
    if (token.text === "{") return this.open(at);
    return this.other(token, before, gap);
  }

  /** @param {Token} token @param {string} gap @param {Token | undefined} before */
  comment(token, gap, before) {
    if (before && !gap.includes("\n")) {
      if (!this.line && this.lines.length) this.lines[this.lines.length - 1] += `  ${token.text}`;
      else this.line += `  ${token.text}`;
    } else {
      this.end();
      this.line = token.text;
    }
    this.end();
  }

  /** @param {string} word @param {Token | undefined} before */
  keyword(word, before) {
    if (OWN_LINE.has(word) && this.round === 0 && !this.short) this.end();
    if (word === "PREFIX" || word === "BASE") this.form = word;
    else if (["SELECT", "CONSTRUCT", "DESCRIBE", "ASK"].includes(word) && this.depth === 0) {
      if (this.form === "PREFIX" || this.form === "BASE") this.blank();
      this.form = word;
    }
    this.word(MIXED.get(word) ?? word, before);
  }

  /** @param {Token} token @param {Token | undefined} before @param {string} gap */
  other(token, before, gap) {
    const { text } = token;
    if (text === "}") return this.close(before);
    if (text === "(") this.round++;
    if (text === ")") this.round--;
    this.word(text, before, gap);
    if (this.round > 0 || this.depth === 0) return undefined;
    if (text === "." && token.kind === "sign") this.end();
    if (text === ";") {
      this.end();
      this.triples = true;
    }
    return undefined;
  }

  /** @param {number} at */
  open(at) {
    if (this.line && this.found[at - 1]?.text === "}" && !this.short) this.end();
    this.line += this.line ? " {" : "{";
    if (this.short || this.isShort(at)) this.short++;
    else {
      this.end();
      this.depth++;
      this.rounds.push(this.round);
      this.round = 0;
    }
  }

  /** Whether a group is one pattern or one list, and fits on the line. @param {number} at */
  isShort(at) {
    const end = this.found.findIndex(({ text }, place) => place > at && text === "}");
    const within = this.found.slice(at + 1, end);
    const parts = within.reduce((length, { text }) => length + text.length + 1, this.line.length);
    const broken = within.some(({ kind, text }) => kind === "comment" || /^(?:[{;]|\.)$/.test(text));
    return end > at && !broken && within.length > 0 && parts < WIDTH;
  }

  /** @param {Token | undefined} before */
  close(before) {
    if (this.short) {
      this.word("}", before);
      if (--this.short === 0 && this.round === 0) this.end();
      return;
    }
    this.end();
    this.depth = Math.max(0, this.depth - 1);
    this.round = this.rounds.pop() ?? 0;
    this.triples = false;
    this.line = "}";
    if (this.round === 0) this.end();
  }

  /** @param {string} text @param {Token | undefined} before @param {string} [gap] */
  word(text, before, gap = " ") {
    if (!this.line) this.line = text;
    else this.line += this.tight(text, before, gap) ? text : ` ${text}`;
  }

  /** @param {string} text @param {Token | undefined} before @param {string} gap */
  tight(text, before, gap) {
    const last = before?.text ?? "";
    if (text === ")" || last === "(" || text === "," || text === "^^" || last === "^^") return true;
    if (text === "]" || last === "[") return gap === "";
    if (text === "(") return before?.kind === "word" && !/^(?:AS|IN|VALUES|AND|BY)$/i.test(last) && gap === "";
    if (before?.kind === "string" && text.startsWith("@")) return true;
    if (/^[/|^*+?!-]$/.test(text) || /^[/|^*+?!-]$/.test(last)) return gap === "";
    return false;
  }

  blank() {
    this.end();
    if (this.lines.length && this.lines.at(-1) !== "") this.lines.push("");
  }

  end() {
    const text = this.line;
    this.line = "";
    if (!text) return;
    const deeper = this.triples && text !== "}" && !/^(?:FILTER|OPTIONAL|BIND|VALUES|GRAPH|MINUS|\{)/.test(text);
    this.lines.push("  ".repeat(this.depth + (deeper ? 1 : 0)) + text);
    if (!text.replace(/\s+#.*$/, "").endsWith(";") && !text.startsWith("#")) this.triples = false;
  }
}
