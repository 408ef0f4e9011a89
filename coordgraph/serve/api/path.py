"""A way from one actor to another, with the mechanisms and passages on it."""

from typing import Any

from coordgraph.actors import ahead, find_actor
from coordgraph.network.explain.evidence import Mechanism, mechanisms
from coordgraph.network.paths import Step, shortest_path
from coordgraph.network.projection import Network
from coordgraph.store import Store

__all__ = ["path_of"]


def path_of(
    store: Store, network: Network, source: str, target: str, *, lang: str
) -> dict[str, Any]:
    """
    Return a shortest path between two actors, as JSON knows it.

    Its ``length`` is null if none leads from one to the other, or one is not in the network.

    Parameters
    ----------
    store
        Where the network comes from.
    network
        Where to go.
    source, target
        Actors: slugs, IRIs, acronyms or labels.
    lang
        The language of labels.

    Raises
    ------
    UnknownActor, AmbiguousActor
        If no actor is meant, or several are.
    """
    ends = [find_actor(store, name, lang=lang) for name in (source, target)]
    there = all(end in network.actors for end in ends)
    steps = shortest_path(network, *ends) if there else None
    found: dict[str, Any] = {"source": ends[0], "target": ends[1], "length": None, "steps": []}
    if steps is None:
        return found
    iris = {iri for step in steps for _, behind in step.levels for iri in behind}
    actors = {actor for step in steps for actor in (step.source, step.target)}
    ahead(network.actors, actors)
    whole = network.selection.whole
    known = mechanisms(store, iris, actors, lang=lang, whole=whole) if steps else {}
    found["length"] = len(steps)
    found["steps"] = [_told(step, network, known) for step in steps]
    return found


def _told(step: Step, network: Network, known: dict[str, Mechanism]) -> dict[str, Any]:
    return {
        "source": step.source,
        "source_label": network.actors[step.source].label,
        "target": step.target,
        "target_label": network.actors[step.target].label,
        "levels": [
            {
                "level": level or None,
                "mechanisms": [_mechanism(known[iri], step) for iri in behind],
            }
            for level, behind in step.levels
        ],
    }


def _mechanism(known: Mechanism, step: Step) -> dict[str, Any]:
    return {
        "mechanism": known.iri,
        "title": known.title,
        "kind": known.kind,
        "practice": known.practice,
        "passages": [place._asdict() for place in known.written(step.source, step.target)],
    }
