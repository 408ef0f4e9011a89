"""Likeness of partitions is igraph's, and is 1 of a partition with itself."""

import math

import igraph as ig
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.network.communities.likeness import ari, mean_likeness, meeting, nmi
from coordgraph.ties import Ints
from tests.examples import examples


@st.composite
def partitions(draw: st.DrawFn) -> tuple[Ints, Ints]:
    size = draw(st.integers(2, 12))
    one, other = (
        draw(st.lists(st.integers(0, 3), min_size=size, max_size=size)) for _ in range(2)
    )
    return np.unique(one, return_inverse=True)[1], np.unique(other, return_inverse=True)[1]


@given(both=partitions())
@examples(80)
def test_it_is_igraphs(both: tuple[Ints, Ints]) -> None:
    one, other = both
    lists = one.tolist(), other.tolist()
    plain = {len(set(part)) for part in lists}
    assert nmi(one, other) == pytest.approx(
        ig.compare_communities(*lists, method="nmi"), abs=1e-9
    )
    if plain not in ({1}, {len(one)}):
        expected = ig.compare_communities(*lists, method="adjusted_rand")
        assert ari(one, other) == pytest.approx(expected, abs=1e-9)


@given(both=partitions())
@examples(40)
def test_what_groups_are_called_does_not_matter(both: tuple[Ints, Ints]) -> None:
    one, other = both
    renamed = one.max() - one
    assert ari(one, one) == ari(one, renamed) == 1
    assert nmi(one, renamed) == pytest.approx(1)
    assert ari(one, other) == pytest.approx(ari(other, renamed))
    assert nmi(one, other) == pytest.approx(nmi(other, renamed))


def test_groups_meet() -> None:
    met = meeting(np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]))
    assert met.both[met.of].tolist() == [2, 2, 1, 1]
    assert met.one[met.of].tolist() == [3, 3, 3, 1]
    assert met.other[met.of].tolist() == [2, 2, 2, 2]


def test_means_are_over_all_pairs_of_runs() -> None:
    runs = [np.array([0, 0, 1, 1]), np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])]
    found = mean_likeness(runs)
    assert found[0] == pytest.approx((1 + 2 * ari(runs[0], runs[2])) / 3)
    assert found[1] == pytest.approx((1 + 2 * nmi(runs[0], runs[2])) / 3)
    assert all(map(math.isnan, mean_likeness(runs[:1])))
