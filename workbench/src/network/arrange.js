// A part of the network arranged anew, by the server, which puts the whole as well.

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Left} Left */

/**
 * What is left of a network, as the server is asked to arrange it.
 * @typedef {object} Part
 * @property {number[]} at  The places of its actors in the whole.
 * @property {string[]} actors  Their IRIs.
 * @property {[number, number, number][]} ties  Two places among these, and a weight.
 */

/**
 * Return the part that is left; a tie weighs as by Newman: of each mechanism, one by the number of
 * the others who take part.
 * @param {Model} model
 * @param {Left} found
 * @returns {Part}
 */
export function part({ graph, partOf, behind, onePart, otherPart }, found) {
  const at = [...graph.nodes.keys()].filter((actor) => found.actors[actor]);
  const nth = new Map(at.map((actor, place) => [actor, place]));
  const shares = graph.mechanisms.map((_, mechanism) => {
    let size = 0;
    for (let one = partOf[mechanism] ?? 0; one < (partOf[mechanism + 1] ?? 0); one += 1) size += found.parts[one] ?? 0;
    return size > 1 ? 1 / (size - 1) : 0;
  });
  /** @type {[number, number, number][]} */
  const ties = [];
  graph.edges.forEach(({ source, target, mechanisms }, tie) => {
    if (!found.ties[tie]) return;
    let weight = 0;
    mechanisms.forEach((mechanism, place) => {
      const one = (behind[tie] ?? 0) + place;
      if (found.parts[onePart[one] ?? -1] && found.parts[otherPart[one] ?? -1]) weight += shares[mechanism] ?? 0;
    });
    ties.push([nth.get(source) ?? 0, nth.get(target) ?? 0, Number(weight.toFixed(4))]);
  });
  return { at, actors: at.map((actor) => graph.nodes[actor]?.iri ?? ""), ties };
}
