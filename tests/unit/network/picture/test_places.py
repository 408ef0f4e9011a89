"""Parts of a network stand apart, the largest in the middle, whatever the order of rows."""

import numpy as np

import coordgraph as cg
from coordgraph.network.picture.places import places
from coordgraph.ties import NO_LEVEL, Ties


def ties(actors: int, *pairs: tuple[int, int]) -> Ties:
    source, target = (
        np.array([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1)
    )
    none = np.full(len(pairs), NO_LEVEL)
    names = tuple(f"urn:{place:03}" for place in range(actors))
    return Ties(names, (), source, target, none, np.ones(len(pairs)))


def test_nobody_stands_nowhere() -> None:
    assert places(ties(0)).shape == (0, 2)


def test_actors_without_ties_stand_around_those_with_ties() -> None:
    found = places(ties(30, (5, 6), (6, 7), (5, 7)))
    far = np.hypot(*found.T)
    assert sorted(np.argsort(far)[:3].tolist()) == [5, 6, 7]
    apart = np.hypot(*(found[:, None] - found[None, :]).transpose(2, 0, 1))
    assert apart[~np.eye(30, dtype=bool)].min() > 0.5


def test_places_do_not_depend_on_the_order_of_rows_or_the_language() -> None:
    store = cg.load()
    english = cg.project(store, weight="newman").merged()
    spanish = cg.project(store, weight="newman", lang="es").merged()
    assert (places(english) == places(spanish)).all()
    order = np.random.default_rng(0).permutation(len(english))
    shuffled = Ties(
        english.actors,
        (),
        english.source[order],
        english.target[order],
        english.level[order],
        english.weight[order],
    )
    assert (places(shuffled) == places(english)).all()
