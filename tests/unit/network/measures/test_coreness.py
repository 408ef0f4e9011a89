"""Coreness fits one core and a periphery as well as it can be done."""

from dataclasses import replace
from typing import Any

import networkx as nx
import numpy as np
import pytest
import scipy
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


def test_the_middle_of_a_star_may_be_any_actor_and_its_ties_of_any_weight() -> None:
    star: nx.Graph[int] = nx.empty_graph(6)
    star.add_weighted_edges_from((5, other, other + 1) for other in range(5))
    ties = ties_of(star)
    for weighted in (False, True):
        values = coreness(ties, weighted=weighted)
        assert values.tolist() == [0] * 5 + [1]
        assert correlation(ties, values, weighted=weighted) == pytest.approx(1)


def test_a_clique_with_strangers_is_a_core() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(4), nx.empty_graph(5)))
    assert coreness(ties) == pytest.approx([0.5] * 4 + [0] * 5)
    assert correlation(ties, coreness(ties)) == pytest.approx(1)


@pytest.mark.parametrize("size", range(2, 13))
def test_where_all_are_tied_there_is_no_correlation(size: int) -> None:
    ties = ties_of(nx.complete_graph(size))
    assert np.isnan(correlation(ties, np.full(size, size**-0.5)))
    if size > 2:
        assert coreness(ties) == pytest.approx([size**-0.5] * size)


def test_one_of_two_equal_cliques_is_the_core_the_same_twice() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(4)))
    assert sorted(coreness(ties).round(6)) == [0] * 4 + [0.5] * 4
    assert coreness(ties).tolist() == coreness(ties).tolist()


def test_two_who_are_tied_to_each_other_alone_are_both_the_core() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(2), nx.empty_graph(2)))
    assert coreness(ties) == pytest.approx([0.5**0.5] * 2 + [0] * 2, abs=0.01)


@pytest.mark.parametrize("weight", [0.1, 1e7 / 3])
def test_ties_of_one_weight_are_not_correlated_with_anything(weight: float) -> None:
    ties = ties_of(nx.complete_graph(9))
    alike = replace(ties, weight=np.full(len(ties), weight))
    assert np.isnan(correlation(alike, np.arange(9.0), weighted=True))


def test_values_are_correlated_with_ties_unless_all_are_alike() -> None:
    ties, alike = ties_of(nx.path_graph(7)), np.full(7, 7**-0.5)
    assert np.isnan(correlation(ties, alike))
    nearly = alike * (1 + 1e-4 * np.arange(7))
    upper = np.triu_indices(7, 1)
    matrix, pattern = plain(ties, weighted=False)[upper], np.outer(nearly, nearly)[upper]
    expected = np.corrcoef(matrix, pattern)[0, 1]
    assert correlation(ties, nearly) == pytest.approx(expected, abs=1e-5)


def test_without_ties_it_is_not_defined() -> None:
    assert np.isnan(coreness(nothing(3))).tolist() == [True] * 3
    assert coreness(nothing(0)).tolist() == []
    assert np.isnan(correlation(nothing(1), coreness(nothing(1))))


def test_a_fit_that_does_not_settle_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROUNDS", 3)
    told = r"^coreness does not settle in 3 rounds\. Leave it out with --measure\.$"
    with pytest.raises(DataError, match=told):
        coreness(ties_of(nx.krackhardt_kite_graph()))


@pytest.mark.parametrize("unit", [1e-9, 1e9])
def test_the_unit_of_weights_does_not_matter(unit: float) -> None:
    graph = nx.karate_club_graph()
    ties = ties_of(graph)
    other = replace(ties, weight=ties.weight * unit)
    values = coreness(ties, weighted=True)
    assert coreness(other, weighted=True) == pytest.approx(values, abs=1e-7)
    told = correlation(ties, values, weighted=True)
    assert correlation(other, values, weighted=True) == pytest.approx(told)
    assert correlation(ties, 3 * values, weighted=True) == pytest.approx(told)


def test_weights_count_only_where_they_are_asked_for() -> None:
    ties = ties_of(nx.karate_club_graph())
    values = coreness(ties)
    assert values.tolist() == coreness(ties, weighted=False).tolist()
    assert correlation(ties, values) == correlation(ties, values, weighted=False)
    assert correlation(ties, values) != pytest.approx(correlation(ties, values, weighted=True))


def test_who_is_no_part_of_the_core_has_nothing() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(5), nx.path_graph(4)))
    assert coreness(ties)[5:].tolist() == [0] * 4


def test_a_large_network_is_fitted_from_one_beginning_to_five_digits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ties = ties_of(nx.karate_club_graph())
    exact, fits = coreness(ties), watched(monkeypatch)
    assert coreness(ties).tolist() == exact.tolist()
    assert len(fits) == 2
    monkeypatch.setattr(module, "_LARGE", 2 * len(ties))
    assert coreness(ties).tolist() == exact.tolist()
    assert len(fits) == 4
    monkeypatch.setattr(module, "_LARGE", 2 * len(ties) - 1)
    assert coreness(ties) == pytest.approx(exact, abs=1e-5)
    assert len(fits) == 5
    assert fits[4]["options"]["gtol"] > fits[3]["options"]["gtol"]


def test_a_fit_of_a_large_network_settles_where_it_is_as_flat_as_was_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ties = ties_of(nx.karate_club_graph())
    exact = coreness(ties)
    monkeypatch.setattr(module, "_LARGE", 1)
    monkeypatch.setattr(module, "_LEVEL", 1e-6)
    assert coreness(ties) == pytest.approx(exact, abs=0.1)


def test_fits_go_down_the_slope_that_the_misfit_has(monkeypatch: pytest.MonkeyPatch) -> None:
    fits = watched(monkeypatch)
    coreness(ties_of(nx.krackhardt_kite_graph()))
    fit, numbers = fits[0], np.random.default_rng(2)
    at, way, near = numbers.random(10), numbers.random(10), 1e-5
    (after, slope_after), (before, slope_before) = (
        fit["fun"](at + step * way, *fit["args"]) for step in (near, -near)
    )
    _misfit, slope = fit["fun"](at, *fit["args"])
    assert slope @ way == pytest.approx((after - before) / (2 * near), rel=1e-6)
    bent = fit["hessp"](at, way, *fit["args"])
    assert bent == pytest.approx((slope_after - slope_before) / (2 * near), rel=1e-5)


def watched(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return where each fit from now on leaves what it was asked."""
    fits: list[dict[str, Any]] = []
    minimize = scipy.optimize.minimize

    def noted(fun: Any, start: Any, **asked: Any) -> Any:
        fits.append({"fun": fun, **asked})
        return minimize(fun, start, **asked)

    monkeypatch.setattr(scipy.optimize, "minimize", noted)
    return fits
