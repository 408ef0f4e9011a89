"""The ties that pages show are those that the network has, actor by actor."""

import numpy as np
import pytest

from coordgraph.network.projection import Network, project
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.store import EmbeddedStore
from coordgraph.ties import NO_LEVEL


@pytest.fixture(scope="module")
def network(dataset: EmbeddedStore) -> Network:
    return project(dataset)


def test_each_actor_has_the_ties_of_the_network(network: Network, knowledge: Knowledge) -> None:
    ties = network.ties
    for place, actor in enumerate(ties.actors):
        rows = np.flatnonzero((ties.source == place) | (ties.target == place))
        expected = {
            (
                ties.actors[int(ties.source[row] + ties.target[row] - place)],
                "" if ties.level[row] == NO_LEVEL else ties.levels[int(ties.level[row])],
                int(ties.weight[row]),
            )
            for row in rows
        }
        found = knowledge.neighbours.ties(actor)
        assert {(tie.target, tie.level, len(tie.mechanisms)) for tie in found} == expected


def test_the_first_actors_are_those_of_highest_degree(
    network: Network, knowledge: Knowledge
) -> None:
    merged = network.ties.merged()
    degrees = np.bincount(
        np.concatenate([merged.source, merged.target]), minlength=len(merged.actors)
    )
    ranked = sorted(zip(-degrees, merged.actors, strict=True))
    expected = [(actor, -int(degree)) for degree, actor in ranked[:5]]
    assert knowledge.neighbours.most(5) == expected


def test_ties_among_all_mechanisms_are_all_ties(network: Network, knowledge: Knowledge) -> None:
    found = knowledge.neighbours.among(network.incidence.mechanisms)
    assert len(found) == len(network.ties)
    pairs = {(tie.source, tie.target) for tie in found}
    assert knowledge.neighbours.met(network.incidence.actors) == pairs


def test_what_is_no_actor_has_no_ties(knowledge: Knowledge) -> None:
    assert knowledge.neighbours.ties("urn:x:nobody") == []
    assert knowledge.neighbours.among(["urn:x:nothing"]) == []
