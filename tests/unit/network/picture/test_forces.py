"""Tied actors stand near each other, none on another, and the same at each run."""

import numpy as np
import pytest

from coordgraph.network.picture.forces import Pulls, _pushed, _pushed_by_grid, settled
from coordgraph.ties import Ints


def rings(number: int, size: int) -> Pulls:
    """Rings, each tied to the next one by one tie."""
    start = np.repeat(np.arange(number) * size, size)
    one = start + np.tile(np.arange(size), number)
    other = start + np.tile((np.arange(size) + 1) % size, number)
    bridges = np.arange(number - 1) * size
    one, other = np.append(one, bridges), np.append(other, bridges + size)
    return Pulls(one, other, np.ones(len(one)))


def names(number: int) -> list[str]:
    return [f"urn:{place}" for place in range(number)]


def lengths(places: "np.typing.NDArray[np.float64]", one: Ints, other: Ints) -> float:
    across = places[one] - places[other]
    return float(np.median(np.hypot(across[:, 0], across[:, 1])))


@pytest.mark.parametrize(("number", "size"), [(3, 10), (60, 15)])
def test_tied_actors_are_nearer_than_others(number: int, size: int) -> None:
    pulls = rings(number, size)
    places = settled(names(number * size), pulls)
    drawn = np.random.default_rng(0).integers(0, number * size, (2, 2000))
    assert lengths(places, pulls.one, pulls.other) < lengths(places, *drawn) / 3


@pytest.mark.parametrize(("number", "size"), [(3, 10), (60, 12)])
def test_the_same_network_is_drawn_the_same(number: int, size: int) -> None:
    pulls = rings(number, size)
    first, second = (settled(names(number * size), pulls) for _ in range(2))
    assert (first == second).all()


def test_no_actor_stands_on_another() -> None:
    number = 40
    star = Pulls(
        np.zeros(number - 1, dtype=np.int64), np.arange(1, number), np.ones(number - 1)
    )
    places = settled(names(number), star)
    apart = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1))
    assert apart[~np.eye(number, dtype=bool)].min() > 0.5


def test_a_grid_pushes_as_actors_do_one_by_one() -> None:
    drawn = np.random.default_rng(1)
    places, mass = drawn.normal(size=(900, 2)) * 20, drawn.uniform(1, 3, 900)
    exact, near = _pushed(places, mass), _pushed_by_grid(places, mass)
    error = np.hypot(*(exact - near).T) / np.hypot(*exact.T)
    assert np.median(error) < 0.1


def test_the_middle_is_in_the_middle() -> None:
    places = settled(names(30), rings(3, 10))
    assert np.abs(places.mean(axis=0)).max() < 1
