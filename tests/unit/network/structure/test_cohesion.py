"""How a network holds together is what NetworkX says."""

import math

import networkx as nx
import pytest
from hypothesis import given

from coordgraph.network.structure.cohesion import cohesion
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


@given(ties=merged_ties())
@examples(40)
def test_it_is_networkxs(ties: Ties) -> None:
    graph, found = graph_of(ties), cohesion(ties)
    parts = list(nx.connected_components(graph))
    assert found["actors"] == len(graph)
    assert found["ties"] == graph.number_of_edges()
    assert found["components"] == len(parts)
    assert found["largest_component"] == max(map(len, parts))
    assert found["isolates"] == nx.number_of_isolates(graph)
    assert found["mean_clustering"] == pytest.approx(nx.average_clustering(graph))
    if len(graph) > 1:
        assert found["density"] == pytest.approx(nx.density(graph))
    if not math.isnan(found["transitivity"]):
        assert found["transitivity"] == pytest.approx(nx.transitivity(graph))


def test_a_star_is_centralized_and_a_ring_is_not() -> None:
    assert cohesion(ties_of(nx.star_graph(5)))["degree_centralization"] == 1
    assert cohesion(ties_of(nx.cycle_graph(5)))["degree_centralization"] == 0


@pytest.mark.parametrize("size", [0, 1, 2])
def test_what_is_not_defined_for_few_is_no_number(size: int) -> None:
    found = cohesion(nothing(size))
    assert found["components"] == found["isolates"] == size
    assert math.isnan(found["transitivity"])
    assert math.isnan(found["degree_centralization"])
    assert math.isnan(found["density"]) == (size < 2)
