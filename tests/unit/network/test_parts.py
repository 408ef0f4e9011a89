"""Actors of an unknown part are left out, or a part of their own."""

import pytest

import coordgraph as cg
from coordgraph.errors import EmptyData
from coordgraph.network.parts import parted
from coordgraph.network.projection import Network
from coordgraph.store import Store


@pytest.fixture(scope="module")
def network(dataset: Store) -> Network:
    return cg.project(dataset, practice="siaci")


def test_actors_of_no_country_are_left_out_unless_they_are_to_be_a_part(
    network: Network,
) -> None:
    dropped = parted(network, "country")
    assert dropped.names == ("ARG", "BRA", "PRY", "URY")
    assert dropped.sizes().tolist() == [1, 1, 1, 1]
    kept = parted(network, "country", unknown="part")
    assert kept.names == ("", "ARG", "BRA", "PRY", "URY")
    assert kept.sizes().tolist() == [2, 1, 1, 1, 1]
    assert dropped.of_each() == kept.of_each()


def test_there_must_be_a_part_that_is_known(network: Network) -> None:
    with pytest.raises(EmptyData, match="Of no actor of this network the part is known"):
        parted(network, {"urn:somebody": "else"})
