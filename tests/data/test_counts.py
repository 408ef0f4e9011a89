"""The dataset holds what its sources say, and as much of it."""

from collections import Counter

import pytest

from coordgraph.namespace import PREFIXES
from coordgraph.store import EmbeddedStore, text

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + (
    "BASE <https://w3id.org/coordgraph/id/>\n"
)
ARTICLE = "GRAPH <https://w3id.org/coordgraph/graph/article>"
AGREEMENTS = "GRAPH <https://w3id.org/coordgraph/graph/agreements>"
FOR_ALL = "FILTER NOT EXISTS { ?x cg:byParty ?party }"
INSTITUTIONS = "GRAPH <https://w3id.org/coordgraph/graph/institutions>"


def count(store: EmbeddedStore, pattern: str) -> int:
    (row,) = store.select(f"{PROLOGUE} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}")
    return int(text(row["n"]))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (f"{ARTICLE} {{ ?x cg:actorKind ?kind }} FILTER NOT EXISTS {{ ?x a cg:State }}", 53),
        ("?x a cg:State", 85),
        ("?x a cg:Name ; cg:nameOf ?actor", 67),
        ("?x a cg:Practice", 7),
        ("?x a ?class ; cg:inPractice ?practice ; cg:levelStated ?stated", 45),
        (f"{ARTICLE} {{ ?x a cg:Participation }}", 116),
        ("?x a cg:LevelClaim", 75),
        ("?x a cg:Discrepancy", 33),
        ("?x a cg:Side . ?discrepancy cg:side ?x", 66),
        ("?x a schema:PropertyValue . ?of cg:figure ?x", 26),
        ("?x a cg:InformationSystem", 4),
        ("?x cg:aspectKind <aspect-kind/feature>", 14),
        ("?x cg:aspectKind <aspect-kind/aim>", 23),
        ("?x cg:aspectKind <aspect-kind/beneficiary>", 14),
        ("?x cg:aspectKind <aspect-kind/challenge>", 12),
        ("?x cg:aspectKind <aspect-kind/outcome>", 7),
        ("?x a cg:Aspect FILTER NOT EXISTS { ?x cg:about ?thing }", 17),
        ("?x a cg:Aspect", 83),
        ("?x a cg:Source ; dcterms:issued ?year", 9),
        ("?x a cg:Source ; cg:lineCount 187", 1),
        ("?x a cg:Fact ; cg:basis ?basis", 9),
        (f"{INSTITUTIONS} {{ ?x a cg:Fact }}", 203),
        ("?x a org:ChangeEvent", 19),
        (f"{INSTITUTIONS} {{ ?x a cg:ListedPractice ; cg:runBy ?actor }}", 11),
        (f"{INSTITUTIONS} {{ ?x cg:participation ?y }}", 8),
        (f"{INSTITUTIONS} {{ ?x a cg:Participation ; cg:actor ?actor }}", 21),
        (f"{AGREEMENTS} {{ ?x a cg:Agreement }}", 256),
        (f"{AGREEMENTS} {{ ?x a cg:Participation ; cg:role <role/party> }}", 571),
        (f"{AGREEMENTS} {{ ?x a cg:Participation ; cg:actingFor ?party }}", 171),
        (f"{AGREEMENTS} {{ ?x a cg:Fact ; cg:asserted true }}", 313),
        (f"{AGREEMENTS} {{ ?x a cg:Fact ; cg:asserted false }}", 8),
        (f"{AGREEMENTS} {{ ?y cg:actingFor ?party ; cg:actor ?x }}", 58),
        ("?x cg:agreementType <agreement-type/multilateral>", 13),
        ("?x cg:agreementType <agreement-type/bilateral>", 203),
        ("?x cg:agreementType <agreement-type/subnational>", 40),
        ("?x cg:eventKind <event-kind/signature> ; cg:happenedOn ?date", 169),
        ("?x cg:eventKind <event-kind/signature> ; cg:happenedAt ?place", 138),
        (f"{FOR_ALL} ?x cg:eventKind <event-kind/entry-into-force>", 136),
        ("?x cg:eventKind <event-kind/entry-into-force> ; cg:byParty ?party", 13),
        ("?x cg:eventKind <event-kind/termination>", 10),
        ("?x cg:eventKind <event-kind/ratification> ; cg:byParty ?party", 13),
        ("?x cg:eventKind <event-kind/approval> ; cg:byParty ?party", 8),
        ("?x a cg:AgreementEvent", 349),
        ("?x cg:replaces ?y", 9),
        ("<actor/state-can-qc> dcterms:isPartOf ?x . ?x a cg:State", 1),
    ],
)
def test_counts_equal_the_sources(dataset: EmbeddedStore, pattern: str, expected: int) -> None:
    assert count(dataset, pattern) == expected


def test_the_article_has_23_sections(dataset: EmbeddedStore) -> None:
    sections = "FILTER(!REGEX(STR(?x), '/article-(l\\\\d|t\\\\d-)'))"
    pattern = f"{ARTICLE} {{ ?x a cg:Passage }} {sections}"
    assert count(dataset, pattern) == 23


def test_mechanisms_by_level_are_as_many_as_stated(dataset: EmbeddedStore) -> None:
    rows = dataset.select(
        f"{PROLOGUE} SELECT ?mechanism ?level {{ ?mechanism cg:levelStated ?stated "
        "OPTIONAL { ?mechanism cg:level ?level } }"
    )
    levels = Counter(text(row.get("level")).rpartition("/")[2] for row in rows)
    assert levels == {"": 15, "policy": 13, "operational": 11, "service-delivery": 6}


def test_an_unstated_level_stays_empty(dataset: EmbeddedStore) -> None:
    assert count(dataset, "?x cg:levelStated true FILTER NOT EXISTS { ?x cg:level ?l }") == 0
    assert count(dataset, "?x cg:levelStated false ; cg:level ?level") == 0


def test_nearly_all_claims_say_yes_or_no_on_a_level(dataset: EmbeddedStore) -> None:
    silent = "?x a cg:LevelClaim FILTER NOT EXISTS { ?x cg:asserted ?yes }"
    assert count(dataset, silent) == 2
    assert count(dataset, "?x a cg:LevelClaim ; cg:asserted false") == 5


def test_the_readings_conflict_in_four_cells(dataset: EmbeddedStore) -> None:
    rows = dataset.select(
        f"""{PROLOGUE} SELECT ?practice ?level ?reading ?yes {{
          ?claim cg:claimsPractice ?practice ; cg:claimsLevel ?level ; cg:asserted ?yes ;
            cg:reading ?reading . ?reading cg:exhaustive true }}"""
    )
    said = {
        tuple(text(row[name]).rpartition("/")[2] for name in ("practice", "level", "reading"))
        for row in rows
        if text(row["yes"]) == "true"
    }
    conflicts = set()
    for practice, level in {(practice, level) for practice, level, _ in said}:
        readings = {reading for who, _, reading in said if who == practice}
        agreeing = {reading for reading in readings if (practice, level, reading) in said}
        if agreeing != readings:
            conflicts.add((practice, level))
    assert conflicts == {
        ("joint-responsibility", "policy"),
        ("joint-responsibility", "operational"),
        ("high-risk-pregnancy", "policy"),
        ("high-risk-pregnancy", "operational"),
    }


def test_hierarchy_is_stated_six_times_and_inferred_three_times(
    dataset: EmbeddedStore,
) -> None:
    for basis, expected in (("Explicit", 6), ("Inferred", 3)):
        assert count(dataset, f"?x a cg:Fact ; cg:basis cg:{basis}") == expected
    units = "{ ?x org:unitOf ?whole } UNION { ?x org:subOrganizationOf ?whole }"
    assert count(dataset, f"{ARTICLE} {{ {units} }}") == 9


def test_agreements_have_two_different_parties(dataset: EmbeddedStore) -> None:
    alone = (
        "?x a cg:Agreement FILTER NOT EXISTS { ?x cg:participation/cg:actor ?a, ?b "
        "FILTER(?a != ?b) }"
    )
    assert count(dataset, alone) == 0
    fewer = "?x a cg:Mechanism ; rdfs:comment ?why FILTER(CONTAINS(?why, 'fewer than two'))"
    assert count(dataset, fewer) == 3
