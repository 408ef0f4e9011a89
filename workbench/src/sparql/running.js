// A question on its way: asked, timed, stopped.
import { lang } from "../shared/texts.js";
import { ACCEPT, answerOf } from "./answers.js";

/** @typedef {{name: string, text: string}} File */
/** @typedef {{accept?: string, signal?: AbortSignal | undefined, files?: File[]}} How */

/** What the server refuses, in its words. */
export class Refused extends Error {}

/**
 * Ask the server; give the body and its media type.
 * @param {string} sparql
 * @param {How} [how]
 */
export async function asked(sparql, { accept = ACCEPT, signal, files = [] } = {}) {
  const request = files.length
    ? { path: "/sparql/together", type: "application/json", body: JSON.stringify({ query: sparql, files }) }
    : { path: "/sparql", type: "application/sparql-query", body: sparql };
  const response = await fetch(request.path, {
    method: "POST",
    headers: { accept, "accept-language": lang(), "content-type": request.type },
    body: request.body,
    ...(signal && { signal }),
  });
  const body = await response.text();
  if (!response.ok) throw new Refused(body.trim());
  return { body, media: response.headers.get("content-type") ?? "" };
}

/**
 * Ask a question and read the answer.
 * @param {string} sparql
 * @param {How} [how]
 */
export async function answered(sparql, how) {
  const start = performance.now();
  const { body, media } = await asked(sparql, how);
  const arrived = performance.now();
  return { answer: answerOf(body, media), seconds: (arrived - start) / 1000 };
}
