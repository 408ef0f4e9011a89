"""The ontology keeps its own rules, and each check finds what it is there to find."""

import re
from functools import cache

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.ingest.dataset import load
from coordgraph.resources import ONTOLOGY, QUERIES
from coordgraph.store import EmbeddedStore

CHECKS = {path.stem: path for path in sorted((ONTOLOGY / "hygiene").glob("*.rq"))}
PREFIXES = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/> .
"""
DEFECTS = {
    "terms-without-label": 'cg:New a owl:Class ; rdfs:label "new"@en, "nuevo"@es .',
    "terms-without-definition": 'cg:New a owl:Class ; skos:definition "It is new."@en .',
    "definitions-that-repeat-labels": 'cg:New rdfs:label "new"@en ; skos:definition "New"@en .',
    "concepts-without-scheme": ':new a skos:Concept ; skos:prefLabel "new"@en .',
    "concepts-of-one-label": ':a skos:inScheme :s ; skos:prefLabel "x"@en . '
    ':b skos:inScheme :s ; skos:prefLabel "x"@en .',
    "circles": ":a skos:broader :a .",
    "blank-nodes": ":a skos:related [] .",
    "undeclared-terms": ":a cg:unheardOf :b .",
}


@cache
def dataset() -> EmbeddedStore:
    return load(derived=False)


def rows(check: str, store: EmbeddedStore) -> list[str]:
    sparql = CHECKS[check].read_text(encoding="utf-8")
    return [str(row) for row in store.select(sparql)]


@pytest.mark.parametrize("check", CHECKS)
def test_the_ontology_and_the_data_pass(check: str) -> None:
    assert rows(check, dataset()) == []


@pytest.mark.parametrize("check", CHECKS)
def test_the_check_finds_a_planted_defect(check: str) -> None:
    store = EmbeddedStore(Store())
    store.oxigraph.load(PREFIXES + DEFECTS[check], format=RdfFormat.TURTLE)
    assert len(rows(check, store)) == 1


@pytest.mark.parametrize("check", CHECKS)
def test_the_check_says_why_it_is_there(check: str) -> None:
    header = CHECKS[check].read_text(encoding="utf-8")
    for key in ("summary", "problem", "principle", "solution", "severity"):
        assert re.search(rf"^#\+ {key}: .+", header, re.MULTILINE)


def test_every_term_is_used_by_a_query_or_a_shape() -> None:
    files = [*QUERIES.rglob("*.rq"), *(ONTOLOGY / "shapes").glob("*.ttl")]
    used = {
        term
        for path in files
        for term in re.findall(r"cg:([A-Za-z]+)\b", path.read_text(encoding="utf-8"))
    }
    text = (ONTOLOGY / "coordgraph.ttl").read_text(encoding="utf-8")
    declared = set(re.findall(r"^cg:([A-Za-z]+)$", text, re.MULTILINE))
    assert declared - used == set()
