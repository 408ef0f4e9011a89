"""A mechanism keeps the levels that a reading asserts of its practice."""

from typing import Any

import pytest
from pyoxigraph import RdfFormat
from pyoxigraph import Store as Oxigraph

import coordgraph as cg
from coordgraph.errors import EmptyData, UnknownReading
from coordgraph.namespace import slug
from coordgraph.network.projection import Network, project
from coordgraph.network.readings import asserted
from coordgraph.store import EmbeddedStore, Store

MECHANISMS = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@base <https://w3id.org/coordgraph/id/> .

<m/plan> cg:inPractice <practice/harvest> ; cg:level <level/policy>, <level/operational> ;
    cg:participation [ cg:actor <actor/a> ] , [ cg:actor <actor/b> ] .
<m/visit> cg:inPractice <practice/harvest> ; cg:level <level/operational> ;
    cg:participation [ cg:actor <actor/b> ] , [ cg:actor <actor/c> ] .
<m/unread> cg:inPractice <practice/other> ; cg:level <level/policy> ;
    cg:participation [ cg:actor <actor/c> ] , [ cg:actor <actor/d> ] .
<m/treaty> cg:level <level/policy> ;
    cg:participation [ cg:actor <actor/a> ] , [ cg:actor <actor/d> ] .
"""
CLAIMS = """
<c/1> cg:reading <reading/overview> ; cg:claimsPractice <practice/harvest> ;
    cg:claimsLevel <level/policy> ; cg:asserted true .
<c/2> cg:reading <reading/passing> ; cg:claimsPractice <practice/harvest> ;
    cg:claimsLevel <level/operational> ; cg:asserted true .
<c/3> cg:reading <reading/passing> ; cg:claimsPractice <practice/harvest> ;
    cg:claimsLevel <level/service-delivery> ; cg:asserted false .
<reading/overview> cg:exhaustive true .
<reading/passing> cg:exhaustive false .
"""
POLICY, OPERATIONAL, NONE = "policy", "operational", ""


def store(claims: str = CLAIMS) -> EmbeddedStore:
    found = EmbeddedStore(Oxigraph())
    found.oxigraph.load(MECHANISMS + claims, format=RdfFormat.TURTLE)
    return found


def ties(network: Network) -> set[tuple[str, str, str]]:
    return {
        (slug(one), slug(other), slug(level) if level else NONE)
        for one, other, level in network.to_networkx().edges(keys=True)
    }


OUTSIDE = ("a", "d", POLICY)
UNREAD = ("c", "d", NONE)


@pytest.mark.parametrize(
    ("reading", "expected", "lost"),
    [
        ("overview", {("a", "b", POLICY), ("b", "c", NONE)}, 3),
        ("passing", {("a", "b", OPERATIONAL), ("b", "c", OPERATIONAL)}, 2),
        ("any", {("a", "b", POLICY), ("a", "b", OPERATIONAL), ("b", "c", OPERATIONAL)}, 1),
        ("all", {("a", "b", POLICY), ("b", "c", NONE)}, 3),
    ],
)
def test_levels_that_the_reading_does_not_assert_are_taken_away(
    reading: str, expected: set[tuple[str, str, str]], lost: int
) -> None:
    network = project(store(), reading=reading)
    assert ties(network) == expected | {OUTSIDE, UNREAD}
    assert network.unlevelled == lost


def test_a_mechanism_without_levels_left_is_found_at_no_level() -> None:
    found = ties(project(store(), reading="overview", level="none"))
    assert found == {("b", "c", NONE), UNREAD}


def test_without_a_reading_mechanisms_have_the_levels_they_state() -> None:
    network = project(store())
    assert network.unlevelled is None
    assert ("b", "c", OPERATIONAL) in ties(network)


def test_an_exhaustive_reading_denies_what_it_does_not_list_and_another_does_not() -> None:
    listed = {slug(level): names for level, names in asserted(store(), "all").items()}
    assert set(listed) == {POLICY}


@pytest.mark.parametrize(
    "name", ["table-2", "reading/table-2", "https://w3id.org/coordgraph/id/reading/table-2"]
)
def test_a_reading_may_be_named_in_three_ways(dataset: Store, name: str) -> None:
    network = cg.project(dataset, reading=name, level="policy", network="practices")
    assert (len(network.ties), network.unlevelled) == (14, 3)


def test_what_all_assert_some_assert(dataset: Store) -> None:
    readings: list[Any] = ["all", "table-2", "any"]
    found = [
        {
            (practice, level)
            for level, names in asserted(dataset, one).items()
            for practice in names
        }
        for one in readings
    ]
    assert found[0] < found[1] < found[2]


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(UnknownReading, match="Known are: overview, passing, any, all"):
        project(store(), reading="hearsay")
    with pytest.raises(EmptyData, match="leave out --reading"):
        project(store(""), reading="any")
