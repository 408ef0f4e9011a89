"""A part counts as the whole at the top of its hierarchy."""

from typing import Literal

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import HierarchyError
from coordgraph.network.lifting import counted_as, tops
from coordgraph.network.projection import project
from coordgraph.network.selection import Selection
from coordgraph.store import EmbeddedStore

DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@base <urn:x> .
<urn:desk> org:unitOf <urn:office> .
<urn:office> org:unitOf <urn:ministry> .
<urn:lent> org:unitOf <urn:ministry> , <urn:agency> .
<urn:province> a cg:State ; dcterms:isPartOf <urn:country> .
<urn:country> a cg:State .
<urn:town> dcterms:isPartOf <urn:country> .
"""


def store(more: str = "") -> EmbeddedStore:
    found = EmbeddedStore(Store())
    found.oxigraph.load(DATA + more, format=RdfFormat.TURTLE)
    return found


def test_units_reach_their_institutions_and_territories_their_states() -> None:
    assert tops(store()) == {
        "urn:desk": "urn:ministry",
        "urn:office": "urn:ministry",
        "urn:lent": "urn:agency",
        "urn:province": "urn:country",
    }


def test_a_circle_is_named() -> None:
    with pytest.raises(HierarchyError, match=r"office -> .*ministry -> .*desk -> .*office"):
        tops(store("<urn:ministry> org:unitOf <urn:desk> ."))


@pytest.mark.parametrize(
    ("more", "circle"),
    [
        ("<urn:ministry> org:unitOf <urn:ministry> .", ["ministry", "ministry"]),
        (
            "<urn:ministry> org:unitOf <urn:a> . <urn:a> org:unitOf <urn:ministry> .",
            ["ministry", "a", "ministry"],
        ),
    ],
)
def test_whoever_only_leads_into_a_circle_is_not_named(more: str, circle: list[str]) -> None:
    with pytest.raises(HierarchyError) as told:
        tops(store(more))
    named = [name.removeprefix("urn:") for name in told.value.circle]
    assert named == circle


COUNTRIES = """
<urn:ministry> cg:country <urn:arg> .
<urn:state> a cg:State ; cg:country <urn:arg> .
<urn:unions> a cg:ActorGroup ; cg:country <urn:arg> .
<urn:agency> cg:country <urn:arg> , <urn:bra> .
<urn:fund> cg:country <urn:prov> .
<urn:country> cg:country <urn:can> .
<urn:province> cg:country <urn:prov> .
<urn:club> cg:country <urn:utopia> .
"""


def test_actors_of_one_country_count_as_its_state() -> None:
    found = counted_as(store(COUNTRIES), "state")
    for own in ("ministry", "office", "desk", "unions"):
        assert found[f"urn:{own}"] == "urn:state"


def test_an_actor_of_a_territory_counts_as_the_state_it_is_part_of() -> None:
    found = counted_as(store(COUNTRIES), "state")
    assert found["urn:fund"] == found["urn:province"] == "urn:country"


def test_the_country_that_an_actor_itself_has_goes_before_that_of_its_whole() -> None:
    abroad = """<urn:desk> cg:country <urn:bra> .
    <urn:brazil> a cg:State ; cg:country <urn:bra> ."""
    found = counted_as(store(COUNTRIES + abroad), "state")
    assert (found["urn:desk"], found["urn:office"]) == ("urn:brazil", "urn:state")


def test_states_whose_countries_are_not_told_stay_themselves() -> None:
    assert counted_as(store(), "state") == tops(store())


def test_who_has_no_state_of_its_own_stays_itself() -> None:
    found = counted_as(store(COUNTRIES), "state")
    assert not {"urn:agency", "urn:club", "urn:state", "urn:country"} & found.keys()
    assert found["urn:lent"] == "urn:agency"


def test_nobody_counts_as_another_unless_asked() -> None:
    assert counted_as(store(), None) == {}
    assert counted_as(store(), "institution") == tops(store())


CARRIED_OUT = (
    COUNTRIES
    + """
<urn:treaty> cg:participation <urn:1> , <urn:2> .
<urn:1> cg:actor <urn:state> . <urn:2> cg:actor <urn:country> .
<urn:arrangement> dcterms:isPartOf <urn:treaty> ; cg:participation <urn:3> , <urn:4> .
<urn:3> cg:actor <urn:ministry> . <urn:4> cg:actor <urn:fund> .
<urn:talks> cg:participation <urn:5> , <urn:6> .
<urn:5> cg:actor <urn:office> . <urn:6> cg:actor <urn:fund> .
"""
)


@pytest.mark.parametrize(("subsidiary", "weight"), [("drop", 2.0), ("keep", 3.0)])
def test_institutions_that_carry_an_agreement_out_tie_their_states_no_more_than_asked(
    subsidiary: Literal["drop", "keep"], weight: float
) -> None:
    asked = Selection(lift_to="state", between="states", subsidiary=subsidiary)
    ties = project(store(CARRIED_OUT), selection=asked).ties
    assert ties.actors == ("urn:country", "urn:state")
    assert ties.weight.tolist() == [weight]


def test_groups_are_dropped_before_they_count_as_states() -> None:
    text = COUNTRIES + (
        "<urn:m> cg:participation <urn:p> , <urn:q> . <urn:p> cg:actor <urn:unions> . "
        "<urn:q> cg:actor <urn:agency> ."
    )
    assert set(project(store(text), lift_to="state").actors) == {"urn:state", "urn:agency"}
    kept = project(store(text), lift_to="state", groups="drop")
    assert set(kept.actors) == {"urn:agency"}
