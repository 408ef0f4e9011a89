import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";

import { formatted, KEYWORDS } from "./formatting.js";
import { tokens } from "./tokens.js";

/** @param {string} folder @returns {string[]} */
const files = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : path.endsWith(".rq") ? [path] : [];
  });

/** @param {string} text */
const words = (text) =>
  tokens(text).map(({ text: word }) => (KEYWORDS.has(word.toUpperCase()) ? word.toUpperCase() : word));

test("a question on one line is laid out", () => {
  const text = 'prefix cg: <https://w3id.org/coordgraph/ns#> select distinct ?a (count(*) as ?n) where{?a a cg:Actor;cg:country "x"@es. filter(?n>3) optional{?a cg:b ?c,?d}} order by desc(?n) limit 5';
  assert.equal(formatted(text), `PREFIX cg: <https://w3id.org/coordgraph/ns#>

SELECT DISTINCT ?a (COUNT(*) AS ?n)
WHERE {
  ?a a cg:Actor ;
    cg:country "x"@es .
  FILTER(?n > 3)
  OPTIONAL { ?a cg:b ?c, ?d }
}
ORDER BY DESC(?n)
LIMIT 5
`);
});

test("comments stay where they are", () => {
  assert.equal(formatted("# who\nSELECT * { # all\n?s ?p ?o . # one\n# the end\n}"), `# who
SELECT * {  # all
  ?s ?p ?o .  # one
  # the end
}
`);
});

for (const path of files(join(import.meta.dirname, "../../../queries"))) {
  test(`${path.slice(path.indexOf("queries/"))} keeps its words, and is laid out once for all`, () => {
    const text = readFileSync(path, "utf8");
    const once = formatted(text);
    assert.deepEqual(words(once), words(text));
    assert.equal(formatted(once), once);
  });
}
