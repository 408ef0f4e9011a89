"""
The engine igraph, for networks that are large: NetworkX's definitions, in compiled code.

Where igraph defines a measure otherwise [1]_, its value is brought to NetworkX's: betweenness
is scaled to a share of pairs, closeness to the part that is reached.  What igraph finds by
other ways than NetworkX (eigenvector, PageRank, Burt's measures by weight) comes from arrays.

References
----------
.. [1] G. Csárdi and T. Nepusz (2006). The igraph software package for complex network
       research. *InterJournal, Complex Systems* 1695.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

import igraph as ig
import numpy as np

from coordgraph.engines import arrays
from coordgraph.engines.lengths import lengths
from coordgraph.engines.unbroken import unbroken
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["NAME", "communities", "measured", "offers", "sampled_distances"]

NAME = "igraph"

_SEED = 0
_SOURCES = 256
_MANY = 100_000
_LOCK = Lock()


@dataclass(frozen=True)
class _Case:
    """Ties, the graph of them, made once, and whether paths go by weight."""

    ties: Ties
    weighted: bool

    @cached_property
    def graph(self) -> "ig.Graph":
        return _graph(self.ties)

    @property
    def distances(self) -> list[float] | None:
        return (1 / self.ties.weight).tolist() if self.weighted else None


def _graph(ties: Ties) -> "ig.Graph":
    ends = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    return ig.Graph(n=len(ties.actors), edges=ends)


def offers(name: str, *, weighted: bool) -> bool:
    """Say whether it has a measure."""
    del weighted
    return name in _MEASURES


def measured(ties: Ties, names: Sequence[str], *, weighted: bool) -> dict[str, Floats]:
    """Return measures, one value an actor."""
    if not ties.actors:
        return {name: np.array([], dtype=np.float64) for name in names}
    case = _Case(ties, weighted)
    return {name: _MEASURES[name](case) for name in names}


def _betweenness(case: _Case) -> Floats:
    size = len(case.ties.actors)
    exact = lengths(case.ties.weight, size).tolist() if case.weighted else None
    pairs = max((size - 1) * (size - 2) / 2, 1)
    return np.array(case.graph.betweenness(directed=False, weights=exact)) / pairs


def _closeness(case: _Case) -> Floats:
    reached = _part_sizes(case.graph) - 1
    own: Floats = np.nan_to_num(case.graph.closeness(weights=case.distances))
    return own * reached / max(len(case.ties.actors) - 1, 1)


def _part_sizes(graph: "ig.Graph") -> Ints:
    """Return for each actor how many there are in its part of the network, itself too."""
    part = np.array(graph.connected_components().membership)
    sizes: Ints = np.bincount(part)[part]
    return sizes


def _harmonic(case: _Case) -> Floats:
    return np.array(case.graph.harmonic_centrality(weights=case.distances, normalized=False))


def _effective_size(case: _Case) -> Floats:
    if case.weighted:
        return arrays.effective_size(case.ties, weighted=True)
    degree = arrays.degree(case.ties)
    clustering = np.array(case.graph.transitivity_local_undirected(mode="zero"))
    return np.where(degree > 0, degree - clustering * (degree - 1), np.nan)


def _core(case: _Case) -> Floats:
    return np.array(case.graph.coreness(), dtype=np.float64)


def _community(case: _Case) -> Floats:
    found = communities(case.ties, "louvain", 1.0, seed=_SEED, graph=case.graph)
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    places = np.empty(len(case.ties.actors))
    for place, group in enumerate(ordered, 1):
        places[group] = place
    return places


def communities(
    ties: Ties, method: str, resolution: float, *, seed: int, graph: "ig.Graph | None" = None
) -> list[list[int]]:
    """
    Return the members of each community, by weight, in no order.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    method
        ``leiden``, until nothing moves (of more than 100,000 ties, two rounds), or
        ``louvain``.
    resolution
        Greater for smaller communities.
    seed
        What the draw starts from.
    graph
        The graph of the ties, if it is made already.
    """
    made = _graph(ties) if graph is None else graph
    weights = ties.weight.tolist()
    with _LOCK, unbroken():
        # igraph draws from the one generator that it is given, and keeps it for later calls.
        ig.set_random_number_generator(random.Random(seed))  # noqa: S311 - no secret
        try:
            if method == "louvain":
                found = made.community_multilevel(weights=weights, resolution=resolution)
            else:
                rounds = -1 if len(ties) <= _MANY else 2
                found = made.community_leiden(
                    "modularity", weights=weights, resolution=resolution, n_iterations=rounds
                )
        finally:
            ig.set_random_number_generator(random)
    return list(found)


def _articulation(case: _Case) -> Floats:
    found = np.zeros(len(case.ties.actors))
    found[case.graph.articulation_points()] = 1
    return found


def sampled_distances(ties: Ties, name: str, sample: int, *, seed: int = _SEED) -> Floats:
    """
    Return closeness or harmonic, estimated from the distances to a sample of actors [2]_.

    Parameters
    ----------
    ties
        Merged over the levels; paths are counted in ties, not by weight.
    name
        ``closeness`` or ``harmonic``.
    sample
        How many actors of each part are drawn; all of a part that has no more, which makes
        its values exact.
    seed
        What the draw starts from; the same seed draws the same actors.

    References
    ----------
    .. [2] D. Eppstein and J. Wang (2004). Fast approximation of centrality. *Journal of Graph
           Algorithms and Applications* 8, 39-45.
    """
    graph, numbers = _graph(ties), np.random.default_rng(seed)
    values = np.zeros(len(ties.actors))
    for part in graph.connected_components():
        if len(part) == 1:
            continue
        members, others = np.sort(part), len(part) - 1
        drawn = numbers.permutation(members)[:sample]
        if name == "harmonic":
            values[members] = _totals(graph, members, drawn, inverse=True)
        else:
            total = _totals(graph, members, drawn, inverse=False)
            values[members] = others / total * others / (len(values) - 1)
    return values


def _totals(graph: "ig.Graph", members: Ints, drawn: Ints, *, inverse: bool) -> Floats:
    """Return each member's distances to all others, or 1/distances, summed."""
    total, exact = np.zeros(len(members)), []
    for start in range(0, len(drawn), _SOURCES):
        sources = drawn[start : start + _SOURCES].tolist()
        far = np.array(
            graph.distances(source=sources, target=members.tolist()), dtype=np.float64
        )
        if inverse:
            far = np.divide(1.0, far, out=np.zeros_like(far), where=far > 0)
        total += far.sum(axis=0)
        exact.append(far.sum(axis=1))
    total *= len(members) / len(drawn)
    total[np.searchsorted(members, drawn)] = np.concatenate(exact)
    return total


_MEASURES: Mapping[str, Callable[[_Case], Floats]] = {
    "degree": lambda case: arrays.degree(case.ties),
    "strength": lambda case: arrays.strength(case.ties),
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": lambda case: arrays.eigenvector(case.ties),
    "pagerank": lambda case: arrays.pagerank(case.ties),
    "constraint": lambda case: arrays.constraint(case.ties, weighted=case.weighted),
    "effective_size": _effective_size,
    "core": _core,
    "community": _community,
    "articulation": _articulation,
}
