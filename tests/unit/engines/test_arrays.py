"""The leading eigenvector is found, however near the next one is."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from coordgraph.engines import arrays, networkx
from coordgraph.engines.arrays import leading
from coordgraph.errors import DataError
from coordgraph.ties import NO_LEVEL, Ties

_NEAR = Ties(
    tuple(f"urn:{place}" for place in range(7)),
    (),
    np.array([0, 0, 1, 1, 4]),
    np.array([4, 5, 2, 3, 6]),
    np.full(5, NO_LEVEL),
    np.array([1.0, 1.0, 5.0, 5.0, 7.0]),
)
"""Two parts whose eigenvalues are 7.0725 and 7.0711."""


def test_it_is_that_of_numpy_where_all_are_connected() -> None:
    graph = nx.karate_club_graph()
    expected = nx.eigenvector_centrality_numpy(graph, weight="weight")
    found = leading(sparse.csr_array(nx.to_numpy_array(graph)))
    np.testing.assert_allclose(found, list(expected.values()), rtol=1e-9)


def test_the_iteration_alone_finds_it_and_nothing_of_weaker_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arrays, "_SMALL", 0)
    graph = nx.karate_club_graph()
    expected = nx.eigenvector_centrality_numpy(graph, weight="weight")
    parts = sparse.block_diag([nx.to_numpy_array(graph), np.ones((2, 2))], format="csr")
    found = leading(parts)
    np.testing.assert_allclose(found[:-2], list(expected.values()), rtol=1e-9)
    assert found[-2:].tolist() == [0, 0]


def test_a_network_of_the_last_small_size_is_worked_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arrays, "_SMALL", 4)
    monkeypatch.setattr(arrays, "_SOON", 0)
    star = sparse.csr_array(nx.to_numpy_array(nx.star_graph(3)))
    np.testing.assert_allclose(leading(star), np.array([3, 1, 1, 1]) ** 0.5 / 6**0.5)


def test_a_small_network_is_iterated_for_some_rounds_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rounds = []

    def never(size: int) -> float:
        rounds.append(size)
        return 0

    monkeypatch.setattr(arrays, "tolerance", never)
    monkeypatch.setattr(arrays, "_SMALL", 4)
    monkeypatch.setattr(arrays, "_SOON", 3)
    monkeypatch.setattr(arrays, "ROUNDS", 5)
    leading(sparse.csr_array(nx.to_numpy_array(nx.path_graph(4))))
    assert rounds == [4] * 3


def test_of_larger_networks_each_value_is_allowed_to_change_less() -> None:
    assert [arrays.tolerance(size) for size in (1, 10, 1_000)] == [1e-13, 1e-14, 1e-15]


def test_parts_with_almost_the_same_eigenvalue_are_told_apart() -> None:
    found = arrays.eigenvector(_NEAR)
    matrix = arrays.adjacency(_NEAR, weighted=True)
    assert found[[1, 2, 3]].tolist() == [0, 0, 0]
    np.testing.assert_allclose(matrix @ found, found * (found @ matrix @ found), atol=1e-12)
    by_networkx = networkx.measured(_NEAR, ["eigenvector"], weighted=False)["eigenvector"]
    np.testing.assert_allclose(by_networkx, found, rtol=1e-9)


def test_parts_with_the_same_eigenvalue_share(monkeypatch: pytest.MonkeyPatch) -> None:
    two = nx.disjoint_union(nx.complete_graph(4), nx.cycle_graph(3))
    two.add_edges_from((4 + one, 4 + other, {"weight": 1.5}) for one, other in [(0, 1), (1, 2)])
    two.add_edge(4, 6, weight=1.5)
    matrix = sparse.csr_array(nx.to_numpy_array(two))
    iterated = leading(matrix)
    monkeypatch.setattr(arrays, "_SOON", 0)
    np.testing.assert_allclose(leading(matrix), iterated, rtol=1e-9)


def test_a_large_network_that_does_not_settle_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "_SMALL", 3)
    monkeypatch.setattr(arrays, "ROUNDS", 2)
    path = sparse.csr_array(nx.to_numpy_array(nx.path_graph(4)))
    with pytest.raises(DataError, match="eigenvector does not settle in 2 rounds"):
        leading(path)


def test_pagerank_that_does_not_settle_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "ROUNDS", 1)
    told = r"^pagerank does not settle in 1 rounds\. Leave it out with --measure\.$"
    with pytest.raises(DataError, match=told):
        arrays.pagerank(_NEAR)


@pytest.mark.parametrize("weighted", [False, True])
def test_constraint_is_that_of_networkx(*, weighted: bool) -> None:
    found = arrays.constraint(_NEAR, weighted=weighted)
    (expected,) = networkx.measured(_NEAR, ["constraint"], weighted=weighted).values()
    np.testing.assert_allclose(found, expected, rtol=1e-12)
