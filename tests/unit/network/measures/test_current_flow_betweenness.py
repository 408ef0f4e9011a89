"""Betweenness by current: NetworkX's on connected networks, betweenness on forests."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines import networkx as reference
from coordgraph.errors import TooLarge
from coordgraph.network.measures import current_flow_betweenness as module
from coordgraph.network.measures.current_flow_betweenness import current_flow_betweenness
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def expected(ties: Ties, *, weighted: bool) -> list[float]:
    graph, weight = graph_of(ties), "weight" if weighted else None
    found = nx.current_flow_betweenness_centrality(graph, weight=weight, solver="full")
    return [found[place] for place in range(len(graph))]


@given(ties=merged_ties(connected_from=3), weighted=st.booleans())
@examples(50)
def test_it_is_networkxs_for_a_connected_network(ties: Ties, *, weighted: bool) -> None:
    found = current_flow_betweenness(ties, weighted=weighted)
    np.testing.assert_allclose(found, expected(ties, weighted=weighted), rtol=1e-9, atol=1e-9)


def test_blocks_of_ties_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    ties = ties_of(nx.barabasi_albert_graph(40, 3, seed=1))
    monkeypatch.setattr(module, "_CELLS", 400)
    assert current_flow_betweenness(ties) == pytest.approx(expected(ties, weighted=False))


def test_in_a_forest_it_is_betweenness() -> None:
    ties = ties_of(nx.disjoint_union(nx.star_graph(4), nx.path_graph(5)))
    between = reference.measured(ties, ["betweenness"], weighted=False)["betweenness"]
    assert current_flow_betweenness(ties) == pytest.approx(between)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_have_nobody_between_them(size: int) -> None:
    assert current_flow_betweenness(nothing(size)).tolist() == [0] * size
    assert current_flow_betweenness(ties_of(nx.path_graph(size))).tolist() == [0] * size


def test_too_many_steps_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STEPS", 10)
    told = (
        "^current_flow_betweenness takes actors times ties, 12 steps here, and at most 10 are "
        r"taken\. Select fewer, or ask for betweenness\.$"
    )
    with pytest.raises(TooLarge, match=told):
        current_flow_betweenness(ties_of(nx.path_graph(4)))
    monkeypatch.setattr(module, "STEPS", 12)
    assert len(current_flow_betweenness(ties_of(nx.path_graph(4)))) == 4


def test_nothing_flows_through_who_has_one_counterpart() -> None:
    graph = nx.barabasi_albert_graph(60, 3, seed=1)
    graph.add_edges_from((node, 60 + node) for node in range(60))
    assert current_flow_betweenness(ties_of(graph))[60:].tolist() == [0] * 60


def test_nothing_flows_through_the_ends_of_a_path_however_uneven_its_ties() -> None:
    path = nx.path_graph(30)
    nx.set_edge_attributes(
        path, {edge: 10.0 ** -(6 * (edge[0] % 2)) for edge in path.edges}, "weight"
    )
    found = current_flow_betweenness(ties_of(path), weighted=True)
    assert found[[0, -1]].tolist() == [0, 0]
    assert found[1:-1].min() > 0


def test_who_is_hardly_tied_has_no_less_than_nothing() -> None:
    for size in (3, 5, 10):
        graph = nx.complete_graph(size)
        graph.add_weighted_edges_from((end, size, 1e-11) for end in (0, 1))
        assert current_flow_betweenness(ties_of(graph), weighted=True).min() >= 0
