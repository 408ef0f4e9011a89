"""Expectations and deviations are those of all networks there can be."""

from itertools import permutations
from math import comb

import numpy as np
import pytest

from coordgraph.network.brokerage_chance import of_actors, of_network
from tests.unit.network.brokers import counted, every_network, role

DENSITY = 0.37


@pytest.mark.parametrize(
    ("directed", "parts"),
    [
        *((True, parts) for parts in ("0000", "0011", "0001", "0012", "0123")),
        *((False, parts) for parts in ("00000", "00111", "00112", "00012", "01234", "00001")),
    ],
)
def test_they_are_exact(*, directed: bool, parts: str) -> None:
    part = np.array([int(letter) for letter in parts])
    ties, likely = every_network(len(part), DENSITY, directed=directed)
    counts = counted(ties, part)
    sizes = np.bincount(part)
    for found, numbers in (
        (of_actors(sizes, DENSITY, directed=directed), counts),
        (of_network(sizes, DENSITY, directed=directed), counts.sum(axis=1)),
    ):
        mean = np.tensordot(likely, numbers, 1)
        varies = np.tensordot(likely, (numbers - mean) ** 2, 1)
        apiece = part if numbers is counts else slice(None)
        assert np.allclose(found.expected[apiece], mean, rtol=1e-12, atol=1e-14)
        assert np.allclose(found.deviation[apiece] ** 2, varies, rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("sizes", [(900_001, 400_000), (924_180, 123_879)])
@pytest.mark.parametrize("directed", [True, False])
def test_a_role_that_parts_leave_no_room_for_is_none_however_many_actors(
    sizes: tuple[int, int], *, directed: bool
) -> None:
    whole = of_network(np.array(sizes), 0.01, directed=directed)
    assert whole.expected[4] == whole.deviation[4] == 0
    apiece = of_actors(np.array([*sizes, 0]), 0.01, directed=directed)
    assert not apiece.expected[:2, 4].any()
    assert not apiece.deviation[:2, 4].any()


@pytest.mark.parametrize("directed", [True, False])
def test_millions_vary_as_what_three_and_four_actors_do_adds_up_to(*, directed: bool) -> None:
    three, four, many = (
        64 * of_network(np.array([size]), 0.5, directed=directed).deviation[[0, 5]] ** 2
        for size in (3, 4, 1_900_000)
    )
    # Paths that have no two actors in common have no tie in common.
    alone, beside = three.round(), (four - 4 * three).round()
    expected = comb(1_900_000, 3) * alone + comb(1_900_000, 4) * beside
    assert many == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("parts", ["00011", "00112"])
def test_a_whole_directed_network_varies_as_its_pairs_of_paths_do(parts: str) -> None:
    part = [int(letter) for letter in parts]
    found = of_network(np.bincount(part), DENSITY, directed=True)
    paths: list[list[tuple[int, int, int]]] = [[] for _role in range(6)]
    for path in permutations(range(len(part)), 3):
        paths[role(*(part[actor] for actor in path))].append(path)
        paths[5].append(path)
    for place, of_role in enumerate(paths):
        varies = sum(together(one, other) for one in of_role for other in of_role)
        assert found.deviation[place] ** 2 == pytest.approx(varies, abs=1e-12)


def together(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """Return the covariance of two paths that are open each."""
    tied = {
        pair
        for first, broker, last in (one, other)
        for pair in ((first, broker), (broker, last))
    }
    free = {(first, last) for first, _broker, last in (one, other)}
    both = 0.0 if tied & free else DENSITY ** len(tied) * (1 - DENSITY) ** len(free)
    return both - (DENSITY**2 * (1 - DENSITY)) ** 2


@pytest.mark.parametrize("density", [0.0, 1.0])
def test_nothing_varies_in_networks_without_ties_or_complete(density: float) -> None:
    for found in (
        of_actors(np.array([3, 2]), density, directed=True),
        of_network(np.array([3, 2]), density, directed=False),
    ):
        assert not found.expected.any()
        assert not found.deviation.any()
