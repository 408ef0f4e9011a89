"""Partitions are numbered by size, and their modularity is NetworkX's."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coordgraph.engines import igraph, networkx, partitions
from coordgraph.engines.partitions import (
    METHODS,
    Method,
    check_method,
    modularity,
    numbered,
    partitioned,
)
from coordgraph.errors import MissingEngine, UnknownMethod
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


@given(ties=merged_ties(), data=st.data(), resolution=st.sampled_from([0.5, 1, 2]))
@examples(60)
def test_modularity_is_networkxs(ties: Ties, data: st.DataObject, resolution: float) -> None:
    assume(len(ties))
    size = len(ties.actors)
    place = np.array(data.draw(st.lists(st.integers(0, 2), min_size=size, max_size=size)))
    groups = [set(np.flatnonzero(place == one).tolist()) for one in np.unique(place)]
    expected = nx.community.modularity(graph_of(ties), groups, resolution=resolution)
    found = modularity(ties, place, resolution=resolution)
    assert found == pytest.approx(expected, abs=1e-9)


def test_without_ties_there_is_no_modularity() -> None:
    assert math.isnan(modularity(nothing(2), np.array([0, 1])))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("large", [1, 10_000])
def test_every_way_finds_the_cliques_of_a_ring(
    method: Method, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partitions, "LARGE", large)
    ties = ties_of(nx.ring_of_cliques(5, 6))
    found = partitioned(np.random.default_rng(1), ties=ties, method=method, resolution=1.0)
    assert found.tolist() == np.repeat(np.arange(5), 6).tolist()


@pytest.mark.parametrize(
    ("method", "large", "installed", "asked"),
    [
        ("leiden", 15, True, "igraph"),
        ("louvain", 15, True, "networkx"),
        ("louvain", 14, True, "igraph"),
        ("louvain", 14, False, "networkx"),
    ],
)
def test_large_networks_and_leiden_are_for_igraph_and_each_draw_is_told_its_seed(
    method: Method,
    large: int,
    asked: str,
    *,
    installed: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[tuple[object, ...]] = []

    def by_igraph(_: Ties, method: str, resolution: float, *, seed: int) -> list[set[int]]:
        told.append(("igraph", method, resolution, seed))
        return [{0}, {1, 2, 3, 4, 5}]

    def by_networkx(_: Ties, resolution: float, *, seed: int) -> list[set[int]]:
        told.append(("networkx", "louvain", resolution, seed))
        return [{0}, {1, 2, 3, 4, 5}]

    monkeypatch.setattr(igraph, "communities", by_igraph)
    monkeypatch.setattr(networkx, "louvain", by_networkx)
    monkeypatch.setattr(partitions, "LARGE", large)
    monkeypatch.setattr(
        partitions, "find_spec", lambda name: (installed and name == "igraph") or None
    )
    ties = ties_of(nx.complete_graph(6))
    generator = np.random.default_rng(7)
    found = partitioned(generator, ties=ties, method=method, resolution=0.5)
    assert found.tolist() == [1, 0, 0, 0, 0, 0]
    assert told == [(asked, method, 0.5, int(np.random.default_rng(7).integers(2**31)))]


def test_the_largest_is_0_and_of_equal_ones_the_first_comes_first() -> None:
    found = numbered([{4}, {2, 5}, {0, 6, 3}, {1, 7}], 8)
    assert found.tolist() == [0, 1, 2, 0, 3, 2, 0, 1]
    assert found.dtype == np.int64


def test_modularity_is_as_it_was_first_defined_unless_told() -> None:
    pairs = ties_of(nx.Graph([(0, 1), (2, 3)]))
    assert modularity(pairs, np.array([0, 0, 1, 1])) == 0.5


def test_a_method_of_another_name_is_refused() -> None:
    with pytest.raises(UnknownMethod) as told:
        check_method("infomap")
    assert "infomap" in str(told.value)
    assert all(method in str(told.value) for method in METHODS)


def test_leiden_needs_igraph_and_louvain_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    for method in METHODS:
        check_method(method)
    monkeypatch.setattr(partitions, "find_spec", lambda _: None)
    check_method("louvain")
    told = r"^The engine igraph is not .* installs it\. The method louvain does without it\.$"
    with pytest.raises(MissingEngine, match=told):
        check_method("leiden")
