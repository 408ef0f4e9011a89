"""Measures have one way to be asked."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.network.measures.by_name import BY_NAME
from tests.unit.network.measures.graphs import ties_of


@pytest.mark.parametrize("name", BY_NAME)
def test_a_measure_is_by_weight_only_where_it_is_asked_for(name: str) -> None:
    graph = nx.krackhardt_kite_graph()
    nx.set_edge_attributes(
        graph, {edge: 1.0 + place % 4 for place, edge in enumerate(graph.edges)}, "weight"
    )
    plain, strong = (BY_NAME[name](ties_of(graph), weighted=how) for how in (False, True))
    np.testing.assert_array_equal(BY_NAME[name](ties_of(graph)), plain)
    assert np.allclose(plain, strong) == (name == "katz")
