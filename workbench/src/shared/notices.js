// What is said aloud: how something went, in the page's live region.

/** @param {string} id @param {string} words */
function show(id, words) {
  const region = document.getElementById(id);
  if (region) region.textContent = words;
}

/** Tell how it went. @param {string} words */
export function tell(words) {
  show("problem", "");
  show("status", words);
}

/** Tell what went wrong. @param {unknown} error */
export function fail(error) {
  show("status", "");
  show("problem", error instanceof Error ? error.message : String(error));
}
