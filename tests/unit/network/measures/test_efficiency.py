"""Efficiency is the share of an actor's counterparts that is not redundant."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.network.measures.efficiency import efficiency
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


@given(ties=merged_ties(), weighted=st.booleans())
@examples(50)
def test_it_is_networkxs_effective_size_over_degree(ties: Ties, *, weighted: bool) -> None:
    graph = graph_of(ties)
    size = nx.effective_size(graph, nodes=list(graph), weight="weight" if weighted else None)
    expected = [size[node] / (graph.degree(node) or 1) for node in graph]
    np.testing.assert_allclose(efficiency(ties, weighted=weighted), expected, atol=1e-12)


def test_it_lies_between_one_of_all_and_all() -> None:
    assert np.allclose(efficiency(ties_of(nx.complete_graph(5))), 1 / 4)
    assert efficiency(ties_of(nx.star_graph(5))).tolist() == [1] * 6


def test_without_counterparts_it_is_not_defined() -> None:
    assert np.isnan(efficiency(nothing(2))).tolist() == [True, True]
