"""
NetworkX, the reference engine: every measure as NetworkX defines it.

A measure takes ties merged over the levels (one a pair) and gives one number an actor, in the
order of ``ties.actors``.  A tie's weight is strength: where a measure follows paths, the
distance of a tie is 1/weight.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import networkx as nx
import numpy as np

from coordgraph.engines.arrays import leading
from coordgraph.engines.lengths import lengths
from coordgraph.ties import Floats, Ties

__all__ = [
    "MEASURES",
    "NAME",
    "MultiDiGraph",
    "MultiGraph",
    "biconnected",
    "louvain",
    "measure",
    "measured",
    "multidigraph",
    "multigraph",
    "offers",
    "simple",
]

NAME = "networkx"

_SEED = 0
_PRECISION = 1e-13
_ROUNDS = 100_000

Graph: TypeAlias = "nx.Graph[Any]"
MultiGraph: TypeAlias = "nx.MultiGraph[str]"
MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
Values = Mapping[Hashable, float]


def multigraph(ties: Ties) -> MultiGraph:
    """Return the ties as a multigraph, an edge a level, keyed by the level's IRI."""
    graph: MultiGraph = nx.MultiGraph()
    _fill(graph, ties)
    return graph


def multidigraph(arcs: Ties) -> MultiDiGraph:
    """Return arcs as a directed multigraph, one a level, keyed by the level's IRI."""
    graph: MultiDiGraph = nx.MultiDiGraph()
    _fill(graph, arcs)
    return graph


def _fill(graph: MultiGraph, ties: Ties) -> None:
    graph.add_nodes_from(ties.actors)
    levels = (*ties.levels, "")
    for source, target, level, weight in _rows(ties):
        name = levels[level]
        graph.add_edge(
            ties.actors[source], ties.actors[target], key=name, level=name, weight=weight
        )


def simple(ties: Ties) -> "nx.Graph[str]":
    """Return merged ties as a graph whose edges carry ``weight`` and ``distance``."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(ties.actors)
    for source, target, _, weight in _rows(ties):
        graph.add_edge(
            ties.actors[source], ties.actors[target], weight=weight, distance=1 / weight
        )
    return graph


def louvain(ties: Ties, resolution: float, *, seed: int) -> list[set[int]]:
    """Return the communities that Louvain's method finds, by positions of actors."""
    named: Graph = simple(ties)
    graph = nx.convert_node_labels_to_integers(named)
    found: list[set[int]] = nx.community.louvain_communities(
        graph, weight="weight", resolution=resolution, seed=seed
    )
    return found


def biconnected(ties: Ties) -> list[list[int]]:
    """Return the biconnected components, by positions of actors."""
    graph: nx.Graph[int] = nx.Graph(
        zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    )
    blocks: Iterable[Any] = nx.biconnected_components(graph)
    return [list(block) for block in blocks]


def _rows(ties: Ties) -> list[tuple[int, int, int, float]]:
    columns = (ties.source, ties.target, ties.level, ties.weight)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def offers(name: str, *, weighted: bool) -> bool:
    """Say whether it has a measure; it has all of them."""
    del weighted
    return name in MEASURES


def measured(ties: Ties, names: Sequence[str], *, weighted: bool) -> dict[str, Floats]:
    """Return measures, one value an actor."""
    # Numbers in place of IRIs: sums over sets of texts differ from run to run.
    named: Graph = simple(ties)
    graph = nx.convert_node_labels_to_integers(named)
    return {name: measure(graph, name, weighted=weighted) for name in names}


def measure(graph: Graph, name: str, *, weighted: bool = False) -> Floats:
    """
    Return one measure, a number an actor, in the order of the graph's nodes.

    Parameters
    ----------
    graph
        As `simple` makes it.
    name
        A key of `MEASURES`.
    weighted
        Whether paths and Burt's measures use weights, too.

    Returns
    -------
    Floats
        One value an actor; NaN where the measure is not defined for it.
    """
    if not graph:
        return np.array([], dtype=np.float64)
    values = MEASURES[name](graph, weighted)
    return np.array([values[node] for node in graph], dtype=np.float64)


def _distance(weighted: bool) -> str | None:  # noqa: FBT001
    return "distance" if weighted else None


def _weight(weighted: bool) -> str | None:  # noqa: FBT001
    return "weight" if weighted else None


def _degree(graph: Graph, _: bool) -> Values:  # noqa: FBT001
    return dict(graph.degree())


def _strength(graph: Graph, _: bool) -> Values:  # noqa: FBT001
    return dict(graph.degree(weight="weight"))


def _betweenness(graph: Graph, weighted: bool) -> Values:  # noqa: FBT001
    if not weighted:
        return dict(nx.betweenness_centrality(graph))
    weights = np.array([tie["weight"] for *_, tie in graph.edges(data=True)], dtype=np.float64)
    exact = graph.copy()
    for (*_, tie), length in zip(
        exact.edges(data=True), lengths(weights, len(graph)).tolist(), strict=True
    ):
        tie["length"] = length
    return dict(nx.betweenness_centrality(exact, weight="length"))


def _closeness(graph: Graph, weighted: bool) -> Values:  # noqa: FBT001
    return dict(nx.closeness_centrality(graph, distance=_distance(weighted)))


def _harmonic(graph: Graph, weighted: bool) -> Values:  # noqa: FBT001
    return dict(nx.harmonic_centrality(graph, distance=_distance(weighted)))


def _eigenvector(graph: Graph, __: bool) -> Values:  # noqa: FBT001
    """
    Iterate as NetworkX does, but by a matrix, and far beyond its default of 1e-6 an actor.

    So the value is exact; a loop over ties took most of the time of a table of all measures.
    """
    weights = nx.to_scipy_sparse_array(graph, weight="weight", dtype=np.dtype(np.float64))
    return dict(zip(graph, leading(weights), strict=True))


def _pagerank(graph: Graph, _: bool) -> Values:  # noqa: FBT001
    tolerance = max(_PRECISION / len(graph), 1e-15)
    return dict(nx.pagerank(graph, alpha=0.85, max_iter=_ROUNDS, tol=tolerance))


def _constraint(graph: Graph, weighted: bool) -> Values:  # noqa: FBT001
    return dict(nx.constraint(graph, weight=_weight(weighted)))


def _effective_size(graph: Graph, weighted: bool) -> Values:  # noqa: FBT001
    if not weighted:
        return dict(nx.effective_size(graph))
    # Of all nodes at once, NetworkX 3.3 to 3.6 divide weights by the largest of the wrong row;
    # one after the other they take seconds for two hundred.
    ties = nx.to_scipy_sparse_array(graph, weight="weight", format="csr").astype(np.float64)
    counterparts = np.diff(ties.indptr)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = ties.multiply(1 / ties.sum(axis=1)[:, None]).tocsr()
        of_most = ties.multiply(1 / ties.max(axis=1).toarray().reshape(-1, 1)).tocsr()
    redundant = (shares @ of_most.T).multiply(ties > 0).sum(axis=1)
    sizes = np.where(counterparts > 0, counterparts - redundant, np.nan)
    return dict(zip(graph, sizes.tolist(), strict=True))


def _core(graph: Graph, _: bool) -> Values:  # noqa: FBT001
    return dict(nx.core_number(graph))


def _community(graph: Graph, _: bool) -> Values:  # noqa: FBT001
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ordered = sorted(found, key=lambda group: (-len(group), min(group)))
    return {node: place for place, group in enumerate(ordered, 1) for node in group}


def _articulation(graph: Graph, _: bool) -> Values:  # noqa: FBT001
    points = set(nx.articulation_points(graph))
    return {node: float(node in points) for node in graph}


MEASURES: Mapping[str, Callable[[Graph, bool], Values]] = {
    "degree": _degree,
    "strength": _strength,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": _eigenvector,
    "pagerank": _pagerank,
    "constraint": _constraint,
    "effective_size": _effective_size,
    "core": _core,
    "community": _community,
    "articulation": _articulation,
}
"""Every measure by name: from a graph, and whether to use weights, to a value a node."""
