"""Ranks are what a count of greater values says; agreement is Kendall's."""

import networkx as nx
import numpy as np
import pytest

import coordgraph as cg
from coordgraph.errors import UnknownMeasure
from coordgraph.network.robustness.ranking import agreement, known, ranks, values
from coordgraph.store import Store


def test_equals_share_the_better_rank_and_the_undefined_have_none() -> None:
    found = ranks(np.array([1.0, 3.0, 3.0, np.nan, 0.0]))
    assert np.array_equal(found, [3, 1, 1, np.nan, 4], equal_nan=True)


def test_values_that_differ_by_rounding_are_equal() -> None:
    assert ranks(np.array([0.1 + 0.2, 0.3, 0.2])).tolist() == [1, 1, 3]


def test_agreement_counts_pairs_in_the_same_order() -> None:
    order = np.array([1.0, 2.0, 3.0, 4.0])
    assert agreement(order, order) == pytest.approx(1)
    assert agreement(order, -order) == pytest.approx(-1)
    assert agreement(order, np.array([1.0, 2.0, 4.0, 3.0])) == pytest.approx(4 / 6)
    assert np.isnan(agreement(order, np.ones(4)))


def test_values_are_networkx_s(dataset: Store) -> None:
    network = cg.project(dataset, network="practices")
    found = values(network, "betweenness")
    graph = nx.Graph(network.to_networkx())
    expected = nx.betweenness_centrality(graph)
    assert found == pytest.approx([expected[actor] for actor in network.ties.actors])


def test_a_community_orders_nobody() -> None:
    with pytest.raises(UnknownMeasure, match="community"):
        known("community")
