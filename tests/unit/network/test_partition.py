"""What parts actors is told by name, by property, or by a table of one's own."""

import pytest

import coordgraph as cg
from coordgraph.errors import UnknownAttribute
from coordgraph.network.partition import partition
from coordgraph.network.projection import Network
from coordgraph.store import Store


@pytest.fixture(scope="module")
def network(dataset: Store) -> Network:
    return cg.project(dataset, practice="siaci")


def by_slug(network: Network, parts: list[str]) -> dict[str, str]:
    return {
        iri.rpartition("/")[2]: part for iri, part in zip(network.actors, parts, strict=True)
    }


def test_actors_are_parted_by_what_is_known_of_all(network: Network) -> None:
    assert by_slug(network, partition(network, "country"))["state-ury"] == "URY"
    assert by_slug(network, partition(network, "sector"))["oiss"] == "social-security"
    assert by_slug(network, partition(network, "class"))["state-arg"] == "State"


def test_any_property_parts_them(network: Network, dataset: Store) -> None:
    assert partition(network, "cg:actorKind", store=dataset) == partition(network, "kind")


def test_parts_of_ones_own_leave_others_unknown(network: Network) -> None:
    parts = by_slug(
        network, partition(network, {"https://w3id.org/coordgraph/id/actor/oiss": "north"})
    )
    assert parts["oiss"] == "north"
    assert set(parts.values()) == {"north", ""}


def test_a_property_that_no_actor_has_is_named(network: Network, dataset: Store) -> None:
    with pytest.raises(UnknownAttribute, match="colour"):
        partition(network, "colour", store=dataset)
    with pytest.raises(UnknownAttribute, match="cg:colour"):
        partition(network, "cg:colour", store=dataset)
