"""What two tied actors share is the same, found from triads or from rows."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.engines import masked, triads
from coordgraph.ties import Floats, Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties

Way = Callable[[Ties, Floats, Floats], Floats]

ways = pytest.mark.parametrize("way", [triads.by_triads, triads.by_rows])


def one_by_one(ties: Ties, strength: Floats, passing: Floats) -> list[float]:
    """Return what is shared, by the definition."""
    size = len(ties.actors)
    matrix = np.zeros((size, size))
    matrix[ties.source, ties.target] = matrix[ties.target, ties.source] = strength
    return [
        sum(matrix[one, q] * passing[q] * matrix[q, other] for q in range(size))
        for one, other in zip(ties.source, ties.target, strict=True)
    ]


@ways
@given(ties=merged_ties(), seed=st.integers(0, 99))
@examples(60)
def test_it_follows_the_definition(way: Way, *, ties: Ties, seed: int) -> None:
    passing = np.random.default_rng(seed).random(len(ties.actors))
    if len(ties):
        expected = one_by_one(ties, ties.weight, passing)
        np.testing.assert_allclose(way(ties, ties.weight, passing), expected, rtol=1e-12)


def test_both_ways_agree_on_a_network_of_hubs(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = np.random.default_rng(3)
    ends = (300 * numbers.random((4_000, 2)) ** 2).astype(np.int64)
    ends = np.unique(np.sort(ends[ends[:, 0] != ends[:, 1]]), axis=0)
    actors = tuple(f"urn:{place:03}" for place in range(300))
    weight = numbers.random(len(ends))
    ties = Ties(actors, (), ends[:, 0], ends[:, 1], np.full(len(ends), -1), weight)
    passing = numbers.random(300)
    monkeypatch.setattr(masked, "_BLOCK", 5_000)  # several blocks of rows
    by_rows = triads.by_rows(ties, weight, passing)
    assert by_rows.any()
    np.testing.assert_allclose(triads.by_triads(ties, weight, passing), by_rows, rtol=1e-12)


def test_nobody_shares_anything_where_nobody_is_tied() -> None:
    none = np.array([], dtype=np.int64)
    nobody = Ties(("a", "b"), (), none, none, none, none.astype(float))
    assert triads.shared(nobody, nobody.weight, np.ones(2)).tolist() == []


def test_without_graphblas_rows_are_multiplied(monkeypatch: pytest.MonkeyPatch) -> None:
    ties = Ties(
        ("a", "b", "c"),
        (),
        np.array([0, 0, 1]),
        np.array([1, 2, 2]),
        np.full(3, -1),
        np.array([1.0, 2.0, 4.0]),
    )
    passing = np.array([1.0, 10.0, 100.0])
    expected = [2 * 100 * 4, 1 * 10 * 4, 1 * 1 * 2]
    with monkeypatch.context() as with_it:
        with_it.setattr(triads, "by_rows", None)
        assert triads.shared(ties, ties.weight, passing).tolist() == expected
    monkeypatch.setattr(triads, "find_spec", lambda _: None)
    assert triads.shared(ties, ties.weight, passing).tolist() == expected
