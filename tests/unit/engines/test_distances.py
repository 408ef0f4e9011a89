"""Distances are those that NetworkX finds, exactly or within what is promised."""

import math

import networkx as nx
import pytest
from hypothesis import given

from coordgraph.engines.distances import ERROR, distances
from coordgraph.engines.networkx import Graph
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def plain(graph: Graph) -> list[int]:
    found = nx.all_pairs_shortest_path_length(graph)
    return [length for _, others in found for length in others.values() if length]


@given(ties=merged_ties())
@examples(60)
def test_they_are_those_of_all_pairs_that_a_path_joins(ties: Ties) -> None:
    lengths, found = plain(graph_of(ties)), distances(ties)
    if lengths:
        assert found.mean == pytest.approx(sum(lengths) / len(lengths))
        assert found.longest == max(lengths)
    else:
        assert math.isnan(found.mean)
        assert math.isnan(found.longest)
    assert not found.estimated


def test_more_than_sixty_four_actors_are_asked_in_turns() -> None:
    graph = nx.disjoint_union(nx.path_graph(200), nx.barabasi_albert_graph(150, 2, seed=1))
    lengths, told = plain(graph), []
    found = distances(ties_of(graph), tick=lambda *done: told.append(done))
    assert found.mean == pytest.approx(sum(lengths) / len(lengths))
    assert found.longest == 199
    assert told[:4] == [(64, 200), (128, 200), (192, 200), (200, 200)]


def test_a_sample_is_within_what_is_promised_and_the_same_twice() -> None:
    ties, told = ties_of(nx.barabasi_albert_graph(4000, 2, seed=1)), []
    exact = distances(ties)
    sampled = distances(ties, exact=0, tick=lambda *done: told.append(done))
    assert sampled.estimated
    assert not exact.estimated
    assert told[-1] == (3745, 3745)
    assert sampled == distances(ties, exact=0)
    assert abs(sampled.mean - exact.mean) <= ERROR * exact.longest
    assert sampled.longest <= exact.longest


def test_a_sample_is_drawn_where_all_would_take_more_steps_than_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("coordgraph.engines.distances.ERROR", 0.05)
    ties = ties_of(nx.barabasi_albert_graph(700, 2, seed=1))
    steps = 700 * len(ties)
    assert not distances(ties, exact=steps).estimated
    assert distances(ties, exact=steps - 1).estimated
    assert not distances(ties_of(nx.path_graph(100)), exact=0).estimated


def test_parts_where_all_are_tied_weigh_as_many_pairs_as_they_have() -> None:
    graph = nx.disjoint_union(nx.complete_graph(4), nx.path_graph(3))
    assert distances(ties_of(graph)) == (20 / 18, 2, False)


def test_nobody_is_at_no_distance() -> None:
    assert math.isnan(distances(nothing(0)).mean)
    assert distances(nothing(2)).estimated is False
