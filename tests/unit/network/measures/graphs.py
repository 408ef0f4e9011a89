"""Small networks that tests of measures share."""

import networkx as nx
import numpy as np

from coordgraph.engines.networkx import Graph, simple
from coordgraph.ties import NO_LEVEL, Ties

__all__ = ["graph_of", "nothing", "ties_of"]


def ties_of(graph: Graph) -> Ties:
    """Return a graph of numbers from 0 as ties of weight 1, or of the weight of its edges."""
    rows = sorted(
        (*sorted(pair), tie.get("weight", 1)) for *pair, tie in graph.edges(data=True)
    )
    source, target = (np.array([row[end] for row in rows], dtype=np.int64) for end in (0, 1))
    weight = np.array([row[2] for row in rows], dtype=np.float64)
    actors = tuple(f"urn:{place:04}" for place in range(len(graph)))
    return Ties(actors, (), source, target, np.full(len(rows), NO_LEVEL), weight)


def graph_of(ties: Ties) -> Graph:
    """Return merged ties as a graph of numbers from 0."""
    named: Graph = simple(ties)
    return nx.convert_node_labels_to_integers(named)


def nothing(size: int) -> Ties:
    """Return so many actors without a tie."""
    return ties_of(nx.empty_graph(size))
