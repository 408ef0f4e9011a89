"""A shortest way from one actor to another along ties."""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csgraph

from coordgraph.engines.arrays import adjacency
from coordgraph.errors import UnknownActor
from coordgraph.network.projection import Network
from coordgraph.ties import NO_LEVEL

__all__ = ["Step", "shortest_path"]


class Step(NamedTuple):
    """
    A tie on the way, at one level or at several.

    Attributes
    ----------
    source, target
        Actors, by IRI.
    levels
        A level by IRI, or an empty text, and the mechanisms that tie the two there.
    """

    source: str
    target: str
    levels: list[tuple[str, list[str]]]


def shortest_path(network: Network, source: str, target: str) -> list[Step] | None:
    """
    Return the steps of a shortest path; none from an actor to itself; None if no path leads.

    All ties are one long, whatever their weight.  Of several shortest paths it is the one that
    goes, step by step, by the first actor in order of IRIs.

    Parameters
    ----------
    network
        The network.
    source, target
        Actors, by IRI.

    Raises
    ------
    UnknownActor
        If one of them is not in the network.

    Examples
    --------
    >>> import coordgraph as cg
    >>> prefix = "https://w3id.org/coordgraph/id/actor/"
    >>> found = shortest_path(cg.project(cg.load()), prefix + "afip", prefix + "state-ury")
    >>> [step.target.removeprefix(prefix) for step in found]
    ['sss-ar', 'state-ury']
    """
    actors = network.ties.actors
    places = {iri: place for place, iri in enumerate(actors)}
    for iri in (source, target):
        if iri not in places:
            raise UnknownActor(iri, actors)
    ties = adjacency(network.merged(), weighted=False)
    far = csgraph.dijkstra(ties, unweighted=True, indices=places[target])
    at = places[source]
    if np.isinf(far[at]):
        return None
    found = []
    while far[at] > 0:
        others = np.sort(ties.indices[ties.indptr[at] : ties.indptr[at + 1]])
        following = int(others[far[others] == far[at] - 1][0])
        found.append(Step(actors[at], actors[following], _levels(network, at, following)))
        at = following
    return found


def _levels(network: Network, one: int, other: int) -> list[tuple[str, list[str]]]:
    ties, (low, high) = network.ties, sorted((one, other))
    rows = np.flatnonzero((ties.source == low) & (ties.target == high))
    names = (*ties.levels, "")
    assert names[NO_LEVEL] == ""
    return [(names[int(ties.level[row])], network.mechanisms(int(row))) for row in rows]
