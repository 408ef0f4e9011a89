"""Measures of arcs are NetworkX's; parts of equal weight share hubs and authorities."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.engines import arcs as module
from coordgraph.engines.arcs import DIRECTED, measured_arcs
from coordgraph.errors import DataError
from coordgraph.ties import NO_LEVEL, Ties


def arcs(rows: list[tuple[int, int, float]], size: int) -> Ties:
    source, target, weight = (np.array(column) for column in zip(*rows, strict=True))
    none = np.full(len(rows), NO_LEVEL)
    names = tuple(f"urn:{place}" for place in range(size))
    return Ties(names, (), source, target, none, weight.astype(float))


ROWS = [(0, 1, 1.0), (0, 2, 2.0), (1, 2, 1.0), (3, 2, 4.0), (2, 0, 1.0), (3, 4, 0.5)]


def test_hubs_and_authorities_are_those_of_networkx() -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(6))
    graph.add_weighted_edges_from(ROWS)
    hubs, authorities = nx.hits(graph, max_iter=1000, tol=1e-12)
    found = measured_arcs(arcs(ROWS, 6), ["hub", "authority"])
    assert found["hub"] == pytest.approx([hubs[node] for node in range(6)], abs=1e-9)
    expected = [authorities[node] for node in range(6)]
    assert found["authority"] == pytest.approx(expected, abs=1e-9)


def test_degrees_and_strengths_are_those_of_networkx() -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(6))
    graph.add_weighted_edges_from(ROWS)
    found = measured_arcs(arcs(ROWS, 6), DIRECTED)
    for way, degrees in (("in", graph.in_degree), ("out", graph.out_degree)):
        assert found[f"{way}_degree"].tolist() == [degrees[node] for node in range(6)]
        strengths = degrees(weight="weight")
        assert found[f"{way}_strength"].tolist() == [strengths[node] for node in range(6)]


def test_pagerank_follows_arcs_and_who_leads_nowhere_passes_on_to_all() -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(6))
    graph.add_weighted_edges_from(ROWS)
    expected = nx.pagerank(graph, tol=1e-14, max_iter=1000)
    found = measured_arcs(arcs(ROWS, 6), ["pagerank"])["pagerank"]
    assert found == pytest.approx([expected[node] for node in range(6)], abs=1e-9)


def test_parts_of_equal_weight_share() -> None:
    found = measured_arcs(arcs([(0, 1, 1.0), (2, 3, 1.0)], 4), ["hub", "authority"])
    assert found["hub"].tolist() == pytest.approx([0.5, 0, 0.5, 0])
    assert found["authority"].tolist() == pytest.approx([0, 0.5, 0, 0.5])


def test_who_stands_beside_a_heavier_part_has_nothing_of_it() -> None:
    found = measured_arcs(arcs([(0, 1, 100.0), (2, 3, 1.0)], 4), ["hub", "authority"])
    assert found["hub"].tolist() == [1, 0, 0, 0]
    assert found["authority"].tolist() == [0, 1, 0, 0]


def test_where_nobody_acts_nobody_is_a_hub() -> None:
    none = np.array([], dtype=np.int64)
    quiet = Ties(("urn:a", "urn:b", "urn:c"), (), none, none, none, none.astype(float))
    found = measured_arcs(quiet, ["hub", "authority"])
    assert [np.isnan(values).tolist() for values in found.values()] == [[True] * 3] * 2


@pytest.mark.parametrize("name", ["hub", "authority"])
def test_what_does_not_settle_is_told_by_its_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROUNDS", 1)
    with pytest.raises(DataError, match=rf"^{name} does not settle"):
        measured_arcs(arcs(ROWS, 6), [name])


def test_nobody_has_no_values() -> None:
    none = np.array([], dtype=np.int64)
    nobody = Ties((), (), none, none, none, none.astype(float))
    assert {len(values) for values in measured_arcs(nobody, DIRECTED).values()} == {0}
