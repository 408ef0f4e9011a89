"""Agreements have the dates that are known, and say which are not."""

import json
import re
from typing import Any

import pytest
from pyoxigraph import RdfFormat

from coordgraph.queries import find
from coordgraph.serve.workbench import agreements
from coordgraph.store import EmbeddedStore, open_store, text
from tests.unit.serve.workbench.asking import page

_MADE = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:one> a cg:Agreement, cg:Mechanism ; cg:signedOn "2001", "2003" ; cg:endedOn "2009" ;
    cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ], [ cg:actor <urn:c> ] .
<urn:a> a cg:State ; skos:prefLabel "Este"@es ; cg:country <urn:wrong>, <urn:right> .
<urn:wrong> geo:lat "north" ; geo:long "NaN" .
<urn:right> geo:lat 1 ; geo:long 2 .
<urn:b> a cg:State ; skos:prefLabel "Óeste"@es ; cg:country <urn:uruguay> .
<urn:uruguay> skos:notation "URY" ; geo:lat 91 ; geo:long 2 .
<urn:c> a cg:State ; skos:prefLabel "Sur"@es ; cg:country <urn:wrong> .
"""


@pytest.fixture(scope="module")
def made() -> EmbeddedStore:
    store = open_store()
    store.oxigraph.load(_MADE.encode(), format=RdfFormat.TURTLE)
    return store


def _drawn(store: EmbeddedStore, lang: str = "en", search: str = "") -> Any:
    told = page(store, f"{lang}/agreements", search).body.decode()
    found = re.search(r'id="data">(.*?)</script>', told, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_every_agreement_has_its_dates_as_they_are_stated(shipped: EmbeddedStore) -> None:
    drawn = {one["iri"]: one for one in _drawn(shipped)["agreements"]}
    rows = list(find("agreements/dates").run(shipped))
    assert len(drawn) == len({text(row["agreement"]) for row in rows})
    for row in rows:
        one = drawn[text(row["agreement"])]
        for name in ("signed", "in_force", "ended"):
            assert one[name] == (text(row[name]) if name in row else None)


def test_what_is_unknown_is_said_to_be(shipped: EmbeddedStore) -> None:
    told = page(shipped, "es/agreements").body.decode()
    rows = list(find("agreements/dates").run(shipped))
    lacking = sum(("signed" not in row) + ("in_force" not in row) for row in rows)
    assert told.count('<span class="unknown">desconocida</span>') == lacking


def test_a_state_leaves_its_agreements(shipped: EmbeddedStore) -> None:
    iri = "https://w3id.org/coordgraph/id/actor/state-ury"
    told = page(shipped, "en/agreements", f"state={iri}").body.decode()
    own = [one for one in _drawn(shipped)["agreements"] if iri in one["states"]]
    assert told.count("<tr data-agreement=") == len(own) > 0


def test_states_are_where_they_are_and_counted(shipped: EmbeddedStore) -> None:
    drawn = _drawn(shipped, "es")
    states = {one["iri"].rpartition("/")[2]: one for one in drawn["states"]}
    brazil = states["state-bra"]
    assert brazil["name"] == "Brasil"
    assert -75 < brazil["longitude"] < -34
    assert -34 < brazil["latitude"] < 6
    quebec = states["state-can-qc"]
    assert quebec["longitude"] != states["state-can"]["longitude"]
    met = {
        other
        for one in drawn["agreements"]
        if brazil["iri"] in one["states"]
        for other in one["states"]
    }
    assert brazil["partners"] == len(met - {brazil["iri"]})


def test_a_state_is_on_the_map_where_its_places_or_countries_are(made: EmbeddedStore) -> None:
    found = {one["name"]: one for one in _drawn(made)["states"]}
    assert (found["Este"]["longitude"], found["Este"]["latitude"]) == (2, 1)
    assert -59 < found["Óeste"]["longitude"] < -53
    assert (found["Sur"]["longitude"], found["Sur"]["latitude"]) == (None, None)


def test_a_state_is_called_by_its_name_in_another_language_and_with_no_country(
    made: EmbeddedStore,
) -> None:
    nowhere = open_store()
    nowhere.oxigraph.extend(
        quad for quad in made.quads() if not str(quad.predicate).endswith("country>")
    )
    for store in (made, nowhere):
        assert [one["name"] for one in _drawn(store)["states"]] == ["Este", "Óeste", "Sur"]


def test_of_several_dates_of_a_sort_the_first_is_shown(made: EmbeddedStore) -> None:
    (one,) = _drawn(made)["agreements"]
    assert (one["signed"], one["in_force"], one["ended"]) == ("2001", None, "2009")


def test_of_many_agreements_a_part_is_shown_and_the_others_are_led_to(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = [one["iri"] for one in _drawn(shipped, "es")["agreements"]]
    monkeypatch.setattr(agreements, "MOST", 100)
    shown = []
    for number in ("1", "2", "3"):
        drawn = _drawn(shipped, "es", f"part={number}")
        part = [one["iri"] for one in drawn["agreements"]]
        assert drawn["part"]["last"] - drawn["part"]["first"] == len(part) <= 100
        told = page(shipped, "es/agreements", f"part={number}").body.decode()
        assert re.findall(r'<tr data-agreement="([^"]+)"', told) == part
        assert ('rel="prev"' in told, 'rel="next"' in told) == (number > "1", number < "3")
        shown += part
    assert shown == every
    assert "201 a 273 de 273 acuerdos" in told
    for odd in ("9", "x", "-1", "²"):
        assert _drawn(shipped, "es", f"part={odd}")["agreements"]


def test_a_part_is_one_of_the_agreements_of_the_chosen_state(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    iri = "https://w3id.org/coordgraph/id/actor/state-ury"
    monkeypatch.setattr(agreements, "MOST", 20)
    drawn = _drawn(shipped, "en", f"state={iri}&part=2")
    assert all(iri in one["states"] for one in drawn["agreements"])
    assert drawn["part"]["among"] == 20 + len(drawn["agreements"])


def test_agreements_without_a_date_come_last(shipped: EmbeddedStore) -> None:
    drawn = _drawn(shipped)["agreements"]
    known = [bool(one["signed"] or one["in_force"] or one["ended"]) for one in drawn]
    assert known == sorted(known, reverse=True)


def test_no_agreements_are_said_to_be_none(odd: EmbeddedStore) -> None:
    for store in (odd, open_store()):
        assert "There are no agreements" in page(store, "en/agreements").body.decode()
