// Files of the reader, asked together with the data: held by the page, sent with each question.
import { element } from "../shared/dom.js";
import { said } from "../shared/texts.js";
import { counted } from "./counting.js";
import { asked } from "./running.js";

/** @typedef {{name: string, text: string}} File */
/** @typedef {{name: string, statements: number, graphs: string[]}} Held */

const MOST_BYTES = 9_500_000;

/**
 * Whether files can be sent together; what is sent is JSON, in UTF-8.
 * @param {File[]} files
 */
export const fits = (files) => new TextEncoder().encode(JSON.stringify(files)).length <= MOST_BYTES;

/** The list of files, and how they come into it. */
export class Files {
  /**
   * @param {{input: HTMLInputElement, list: HTMLElement, drop: HTMLElement}} place
   * @param {{changed: () => void, fail: (words: string) => void, tell: (words: string) => void}} means
   */
  constructor({ input, list, drop }, means) {
    this.list = list;
    this.means = means;
    /** @type {(File & {held: Held})[]} */
    this.all = [];
    input.addEventListener("change", async () => {
      await this.open([...(input.files ?? [])]);
      input.value = "";
    });
    drop.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      drop.classList.add("dropping");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("dropping"));
    // First of all, as the field would take a file that is dropped on it for text.
    drop.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      event.stopPropagation();
      drop.classList.remove("dropping");
      this.open([...event.dataTransfer.files]);
    }, { capture: true });
  }

  /** What goes along with a question. */
  sent() {
    return this.all.map(({ name, text }) => ({ name, text }));
  }

  /** @param {globalThis.File[]} chosen */
  async open(chosen) {
    for (const one of chosen) {
      try {
        if (one.size > MOST_BYTES) throw new Error(said("file_too_large", { name: one.name }));
        await this.add({ name: one.name, text: await one.text() });
      } catch (error) {
        this.means.fail(error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** @param {File} file */
  async add(file) {
    const others = this.all.filter(({ name }) => name !== file.name);
    if (!fits([...others, file])) throw new Error(said("file_too_large", { name: file.name }));
    const { body } = await asked("", { files: [file] });
    this.all = [...others, { ...file, held: JSON.parse(body).files[0] }];
    this.draw();
    this.means.tell(said("file_open", { name: file.name }));
    this.means.changed();
  }

  /** @param {string} name */
  close(name) {
    this.all = this.all.filter((one) => one.name !== name);
    this.draw();
    this.means.changed();
  }

  draw() {
    this.list.replaceChildren(...this.all.map(({ name, held }) => element("li", {},
      element("strong", { dir: "auto" }, name.slice(0, 200)), " ",
      element("span", { class: "note" }, counted("statements", held.statements)),
      ...held.graphs.slice(0, 3).map((iri) => element("code", { dir: "auto" }, `<${iri.slice(0, 300)}>`)),
      element("button", { type: "button", class: "bare", onclick: () => this.close(name), "aria-label": said("close_file", { name: name.slice(0, 200) }) }, said("close")))));
  }
}
