"""Of a large network the most connected actors are shown, and no more than fit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.network.picture.cap import most_connected
from coordgraph.ties import NO_LEVEL, Ties


def random_ties(seed: int, actors: int) -> Ties:
    drawn = np.random.default_rng(seed)
    one, other = np.triu_indices(actors, 1)
    kept = drawn.random(len(one)) < 0.3
    one, other = one[kept], other[kept]
    none = np.full(len(one), NO_LEVEL)
    return Ties(tuple(map(str, range(actors))), (), one, other, none, np.ones(len(one)))


@given(st.integers(0, 1000), st.integers(0, 12), st.integers(1, 12), st.integers(0, 30))
def test_the_most_connected_are_shown_with_all_ties_among_them(
    seed: int, size: int, actors: int, most: int
) -> None:
    ties = random_ties(seed, size)
    shown = most_connected(ties, actors=actors, most=most)
    assert len(shown.actors) <= actors
    assert shown.ties.sum() <= most
    among = np.isin(ties.source, shown.actors) & np.isin(ties.target, shown.actors)
    assert (among == shown.ties).all()
    degree = np.bincount(np.append(ties.source, ties.target), minlength=size)
    left_out = np.setdiff1d(np.arange(size), shown.actors)
    if len(left_out) and len(shown.actors):
        assert degree[left_out].max() <= degree[shown.actors].min()


def test_a_small_network_is_shown_whole() -> None:
    ties = random_ties(0, 12)
    shown = most_connected(ties)
    assert len(shown.actors) == 12
    assert shown.ties.all()
