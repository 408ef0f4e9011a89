"""Closeness by current: NetworkX's on connected networks, closeness where there is one path."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines import networkx as reference
from coordgraph.network.measures.current_flow_closeness import current_flow_closeness
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


@given(ties=merged_ties(connected_from=2), weighted=st.booleans())
@examples(50)
def test_it_is_networkxs_for_a_connected_network(ties: Ties, *, weighted: bool) -> None:
    graph = graph_of(ties)
    found = nx.current_flow_closeness_centrality(graph, weight="weight" if weighted else None)
    own = [found[place] * (len(graph) - 1) for place in range(len(graph))]
    np.testing.assert_allclose(current_flow_closeness(ties, weighted=weighted), own, rtol=1e-9)


@given(ties=merged_ties())
@examples(50)
def test_it_is_at_least_closeness(ties: Ties) -> None:
    closeness = reference.measured(ties, ["closeness"], weighted=False)["closeness"]
    assert np.all(current_flow_closeness(ties) >= closeness - 1e-12)


def test_in_a_forest_it_is_closeness() -> None:
    ties = ties_of(nx.disjoint_union(nx.star_graph(4), nx.path_graph(5)))
    closeness = reference.measured(ties, ["closeness"], weighted=False)["closeness"]
    assert current_flow_closeness(ties) == pytest.approx(closeness)


def test_who_reaches_nobody_has_none() -> None:
    assert current_flow_closeness(nothing(2)).tolist() == [0, 0]
    assert current_flow_closeness(nothing(0)).tolist() == []
