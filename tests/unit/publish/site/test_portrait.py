"""A page shows what is said of a thing, who it meets, when, and where it is written."""

from coordgraph.namespace import CG, ID, LEVELS
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.portrait import Portrait, portrait
from coordgraph.store import text
from tests.unit.publish.site.dumps.dataset import store_of

NAMELESS = f"""
@prefix cg: <{CG}> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<{ID}practice/p> a cg:Practice ; cg:signedOn <urn:soon> .
<{ID}mechanism/m> a cg:Mechanism ; cg:inPractice <{ID}practice/p> ;
  cg:participation [ cg:actor <{ID}actor/a> ; skos:prefLabel "nameless" ] .
[] a cg:LevelClaim ; cg:claimsPractice <{ID}practice/p> ; cg:claimsLevel <{LEVELS[0]}> .
[] rdf:subject <{ID}practice/p> ; rdf:predicate cg:signedOn ; rdf:object "1999" .
"""


def shown(knowledge: Knowledge, name: str) -> Portrait:
    return portrait(knowledge, ID + name, knowledge.statements(ID + name))


def test_ties_stand_by_level_with_what_makes_them(knowledge: Knowledge) -> None:
    ties = shown(knowledge, "actor/afip").ties
    first = ties.rows[0]
    assert [text(term) for term in first.cells[1]] == [LEVELS[0]]
    levels = [text(row.cells[1][0]) if row.cells[1] else "" for row in ties.rows]
    assert levels == sorted(levels, key=[*LEVELS, ""].index)
    for row in ties.rows:
        assert int(text(row.cells[2][0])) == len(row.cells[3])


def test_a_mechanism_shows_its_participants_with_roles_and_evidence(
    knowledge: Knowledge,
) -> None:
    found = shown(knowledge, "mechanism/m-siaci-2")
    (table,) = (table for table in found.tables if table.word == "participants")
    assert table.heads[:2] == (CG + "actor", CG + "role")
    assert len(table.rows) == 5
    assert all(row.evidence[0].lines == ("155", "155") for row in table.rows)
    assert found.drawing is not None
    assert found.drawing.total == 5


def test_a_value_that_another_source_gives_stands_beside_the_one_that_is_followed(
    knowledge: Knowledge,
) -> None:
    dates = shown(knowledge, "actor/anses").facts["https://schema.org/foundingDate"]
    assert {fact.asserted for fact in dates} == {True, False}
    assert all(fact.evidence for fact in dates)


def test_a_practice_shows_both_readings_of_its_levels(knowledge: Knowledge) -> None:
    found = shown(knowledge, "practice/joint-responsibility")
    assert len(found.readings) > 2
    assert any(len(dispute.sides) == 2 for dispute in found.disputes)
    asserted = {
        claim.asserted for one in found.readings for cell in one.claims for claim in cell
    }
    assert asserted == {True, False}


def test_dates_of_an_agreement_stand_in_order(knowledge: Knowledge) -> None:
    found = shown(knowledge, "agreement/multi-mercosur-1997")
    dates = [text(row.cells[0][0]) for row in found.moments.rows if row.cells[0]]
    assert dates == sorted(dates)
    assert "1997-12-15" in dates
    assert found.timeline is not None
    assert found.timeline.first <= found.timeline.last


def test_what_points_to_a_thing_is_counted_and_the_first_are_named(
    knowledge: Knowledge,
) -> None:
    (found,) = (
        one for one in shown(knowledge, "role/party").mentions if one.path == CG + "role"
    )
    assert found.count > len(found.things) == 60


def test_what_has_no_iri_has_no_part_in_a_page() -> None:
    known = Knowledge.of(store_of(NAMELESS), Addresses(), ("en",))
    practice, mechanism = shown(known, "practice/p"), shown(known, "mechanism/m")
    assert practice.readings == ()
    assert practice.moments.rows == ()
    assert [text(fact.value) for fact in practice.facts[CG + "signedOn"]] == ["urn:soon"]
    assert not any(name.startswith("_:") for name in known.classes)
    assert mechanism.tables == ()
    assert mechanism.drawing is not None
    assert mechanism.drawing.total == 1


def test_what_a_table_shows_is_not_mentioned_again(knowledge: Knowledge) -> None:
    paths = {one.path for one in shown(knowledge, "actor/afip").mentions}
    assert paths.isdisjoint({CG + "actor", CG + "nameOf", CG + "party", CG + "between"})
