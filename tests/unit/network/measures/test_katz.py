"""Katz's centrality is NetworkX's for the same attenuation."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from scipy.sparse.linalg import ArpackNoConvergence

from coordgraph.engines.arrays import adjacency
from coordgraph.errors import DataError
from coordgraph.network.measures import katz as module
from coordgraph.network.measures.katz import SHARE, katz, largest_eigenvalue
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def expected(ties: Ties) -> list[float]:
    largest = max(np.linalg.eigvalsh(adjacency(ties, weighted=True).toarray()))
    values = nx.katz_centrality_numpy(graph_of(ties), alpha=SHARE / largest, weight="weight")
    return [values[place] for place in range(len(ties.actors))]


@given(ties=merged_ties())
@examples(50)
def test_it_is_networkxs(ties: Ties) -> None:
    if len(ties):
        np.testing.assert_allclose(katz(ties), expected(ties), rtol=1e-9)


def test_it_is_networkxs_for_larger_ones() -> None:
    ties = ties_of(nx.barabasi_albert_graph(300, 3, seed=1))
    np.testing.assert_allclose(katz(ties), expected(ties), rtol=1e-9)


def test_without_ties_all_are_equal() -> None:
    assert katz(nothing(4)).tolist() == [0.5] * 4
    assert katz(nothing(0)).tolist() == []


def test_a_sum_that_does_not_settle_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coordgraph.network.measures.katz._ROUNDS", 3)
    told = r"^katz does not settle in 3 rounds\. Leave it out with --measure\.$"
    with pytest.raises(DataError, match=told):
        katz(ties_of(nx.path_graph(3)))


def test_a_largest_eigenvalue_that_is_not_found_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lost(*_: object, **__: object) -> None:
        raise ArpackNoConvergence("", np.array([]), np.array([]))

    monkeypatch.setattr(module, "eigsh", lost)
    told = r"^The largest eigenvalue of the ties is not found\. Leave katz out\.$"
    with pytest.raises(DataError, match=told):
        katz(ties_of(nx.cycle_graph(300)))


@pytest.mark.parametrize("size", [2, 151])
def test_of_two_eigenvalues_as_far_from_0_the_positive_one_is_the_largest(size: int) -> None:
    pairs = ties_of(nx.Graph([(0, 1, {"weight": 0.5})]))
    assert largest_eigenvalue(adjacency(pairs, weighted=True)) == pytest.approx(0.5)
    ring = adjacency(ties_of(nx.complete_bipartite_graph(size, size)), weighted=False)
    assert largest_eigenvalue(ring) == pytest.approx(size)
