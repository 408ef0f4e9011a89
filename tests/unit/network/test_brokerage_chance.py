"""Expectations and deviations are those of all networks there can be."""

import numpy as np
import pytest

from coordgraph.network.brokerage_chance import of_actors, of_network
from tests.unit.network.brokers import counted, every_network

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


@pytest.mark.parametrize("directed", [True, False])
def test_a_role_that_parts_leave_no_room_for_is_none_however_many_actors(
    *, directed: bool
) -> None:
    whole = of_network(np.array([900_001, 400_000]), 0.01, directed=directed)
    assert whole.expected[4] == whole.deviation[4] == 0


@pytest.mark.parametrize("density", [0.0, 1.0])
def test_nothing_varies_in_networks_without_ties_or_complete(density: float) -> None:
    for found in (
        of_actors(np.array([3, 2]), density, directed=True),
        of_network(np.array([3, 2]), density, directed=False),
    ):
        assert not found.expected.any()
        assert not found.deviation.any()
