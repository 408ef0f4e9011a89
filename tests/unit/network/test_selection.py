"""A selection leaves the mechanisms and the actors that it names."""

from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import (
    CallError,
    HierarchyError,
    InvalidDate,
    InvalidWindow,
    UnknownKind,
    UnknownLevel,
    UnknownPractice,
    UnknownStatus,
)
from coordgraph.network.projection import Network, project
from coordgraph.network.selection import Selection, practice_of, select
from coordgraph.store import EmbeddedStore

DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/coordgraph/id/> .

<mechanism/plan> cg:inPractice <practice/harvest> ;
    cg:level <level/policy>, <level/operational> ;
    cg:participation <p/1>, <p/2>, <p/3> .
<p/1> cg:actor <actor/ministry> .
<p/2> cg:actor <actor/secretariat> .
<p/3> cg:actor <actor/unions> .
<mechanism/talk> cg:inPractice <practice/harvest> ; cg:participation <p/4>, <p/5> .
<p/4> cg:actor <actor/ministry> .
<p/5> cg:actor <actor/unions> .
<mechanism/treaty> cg:inForceFrom "1990"^^xsd:gYear ; cg:endedOn "2000-05"^^xsd:gYearMonth ;
    cg:participation <p/6>, <p/7>, <p/8> .
<p/6> cg:actor <actor/state-a> .
<p/7> cg:actor <actor/state-b> ; cg:from "1995-01-01"^^xsd:date .
<p/8> cg:actor <actor/ministry> .
<mechanism/alone> cg:participation <p/9> .
<p/9> cg:actor <actor/hermit> .

<actor/unions> a cg:ActorGroup .
<actor/state-a> a cg:State .
<actor/state-b> a cg:State .
<actor/secretariat> org:unitOf <actor/ministry> .
"""
CLAIMS = """
<c/1> cg:reading <reading/overview> ; cg:claimsPractice <practice/harvest> ;
    cg:claimsLevel <level/policy> ; cg:asserted true .
<c/2> cg:reading <reading/other> ; cg:claimsPractice <practice/harvest> ;
    cg:claimsLevel <level/service-delivery> ; cg:asserted true .
<reading/overview> cg:exhaustive true .
<reading/other> cg:exhaustive true .
"""
KINDS = """
<mechanism/treaty> cg:mechanismKind <mechanism-kind/agreement> ;
    cg:agreementStatus <agreement-status/ended> .
<mechanism/alone> cg:mechanismKind <mechanism-kind/working-group> ;
    cg:agreementStatus <agreement-status/in-force> .
"""
LOOP = "<actor/ministry> org:unitOf <actor/secretariat> ."


def network(more: str = "", **choices: Any) -> Network:
    store = EmbeddedStore(Store())
    store.oxigraph.load(DATA + more, format=RdfFormat.TURTLE)
    return project(store, **choices)


def actors(found: Network) -> set[str]:
    return {iri.rpartition("/")[2] for iri in found.actors}


def pairs(found: Network) -> set[tuple[str, str]]:
    names = [iri.rpartition("/")[2] for iri in found.ties.actors]
    ends = zip(found.ties.source, found.ties.target, strict=True)
    return {(names[one], names[other]) for one, other in ends}


def test_everything_is_taken_by_default_isolates_too() -> None:
    found = network()
    assert actors(found) == {
        "ministry",
        "secretariat",
        "unions",
        "state-a",
        "state-b",
        "hermit",
    }
    assert len(found.ties) == 3 * 2 + 1 + 3
    assert found.undated is None


@pytest.mark.parametrize(
    "level", ["policy", "level/policy", "https://w3id.org/coordgraph/id/level/policy"]
)
def test_a_level_may_be_named_in_three_ways(level: str) -> None:
    found = network(level=level)
    assert pairs(found) == {
        ("ministry", "secretariat"), ("ministry", "unions"), ("secretariat", "unions")
    }  # fmt: skip


def test_no_level_is_asked_for_by_none() -> None:
    found = network(level="none", network="practices")
    assert pairs(found) == {("ministry", "unions")}
    assert set(found.ties.level) == {-1}


def test_a_practice_is_selected() -> None:
    assert actors(network(practice="harvest")) == {"ministry", "secretariat", "unions"}


def test_agreements_are_mechanisms_of_no_practice() -> None:
    assert actors(network(network="agreements")) == {"state-a", "state-b", "ministry", "hermit"}


def test_states_and_institutions_are_told_apart() -> None:
    assert actors(network(between="states")) == {"state-a", "state-b"}
    assert actors(network(between="institutions")) == {
        "ministry", "secretariat", "unions", "hermit"
    }  # fmt: skip


def test_groups_may_be_dropped() -> None:
    assert "unions" not in actors(network(groups="drop"))


def test_units_of_a_group_are_dropped_with_it_where_they_count_as_it() -> None:
    local = "<actor/ministry> org:unitOf <actor/unions> ."
    assert actors(network(local, groups="drop", practice="harvest")) == {
        "ministry", "secretariat"
    }  # fmt: skip
    assert actors(network(local, groups="drop", practice="harvest", lift=True)) == set()
    assert "ministry" not in actors(network(local, groups="drop", lift=True))


def test_kinds_and_statuses_are_selected() -> None:
    agreement = {"state-a", "state-b", "ministry"}
    assert actors(network(KINDS, kinds=("agreement",))) == agreement
    assert actors(network(KINDS, kinds=("agreement", "working-group"))) == {
        *agreement,
        "hermit",
    }
    assert actors(network(KINDS, statuses=("in-force",))) == {"hermit"}
    assert actors(network(KINDS, kinds=("agreement",), statuses=("in-force",))) == set()
    with pytest.raises(UnknownKind, match="Known are: agreement, working-group"):
        network(KINDS, kinds=("treaty",))
    with pytest.raises(UnknownStatus, match="Known are: ended, in-force"):
        network(KINDS, statuses=("signed",))


def test_a_reading_leaves_the_levels_that_it_asserts() -> None:
    found = network(CLAIMS, reading="overview", network="practices")
    assert (len(found.ties.part(found.ties.level >= 0)), found.unlevelled) == (3, 1)
    other = network(CLAIMS, reading="other", network="practices")
    assert (other.ties.level.tolist(), other.unlevelled) == ([-1] * 3, 1)
    assert network(CLAIMS).unlevelled is None


def test_roles_are_read_where_they_are_wanted() -> None:
    store = EmbeddedStore(Store())
    store.oxigraph.load(f"{DATA} <p/1> cg:role <role/lead> .", format=RdfFormat.TURTLE)
    assert select(store, Selection()).takings.role.used() == []
    found = select(store, Selection(), roles=True).takings.role.used()
    assert found == ["https://w3id.org/coordgraph/id/role/lead"]


def test_a_unit_is_lifted_into_its_institution() -> None:
    found = network(lift=True, level="policy")
    assert pairs(found) == {("ministry", "unions")}


def test_the_size_of_a_mechanism_is_that_of_the_selection() -> None:
    found = network(groups="drop", level="policy", weight="newman")
    assert found.ties.weight.tolist() == [1.0]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1989-12-31", set()),
        ("1992", {("ministry", "state-a")}),
        ("1996-02", {("ministry", "state-a"), ("ministry", "state-b"), ("state-a", "state-b")}),
        (
            "2000-05-31",
            {("ministry", "state-a"), ("ministry", "state-b"), ("state-a", "state-b")},
        ),
        ("2000-06-01", set()),
    ],
)
def test_what_is_in_force_on_a_day(day: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(network(as_of=day, network="agreements")) == expected


def test_undated_mechanisms_are_counted_and_may_be_dropped() -> None:
    kept = network(as_of="1992")
    assert kept.undated == 3
    assert actors(kept) == {"ministry", "secretariat", "unions", "state-a", "hermit"}
    assert actors(network(as_of="1992", undated="drop")) == {"ministry", "state-a"}


def test_a_circle_of_units_is_named() -> None:
    with pytest.raises(HierarchyError, match=r"secretariat -> .*ministry -> .*secretariat"):
        network(LOOP, lift=True)


@pytest.mark.parametrize(
    ("choice", "error", "message"),
    [
        ({"level": "cosmic"}, UnknownLevel, "Known are: .*policy.*, none"),
        ({"level": "polcy"}, UnknownLevel, "Did you mean 'policy'"),
        ({"practice": "nothing"}, UnknownPractice, "Known are: harvest"),
        ({"as_of": "yesterday"}, InvalidDate, "'yesterday' is no date"),
    ],
)
def test_what_is_not_there_is_refused(
    choice: dict[str, str], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        network(**choice)


def test_a_network_says_what_was_asked_for() -> None:
    assert network(level="policy", lift=True).selection == Selection(level="policy", lift=True)


def test_a_day_and_a_window_are_not_asked_for_together() -> None:
    told = r"^A day and a window of time are both asked for: leave out one\.$"
    with pytest.raises(CallError, match=told):
        network(as_of="1990", during="1990/1999")


@pytest.mark.parametrize("window", ["1990", "/", "1999/1990", "1990/then", "1990/1991/1992"])
def test_what_is_no_window_is_refused(window: str) -> None:
    with pytest.raises(InvalidWindow, match="Write FROM/TO"):
        network(during=window)


def test_a_practice_of_somebody_elses_is_found_by_the_end_of_its_iri() -> None:
    known = {"urn:x/mine", "urn:x/twice", "urn:y/twice"}
    assert practice_of("mine", known) == "urn:x/mine"
    with pytest.raises(UnknownPractice):
        practice_of("twice", known)
