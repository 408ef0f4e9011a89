"""Each broker's role is that of the three actors of a path, whatever else is tied."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from coordgraph.network.brokerage_roles import ROLES, role_counts
from coordgraph.ties import Floats
from tests.unit.network.brokers import counted


def roles(arrows: list[tuple[int, int]], parts: list[int], actor: int) -> dict[str, float]:
    size = len(parts)
    matrix = sparse.csr_array(
        (np.ones(len(arrows)), tuple(zip(*arrows, strict=True))), (size, size)
    )
    found: list[float] = role_counts(matrix, np.array(parts))[actor].tolist()
    return {role: count for role, count in zip(ROLES, found, strict=True) if count}


@pytest.mark.parametrize(
    ("parts", "role"),
    [
        ([0, 0, 0], "coordinator"),
        ([0, 1, 0], "itinerant"),
        ([0, 0, 1], "representative"),
        ([0, 1, 1], "gatekeeper"),
        ([0, 1, 2], "liaison"),
    ],
)
def test_a_path_of_three_tells_each_role(parts: list[int], role: str) -> None:
    assert roles([(0, 1), (1, 2)], parts, 1) == {role: 1, "total": 1}


def test_a_tie_from_start_to_end_leaves_nothing_to_broker() -> None:
    assert roles([(0, 1), (1, 2), (0, 2)], [0, 0, 1], 1) == {}


def test_a_tie_from_end_to_start_does_not_close_a_path() -> None:
    assert roles([(0, 1), (1, 2), (2, 0)], [0, 0, 1], 1) == {"representative": 1, "total": 1}


def test_nobody_brokers_from_an_actor_to_itself() -> None:
    assert roles([(0, 1), (1, 0), (1, 1)], [0, 0], 1) == {}


def test_without_directions_an_open_pair_counts_once_each_way() -> None:
    both_ways = [(0, 1), (1, 0), (1, 2), (2, 1)]
    assert roles(both_ways, [0, 0, 1], 1) == {
        "representative": 1, "gatekeeper": 1, "total": 2
    }  # fmt: skip
    assert roles(both_ways, [0, 1, 0], 1) == {"itinerant": 2, "total": 2}


@pytest.mark.parametrize("symmetric", [True, False])
def test_counts_are_those_of_a_walk_along_every_path(*, symmetric: bool) -> None:
    numbers = np.random.default_rng(3)
    for size in range(1, 10):
        ties: Floats = numbers.integers(0, 3, (1, size, size)).astype(np.float64)
        ties *= numbers.random(ties.shape) < 0.6
        if symmetric:
            ties = ties + ties.transpose(0, 2, 1)
        parts = numbers.integers(0, 3, size)
        found = role_counts(sparse.csr_array(ties[0]), parts)
        assert found.tolist() == counted(ties, parts)[0].tolist()


def test_the_medici_are_the_broadest_brokers() -> None:
    graph = nx.florentine_families_graph()
    families = list(graph)
    matrix = sparse.csr_array(nx.to_scipy_sparse_array(graph, weight=None))
    total = role_counts(matrix, np.zeros(len(families), dtype=int))[:, 0] / 2
    pairs = {
        family: sum(
            not graph.has_edge(one, other)
            for place, one in enumerate(graph[family])
            for other in list(graph[family])[:place]
        )
        for family in families
    }
    assert dict(zip(families, total, strict=True)) == pairs
    assert max(pairs, key=pairs.__getitem__) == "Medici"
