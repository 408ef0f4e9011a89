"""Coreness fits one core and a periphery as well as it can be done."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coordgraph.errors import DataError
from coordgraph.network.measures import coreness as module
from coordgraph.network.measures.coreness import coreness, correlation
from coordgraph.ties import Floats, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def plain(ties: Ties, *, weighted: bool) -> Floats:
    found: Floats = nx.to_numpy_array(graph_of(ties))
    return found if weighted else np.sign(found)


def misfit(values: Floats, matrix: Floats) -> float:
    """Return what is left of the ties by the best multiple of a pattern of unit norm."""
    pattern = np.outer(values, values)
    np.fill_diagonal(pattern, 0)
    total = (pattern**2).sum()
    scale = (matrix * pattern).sum() / total if total else 0.0
    return float(((matrix - scale * pattern) ** 2).sum())


def least(matrix: Floats) -> float:
    """Return the least misfit from many beginnings, each value fitted in its turn."""
    numbers = np.random.default_rng(1)
    found = []
    for _ in range(5):
        values = numbers.random(len(matrix))
        for place in [*range(len(matrix))] * 60:
            others = np.delete(values, place)
            fitted = np.delete(matrix[place], place) @ others / (others @ others)
            values[place] = np.maximum(fitted, 0)
        found.append(misfit(values, matrix))
    return min(found)


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize(
    "graph",
    [
        nx.krackhardt_kite_graph(),
        nx.convert_node_labels_to_integers(nx.florentine_families_graph()),
        nx.karate_club_graph(),
        nx.gnm_random_graph(14, 30, seed=4),
        nx.disjoint_union(nx.complete_graph(4), nx.cycle_graph(6)),
    ],
    ids=["kite", "families", "club", "chance", "parts"],
)
def test_no_other_beginning_fits_better(graph: "nx.Graph[int]", *, weighted: bool) -> None:
    ties = ties_of(graph)
    matrix = plain(ties, weighted=weighted)
    assert misfit(coreness(ties, weighted=weighted), matrix) <= least(matrix) * (1 + 1e-6)


@given(ties=merged_ties(), weighted=st.booleans())
@examples(50)
def test_it_has_unit_norm_and_the_correlation_that_is_told(
    ties: Ties, *, weighted: bool
) -> None:
    assume(len(ties))
    values = coreness(ties, weighted=weighted)
    assert np.linalg.norm(values) == pytest.approx(1)
    assert values.min() >= 0
    matrix, upper = plain(ties, weighted=weighted), np.triu_indices(len(values), 1)
    pattern = np.outer(values, values)[upper]
    told = correlation(ties, values, weighted=weighted)
    if np.count_nonzero(values) > 1 and min(matrix[upper].std(), pattern.std()) > 1e-5:
        expected = np.corrcoef(matrix[upper], pattern)[0, 1]
        assert told == pytest.approx(expected, abs=1e-6)


def test_a_star_is_one_actor_and_a_periphery() -> None:
    ties = ties_of(nx.star_graph(7))
    assert coreness(ties).tolist() == [1] + [0] * 7
    assert correlation(ties, coreness(ties)) == pytest.approx(1)


def test_a_clique_with_strangers_is_a_core() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(4), nx.empty_graph(5)))
    assert coreness(ties) == pytest.approx([0.5] * 4 + [0] * 5)
    assert correlation(ties, coreness(ties)) == pytest.approx(1)


def test_where_all_are_tied_there_is_no_correlation() -> None:
    ties = ties_of(nx.complete_graph(4))
    assert coreness(ties) == pytest.approx([0.5] * 4)
    assert np.isnan(correlation(ties, coreness(ties)))


def test_one_of_two_equal_cliques_is_the_core_the_same_twice() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(4)))
    assert sorted(coreness(ties).round(6)) == [0] * 4 + [0.5] * 4
    assert coreness(ties).tolist() == coreness(ties).tolist()


def test_without_ties_it_is_not_defined() -> None:
    assert np.isnan(coreness(nothing(3))).tolist() == [True] * 3
    assert coreness(nothing(0)).tolist() == []
    assert np.isnan(correlation(nothing(1), coreness(nothing(1))))


def test_a_fit_that_does_not_settle_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROUNDS", 3)
    told = r"^coreness does not settle in 3 rounds\. Leave it out with --measure\.$"
    with pytest.raises(DataError, match=told):
        coreness(ties_of(nx.krackhardt_kite_graph()))
