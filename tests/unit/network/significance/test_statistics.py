"""Numbers of whole networks are NetworkX's."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.network.significance import statistics
from coordgraph.network.significance.statistics import STATISTICS
from coordgraph.ties import Floats
from tests.unit.network.significance.networks import pairs, random


def weakly_transitive(ties: Floats) -> float:
    paths = ties @ ties
    np.fill_diagonal(paths, 0)
    return float((paths * ties).sum() / paths.sum())


@pytest.mark.parametrize("few", [10_000, 0])
@pytest.mark.parametrize("directed", [True, False])
def test_they_are_those_of_a_second_implementation(
    *, directed: bool, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "_FEW", few)
    for seed in range(4):
        ties = random(seed, 14, density=0.2, directed=directed)
        graph = nx.from_numpy_array(ties, create_using=nx.DiGraph if directed else nx.Graph)
        found = {
            name: number(pairs(3 * ties, directed=directed))
            for name, number in STATISTICS.items()
        }
        degree = ties.sum(axis=1)
        assert found["density"] == pytest.approx(nx.density(graph))
        assert found["transitivity"] == pytest.approx(weakly_transitive(ties))
        assert found["reciprocity"] == pytest.approx(
            nx.overall_reciprocity(graph) if directed else 1
        )
        assert found["components"] == nx.number_connected_components(nx.Graph(graph))
        most = 13 * 13 if directed else 13 * 12
        assert found["centralization"] == pytest.approx((degree.max() - degree).sum() / most)
        if not directed:
            assert found["transitivity"] == pytest.approx(nx.transitivity(graph))


def test_a_star_is_as_centralized_as_can_be() -> None:
    star = pairs(nx.to_numpy_array(nx.star_graph(6)))
    assert STATISTICS["centralization"](star) == 1
    assert STATISTICS["transitivity"](star) == 0


def test_what_is_not_defined_is_not_a_number() -> None:
    nothing = pairs(np.zeros((3, 3)), directed=True)
    assert np.isnan(STATISTICS["transitivity"](nothing))
    assert np.isnan(STATISTICS["reciprocity"](nothing))
    assert np.isnan(STATISTICS["density"](pairs(np.zeros((1, 1)))))
