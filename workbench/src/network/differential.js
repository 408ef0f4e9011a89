// Filters graphs as the picture does, for a test that holds them to what the server selects:
// reads a graph and filters from a file, and writes what each leaves.
import { readFileSync } from "node:fs";

import { EVERYTHING, left, mechanismsOf, prepared } from "./model.js";

const { graph, filters } = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const model = prepared(graph);
const answers = filters.map((/** @type {Partial<import("./model.js").Filter>} */ filter) => {
  const found = left(model, { ...EVERYTHING, ...filter });
  return {
    actors: model.graph.nodes.filter((_, at) => found.actors[at]).map(({ iri }) => iri),
    ties: model.graph.edges.flatMap(({ source, target, level }, at) => {
      if (!found.ties[at]) return [];
      const ends = [source, target].map((end) => model.graph.nodes[end]?.iri);
      return [[...ends, level, mechanismsOf(model, found, at).map((one) => model.graph.mechanisms[one]?.iri)]];
    }),
  };
});
process.stdout.write(JSON.stringify(answers));
