// Questions kept in the browser, each in a tab: nothing that was written is lost.
//
// Each is kept under a name of its own, so that two windows do not overwrite each other's; what
// another window writes is followed.

/** @typedef {{id: string, name: string, sparql: string, open: boolean, changed: number, query?: string}} Tab */

const PREFIX = "coordgraph.question.";
const CHOSEN = "coordgraph.chosen";
const MOST_CLOSED = 100;

/** The questions of this browser. */
export class Tabs {
  /**
   * @param {Storage} storage
   * @param {{now?: () => number, id?: () => string}} [means]
   */
  constructor(storage, { now = Date.now, id = () => crypto.randomUUID() } = {}) {
    this.storage = storage;
    this.now = now;
    this.id = id;
    /** @type {Map<string, Tab>} */
    this.held = new Map();
    this.stored = true;
    this.read();
    this.chosen = this.held.get(storage.getItem(CHOSEN) ?? "")?.id ?? this.open()[0]?.id ?? "";
  }

  /** The open ones, in the order in which they were made. */
  open() {
    return [...this.held.values()].filter(({ open }) => open);
  }

  /** The closed ones, the last one first. */
  closed() {
    return [...this.held.values()].filter(({ open }) => !open).sort((a, b) => b.changed - a.changed);
  }

  current() {
    return this.held.get(this.chosen);
  }

  /**
   * Open a question in a tab of its own; the one that has it already, if any.
   * @param {string} name
   * @param {string} [sparql]
   */
  add(name, sparql = "") {
    const same = sparql && this.open().find((one) => one.sparql === sparql);
    if (same) return this.choose(same.id);
    const tab = { id: this.id(), name: this.free(name), sparql, open: true, changed: this.now() };
    this.held.set(tab.id, tab);
    this.keep(tab);
    return this.choose(tab.id);
  }

  /** @param {string} id */
  choose(id) {
    this.chosen = id;
    this.write(CHOSEN, id);
    return this.held.get(id);
  }

  /** @param {string} id @param {Partial<Pick<Tab, "name" | "sparql" | "query">>} change */
  change(id, change) {
    const tab = this.held.get(id);
    const same = tab && Object.entries(change).every(([key, value]) => tab[/** @type {keyof Tab} */ (key)] === value);
    if (tab && !same) this.keep(Object.assign(tab, change, { changed: this.now() }));
  }

  /**
   * Close a tab; it can be opened again, unless it is empty.
   * @param {string} id
   */
  close(id) {
    const tab = this.held.get(id);
    if (!tab) return;
    const at = this.open().indexOf(tab);
    if (tab.sparql.trim()) this.keep(Object.assign(tab, { open: false, changed: this.now() }));
    else this.drop(id);
    for (const old of this.closed().slice(MOST_CLOSED)) this.drop(old.id);
    const left = this.open();
    if (this.chosen === id) this.choose((left[at] ?? left.at(-1))?.id ?? "");
  }

  /** @param {string} id */
  reopen(id) {
    const tab = this.held.get(id);
    if (!tab) return undefined;
    this.keep(Object.assign(tab, { open: true, changed: this.now() }));
    return this.choose(id);
  }

  /**
   * Take over what another window wrote; tell whether anything here looks different now.
   * @param {string | null} key
   * @param {string | null} value
   */
  heard(key, value) {
    if (!key?.startsWith(PREFIX)) return false;
    const id = key.slice(PREFIX.length);
    const mine = this.held.get(id);
    const theirs = parsed(value);
    if (!theirs) return mine ? this.restore(mine) : false;
    this.held.set(id, theirs);
    const left = this.open();
    if (!theirs.open && id === this.chosen) this.choose(left.at(-1)?.id ?? "");
    return true;
  }

  /** What another window dropped is kept while it is open here. @param {Tab} mine */
  restore(mine) {
    if (mine.open && mine.sparql.trim()) this.keep(mine);
    else this.held.delete(mine.id);
    return !this.held.has(mine.id);
  }

  /** @param {string} name */
  free(name) {
    const names = new Set([...this.held.values()].filter(({ open }) => open).map((one) => one.name));
    let found = name;
    for (let number = 2; names.has(found); number++) found = `${name} ${number}`;
    return found;
  }

  read() {
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? "");
    const found = keys
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => parsed(this.storage.getItem(key)))
      .filter((tab) => tab !== undefined);
    for (const tab of found.sort((a, b) => a.changed - b.changed)) this.held.set(tab.id, tab);
  }

  /** @param {Tab} tab */
  keep(tab) {
    this.write(PREFIX + tab.id, JSON.stringify(tab));
  }

  /** @param {string} id */
  drop(id) {
    this.held.delete(id);
    this.storage.removeItem(PREFIX + id);
  }

  /** @param {string} key @param {string} value */
  write(key, value) {
    try {
      this.storage.setItem(key, value);
      this.stored = true;
    } catch {
      this.stored = false; // full, or forbidden: the page tells
    }
  }
}

/** @param {string | null} text @returns {Tab | undefined} */
function parsed(text) {
  try {
    const found = JSON.parse(text ?? "");
    const whole = ["id", "name", "sparql"].every((key) => typeof found[key] === "string");
    return whole ? { ...found, open: found.open !== false, changed: Number(found.changed) || 0 } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is written while the page is open, where the browser keeps nothing. */
export class Memory {
  constructor() {
    this.held = /** @type {Map<string, string>} */ (new Map());
  }

  get length() {
    return this.held.size;
  }

  /** @param {number} at */
  key(at) {
    return [...this.held.keys()][at] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.held.get(key) ?? null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    this.held.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.held.delete(key);
  }

  clear() {
    this.held.clear();
  }
}
