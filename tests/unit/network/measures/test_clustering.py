"""Clustering is NetworkX's, by weight, too."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines.networkx import Graph
from coordgraph.network.measures.clustering import clustering
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def plain(graph: Graph, weight: str | None = None) -> list[float]:
    found = nx.clustering(graph, weight=weight)
    assert isinstance(found, dict)
    return [found[place] for place in range(len(graph))]


@given(ties=merged_ties(), weighted=st.booleans())
@examples(50)
def test_it_is_networkxs(ties: Ties, *, weighted: bool) -> None:
    expected = plain(graph_of(ties), weight="weight" if weighted else None)
    np.testing.assert_allclose(clustering(ties, weighted=weighted), expected, atol=1e-12)


def test_it_is_networkxs_for_larger_ones() -> None:
    graph = nx.powerlaw_cluster_graph(100, 4, 0.6, seed=1)
    np.testing.assert_allclose(clustering(ties_of(graph)), plain(graph), atol=1e-12)


def test_who_has_no_two_counterparts_has_none() -> None:
    assert clustering(ties_of(nx.path_graph(2))).tolist() == [0, 0]
    assert clustering(nothing(1)).tolist() == [0]
    assert clustering(nothing(0)).tolist() == []


def test_weights_count_as_shares_of_the_largest() -> None:
    graph = nx.Graph(
        [(0, 1, {"weight": 0.1}), (1, 2, {"weight": 0.2}), (0, 2, {"weight": 0.4})]
    )
    assert clustering(ties_of(graph), weighted=True).tolist() == [0.5] * 3
