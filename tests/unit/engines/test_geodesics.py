"""Pairs and distances are those that NetworkX finds by listing all shortest paths."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coordgraph.engines.geodesics import check_pairs, passing, reached
from coordgraph.engines.lengths import lengths
from coordgraph.engines.networkx import Graph, simple
from coordgraph.errors import TooLarge
from coordgraph.ties import NO_LEVEL, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties

DIAMONDS = Ties(
    tuple("abcdefgh"),
    (),
    np.array([0, 0, 0, 1, 2, 3, 3, 4, 5]),
    np.array([1, 2, 7, 3, 3, 4, 5, 6, 6]),
    np.full(9, NO_LEVEL),
    np.ones(9),
)
"""Two ways lead from the first to the fourth, and two from there to the seventh."""


def graph_of(ties: Ties, *, weighted: bool) -> Graph:
    named: Graph = simple(ties)
    graph = nx.convert_node_labels_to_integers(named)
    exact = lengths(ties.weight, len(ties.actors)) if weighted else np.ones(len(ties))
    for source, target, length in zip(ties.source, ties.target, exact, strict=True):
        graph.edges[int(source), int(target)]["length"] = length
    return graph


@given(ties=merged_ties(), weighted=st.booleans())
@example(ties=DIAMONDS, weighted=False)
@examples(60)
def test_shares_are_those_of_all_shortest_paths(*, ties: Ties, weighted: bool) -> None:
    graph = graph_of(ties, weighted=weighted)
    for place in graph:
        found = passing(ties, place, weighted=weighted)
        pairs = zip(found.one.tolist(), found.other.tolist(), strict=True)
        shares = dict(zip(pairs, found.share.tolist(), strict=True))
        uses = np.zeros(len(graph))
        for one, other in combinations([node for node in graph if node != place], 2):
            if not nx.has_path(graph, one, other):
                continue
            paths = list(nx.all_shortest_paths(graph, one, other, weight="length"))
            through = [path for path in paths if place in path]
            assert shares.get((one, other), 0) == pytest.approx(len(through) / len(paths))
            for path in through:
                at = path.index(place)
                uses[[path[at - 1], path[at + 1]]] += 0.5 / len(paths)
        assert found.tie == pytest.approx(uses)


@given(ties=merged_ties(), weighted=st.booleans())
@example(ties=DIAMONDS, weighted=False)
@examples(60)
def test_first_ties_carry_what_targets_are_worth(*, ties: Ties, weighted: bool) -> None:
    graph = graph_of(ties, weighted=weighted)
    worth = np.arange(1.0, len(graph) + 1)
    for place in graph:
        found = reached(ties, place, weighted=weighted)
        plain = np.zeros(len(graph))
        for other in nx.node_connected_component(graph, place) - {place}:
            paths = list(nx.all_shortest_paths(graph, place, other, weight="length"))
            for path in paths:
                plain[path[1]] += worth[other] / len(paths)
        assert found.carried(worth) == pytest.approx(plain)


def test_distances_are_sums_of_reciprocal_weights() -> None:
    ends = np.array([0, 1]), np.array([1, 2])
    ties = Ties(("a", "b", "c", "d"), (), *ends, np.full(2, NO_LEVEL), np.array([2.0, 4.0]))
    assert reached(ties, 0, weighted=True).distance.tolist() == [0, 0.5, 0.75, np.inf]
    assert reached(ties, 0).distance.tolist() == [0, 1, 2, np.inf]


def test_long_paths_that_only_rounding_tells_apart_are_as_long_as_each_other() -> None:
    ends = np.array([0, 0, 1]), np.array([1, 2, 2])
    weights = 1 / np.array([100_000.6, 300_001.3, 200_000.7])
    ties = Ties(("a", "b", "c"), (), *ends, np.full(3, NO_LEVEL), weights)
    assert passing(ties, 1, weighted=True).share.tolist() == [0.5]


def test_too_many_pairs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    none = np.array([], dtype=np.int64)
    actors = tuple(map(str, range(6_000)))
    told = (
        "^6,000 actors and 0 ties are too many to look at every pair. Narrow the selection, as "
        "by --level or --practice.$"
    )
    with pytest.raises(TooLarge, match=told):
        check_pairs(Ties(actors, (), none, none, none, np.array([])))
    module = "coordgraph.engines.geodesics.LIMIT"
    monkeypatch.setattr(module, 9)
    check_pairs(Ties(("a", "b", "c"), (), none, none, none, np.array([])))
    monkeypatch.setattr(module, 8)
    with pytest.raises(TooLarge, match="3 actors"):
        check_pairs(Ties(("a", "b", "c"), (), none, none, none, np.array([])))


def test_pairs_are_whole_numbers_and_ties_as_long_as_each_other_unless_told() -> None:
    ends = np.array([0, 0, 1]), np.array([1, 2, 2])
    ties = Ties(("a", "b", "c"), (), *ends, np.full(3, NO_LEVEL), np.array([4.0, 1.0, 4.0]))
    assert passing(ties, 1).one.tolist() == []
    found = passing(ties, 1, weighted=True)
    assert (found.one.tolist(), found.other.tolist()) == ([0], [2])
    assert {column.dtype.kind for column in (found.one, found.other)} == {"i"}
