"""Leaving out groups afterwards is what leaving them out beforehand is."""

import numpy as np
import pytest

import coordgraph as cg
from coordgraph.network.structure.groups import without_groups
from coordgraph.store import Store


@pytest.mark.parametrize("choice", [{"practice": "canpat"}, {"weight": "newman"}])
def test_it_is_the_projection_without_groups(dataset: Store, choice: dict[str, str]) -> None:
    found = without_groups(cg.project(dataset, **choice))  # type: ignore[arg-type]
    expected = cg.project(dataset, groups="drop", **choice)  # type: ignore[arg-type]
    assert found.incidence.actors == expected.incidence.actors
    assert found.incidence.mechanisms == expected.incidence.mechanisms
    assert list(found.actors) == list(expected.actors)
    assert found.selection == expected.selection
    for name in ("source", "target", "level", "weight"):
        np.testing.assert_array_equal(getattr(found.ties, name), getattr(expected.ties, name))


def test_a_network_without_groups_stays_itself(dataset: Store) -> None:
    network = cg.project(dataset, between="states")
    assert without_groups(network) is network
