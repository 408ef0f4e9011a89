"""Partitions are numbered by size, and their modularity is NetworkX's."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coordgraph.engines import partitions
from coordgraph.engines.partitions import METHODS, Method, modularity, partitioned
from coordgraph.ties import Ties
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


@given(ties=merged_ties(), data=st.data(), resolution=st.sampled_from([0.5, 1, 2]))
@settings(max_examples=60)
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
