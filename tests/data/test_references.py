"""Everything that the data names is described, has evidence, and is dated by its sources."""

import csv
import re

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from coordgraph.namespace import CG, ID, PREFIXES, thing
from coordgraph.resources import DATA
from coordgraph.store import EmbeddedStore, text

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
NEED_EVIDENCE = (
    "cg:Mechanism cg:Agreement cg:Participation cg:LevelClaim cg:Discrepancy cg:Side "
    "cg:Aspect cg:Name cg:Fact cg:Practice cg:InformationSystem cg:LegalInstrument "
    "schema:PropertyValue org:ChangeEvent cg:AgreementEvent"
)
YEARS_OF_THE_ARTICLE = {"2008", "2009", "2012", "2015", "2016", "2017", "2020", "2021"}


@pytest.mark.parametrize("name", NEED_EVIDENCE.split())
def test_everything_of_a_class_has_evidence(dataset: EmbeddedStore, name: str) -> None:
    rows = dataset.select(
        f"{PROLOGUE} SELECT ?x {{ ?x a {name} FILTER NOT EXISTS {{ ?x cg:evidence ?y }} }}"
    )
    assert [text(row["x"]) for row in rows] == []


def test_every_name_of_the_project_that_is_used_is_described(dataset: EmbeddedStore) -> None:
    described = {quad.subject for quad in dataset.quads()}
    used = {
        node
        for quad in dataset.quads()
        for node in (quad.predicate, quad.object)
        if isinstance(node, NamedNode) and node.value.startswith((ID, CG))
    }
    assert sorted(node.value for node in used - described) == []


def test_there_is_no_blank_node(dataset: EmbeddedStore) -> None:
    assert not [
        quad
        for quad in dataset.quads()
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)
    ]


def test_each_passage_lies_within_its_source_and_section(dataset: EmbeddedStore) -> None:
    rows = dataset.select(
        f"""{PROLOGUE} SELECT ?passage ?first ?last ?lines ?start ?end {{
          ?passage cg:firstLine ?first ; cg:lastLine ?last ; dcterms:isPartOf ?source .
          ?source cg:lineCount ?lines .
          OPTIONAL {{ ?passage cg:inSection ?section .
            ?section cg:firstLine ?start ; cg:lastLine ?end }} }}"""
    )
    for row in rows:
        first, last, lines = (int(text(row[name])) for name in ("first", "last", "lines"))
        assert 1 <= first <= last <= lines, text(row["passage"])
        if "start" in row:
            start, end = int(text(row["start"])), int(text(row["end"]))
            assert start <= first <= last <= end, text(row["passage"])


def test_no_date_stands_in_the_graph_that_stands_in_no_table(dataset: EmbeddedStore) -> None:
    cells = set(YEARS_OF_THE_ARTICLE)
    for path in sorted(DATA.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cells.update(cell for row in csv.reader(file) for cell in row)
    ours = ("/article>", "/institutions>", "/agreements>")
    dates = {
        quad.object.value
        for quad in dataset.quads()
        if str(quad.graph_name).endswith(ours)
        and isinstance(quad.object, Literal)
        and re.search(r"#(date|gYear|gYearMonth)$", quad.object.datatype.value)
    }
    assert len(dates) > 20
    assert dates <= cells


def test_an_actor_has_one_preferred_label_in_a_language(dataset: EmbeddedStore) -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in dataset.select(
        f"{PROLOGUE} SELECT DISTINCT ?actor ?label "
        "{ ?actor cg:actorKind ?kind ; skos:prefLabel ?label }"
    ):
        label = row["label"]
        assert isinstance(label, Literal)
        key = (text(row["actor"]), label.language or "")
        assert seen.setdefault(key, label.value) == label.value, key


def test_every_actor_has_a_preferred_label(dataset: EmbeddedStore) -> None:
    rows = dataset.select(
        f"{PROLOGUE} SELECT ?x {{ ?x cg:actorKind ?kind "
        "FILTER NOT EXISTS { ?x skos:prefLabel ?label } }"
    )
    assert [text(row["x"]) for row in rows] == []


def test_no_label_is_both_preferred_and_alternative(dataset: EmbeddedStore) -> None:
    rows = dataset.select(
        f"{PROLOGUE} SELECT ?x {{ ?x skos:prefLabel ?label ; skos:altLabel|skos:hiddenLabel "
        "?label }"
    )
    assert [text(row["x"]) for row in rows] == []


@pytest.mark.parametrize(("one", "other"), [("sss-ar", "sss-br"), ("ips-py", "ips-cl")])
def test_homonyms_stay_apart(dataset: EmbeddedStore, one: str, other: str) -> None:
    country = NamedNode(CG + "country")
    first, second = (
        {
            text(quad.object)
            for quad in dataset.oxigraph.quads_for_pattern(thing("actor", name), country, None)
        }
        for name in (one, other)
    )
    assert first
    assert second
    assert not first & second


def test_a_fact_states_what_it_says_it_states(dataset: EmbeddedStore) -> None:
    for said, expected in (("true", True), ("false", False)):
        rows = dataset.select(
            f"""{PROLOGUE} SELECT ?fact ?subject ?predicate ?object {{
              ?fact a cg:Fact ; cg:asserted {said} ; rdf:subject ?subject ;
                rdf:predicate ?predicate ; rdf:object ?object }}"""
        )
        for row in rows:
            subject, predicate = row["subject"], row["predicate"]
            assert isinstance(subject, NamedNode)
            assert isinstance(predicate, NamedNode)
            found = dataset.oxigraph.quads_for_pattern(subject, predicate, row["object"])
            assert any(found) == expected, text(row["fact"])


def test_an_actor_is_founded_once(dataset: EmbeddedStore) -> None:
    rows = dataset.select(
        f"{PROLOGUE} SELECT ?x {{ ?x schema:foundingDate ?a, ?b FILTER(STR(?a) < STR(?b)) }}"
    )
    assert [text(row["x"]) for row in rows] == []
