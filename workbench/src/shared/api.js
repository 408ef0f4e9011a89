// The server's answers: rows and records of its API, and errors in its words, in the language of the page.
import { lang, said } from "./texts.js";

/** @typedef {string | number | boolean | null | undefined | readonly string[]} Given */

/** What the server refuses, in its words. */
export class Refusal extends Error {
  /** @param {number} status @param {string} words */
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

/**
 * The address of a question: parameters that are null, undefined or empty are left out.
 * @param {string} path
 * @param {Record<string, Given>} [given]
 */
export function address(path, given = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== null && one !== undefined && one !== "") search.append(name, String(one));
  }
  return search.size ? `${path}?${search}` : path;
}

/**
 * Ask the server; JSON comes back.
 * @param {string} path
 * @param {Record<string, Given>} [given]
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export const ask = (path, given = {}, { signal } = {}) => answer(address(path, given), signal ? { signal } : {});

/**
 * Ask the server by what is too long for an address; JSON goes there and comes back.
 * @param {string} path
 * @param {unknown} given
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<any>}
 */
export const send = (path, given, { signal } = {}) =>
  answer(path, { method: "POST", body: JSON.stringify(given), ...(signal && { signal }) });

/** @param {string} place @param {RequestInit} options */
async function answer(place, options) {
  const headers = { accept: "application/json", "accept-language": lang() };
  const response = await fetch(place, { ...options, headers }).catch((error) => {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, said("no_answer"));
  });
  if (!response.ok) throw new Refusal(response.status, (await response.text()).trim() || response.statusText);
  return response.json();
}

/**
 * Make a function that asks anew and drops what it asked before.
 * @template {unknown[]} A
 * @template R
 * @param {(signal: AbortSignal, ...given: A) => Promise<R>} asking
 * @returns {((...given: A) => Promise<R | undefined>) & {stop: () => void}}
 */
export function latest(asking) {
  let controller = new AbortController();
  /** @param {A} given */
  const again = async (...given) => {
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const found = await asking(signal, ...given);
      return signal.aborted ? undefined : found;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  };
  return Object.assign(again, { stop: () => controller.abort() });
}
