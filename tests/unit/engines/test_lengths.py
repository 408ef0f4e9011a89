"""Paths that are equally long are found to be."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines import igraph
from coordgraph.engines import lengths as module
from coordgraph.engines import networkx as reference
from coordgraph.engines.lengths import lengths
from coordgraph.ties import NO_LEVEL, Ties

fractions = st.fractions(min_value=Fraction(1, 40), max_value=40, max_denominator=40)


@given(st.lists(fractions, min_size=1, max_size=5))
def test_they_are_in_proportion_to_one_over_the_weight(weights: list[Fraction]) -> None:
    found = lengths(np.array([float(weight) for weight in weights]), 10)
    assert found * np.array([float(weight) for weight in weights]) == pytest.approx(
        [found[0] * float(weights[0])] * len(weights)
    )


@given(st.lists(st.integers(1, 12), min_size=2, max_size=6))
def test_sums_of_counts_are_exact_in_every_order(weights: list[int]) -> None:
    found = lengths(np.array(weights, dtype=np.float64), 100)
    assert found.tolist() == [int(length) for length in found]
    assert sum(found) == sum(found[::-1])


def test_weights_that_are_no_fractions_of_small_numbers_are_inverted() -> None:
    weights = np.array([np.pi, np.e])
    assert lengths(weights, 3).tolist() == (1 / weights).tolist()
    primes = np.array([7919.0, 7907, 7901, 7883])
    assert lengths(primes, 100_000).tolist() == (1 / primes).tolist()


def test_of_too_many_different_weights_none_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_DIFFERENT", 2)
    assert lengths(np.array([2.0, 4.0, 4.0]), 3).tolist() == [2, 1, 1]
    assert lengths(np.array([2.0, 4.0, 8.0]), 3).tolist() == [0.5, 0.25, 0.125]


def test_weights_that_are_next_to_nothing_are_inverted() -> None:
    weights = np.array([1e-9, 1.0])
    assert lengths(weights, 3).tolist() == (1 / weights).tolist()


def test_a_path_through_all_must_be_exact_too() -> None:
    weights = np.array([2.0, 2 / 4096])
    assert lengths(weights, 2**41 - 1).tolist() == [1, 4096]
    assert lengths(weights, 2**41).tolist() == [0.5, 2048]


def test_without_ties_there_are_no_lengths() -> None:
    found = lengths(np.array([], dtype=np.float64), 2)
    assert found.tolist() == []
    assert found.dtype == lengths(np.array([1.0]), 2).dtype == np.dtype(np.float64)


def path_of(weights: list[float], start: int) -> tuple[list[tuple[int, int]], list[float]]:
    nodes = [0, *range(start, start + len(weights) - 1), 1]
    return list(pairwise(nodes)), weights


def test_a_path_as_long_as_another_shares_its_betweenness() -> None:
    """1/3 + 1/6 = 1/2 = 1/10 + 2/5, though not when each is rounded and added."""
    (one, first), (two, second) = path_of([3, 6], 2), path_of([10, 2.5], 3)
    pairs = sorted(
        (min(pair), max(pair), weight)
        for pair, weight in zip(one + two, first + second, strict=True)
    )
    source, target = (np.array([row[end] for row in pairs]) for end in (0, 1))
    weight = np.array([row[2] for row in pairs], dtype=np.float64)
    ties = Ties(tuple("abcd"), (), source, target, np.full(4, NO_LEVEL), weight)
    for engine in (reference, igraph):
        found = engine.measured(ties, ["betweenness"], weighted=True)["betweenness"]
        assert found[2] == pytest.approx(found[3]) == pytest.approx(1 / 6)
