"""What depends on an actor is what a network without it lacks."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given

import coordgraph as cg
from coordgraph.errors import EmptyData
from coordgraph.network.projection import Network
from coordgraph.network.questions.dependence import assess_dependence, falling_apart
from coordgraph.store import Store
from tests.examples import examples
from tests.properties.strategies import networks


def members(network: Network) -> dict[str, set[str]]:
    incidence = network.incidence
    found: dict[str, set[str]] = {name: set() for name in incidence.mechanisms}
    for actor, mechanism in zip(incidence.actor, incidence.mechanism, strict=True):
        found[incidence.mechanisms[mechanism]].add(incidence.actors[actor])
    return found


def connected(graph: "nx.Graph[str]", gone: str) -> int:
    """Return how many pairs of others are connected."""
    return sum(
        nx.has_path(graph, *pair) for pair in combinations(sorted(set(graph) - {gone}), 2)
    )


@given(networks())
@examples(25)
def test_it_is_what_a_network_without_the_actor_lacks(network: Network) -> None:
    graph: nx.Graph[str] = nx.Graph(network.to_networkx())
    together = members(network)
    for row in assess_dependence(network).to_pylist():
        gone = row["actor"]
        without = graph.subgraph(set(graph) - {gone})
        assert row["cut_off"] == connected(graph, gone) - connected(without, gone)
        alone = [one for one in graph.neighbors(gone) if graph.degree(one) == 1]
        assert row["stranded"] == len(alone)
        own = [actors for actors in together.values() if gone in actors]
        assert row["mechanisms"] == len(own)
        assert row["mechanisms_lost"] == sum(len(actors) == 2 for actors in own)


@given(networks())
@examples(25)
def test_pieces_are_named_and_counted_alike(network: Network) -> None:
    together = members(network)
    for row in assess_dependence(network).to_pylist():
        pieces = falling_apart(network, row["actor"]).to_pylist()
        sizes = [
            sum(one["piece"] == number for one in pieces)
            for number in range(1, row["pieces"] + 1)
        ]
        assert sum(sizes) == len(pieces)
        assert max(sizes, default=0) == row["largest"]
        assert sizes == sorted(sizes, reverse=True)
        for one in pieces:
            pair = {row["actor"], one["actor"]}
            lost = sorted(name for name, actors in together.items() if actors == pair)
            assert one["mechanisms"] == lost


def test_the_ministry_holds_three_pieces_together(dataset: Store) -> None:
    network = cg.project(dataset, network="practices")
    first = assess_dependence(network).to_pylist()[0]
    assert first["actor"].endswith("/mteyss")
    assert (first["cut_off"], first["pieces"], first["stranded"]) == (55, 3, 1)


def test_who_takes_part_in_nothing_is_missed_by_nobody(dataset: Store) -> None:
    network = cg.project(dataset, practice="siaci")
    with pytest.raises(EmptyData, match="urn:nobody"):
        falling_apart(network, "urn:nobody")
