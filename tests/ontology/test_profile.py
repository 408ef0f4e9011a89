"""The ontology stays within OWL 2 DL and OWL 2 RL, so that reasoners take it."""

from typing import Literal

import pytest
from pyhornedowl import PyIndexedOntology, open_ontology_from_string
from pyhornedowl.profile import check_profile

from coordgraph.ingest.dataset import source_files
from coordgraph.ingest.rdf import load_bytes, load_file
from coordgraph.namespace import graph
from coordgraph.publish.rdf import FORMATS, document
from coordgraph.store import open_store

TERMS = [path for path in source_files("ontology") if path.stem not in {"concepts", "places"}]
BAD = b"""
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
cg:Actor rdfs:subClassOf cg:Undeclared .
"""


def ontology(more: bytes = b"") -> PyIndexedOntology:
    """Return classes, properties and alignments; concepts and places are data to OWL."""
    store = open_store()
    for path in TERMS:
        load_file(store, path, graph=graph("ontology"))
    if more:
        load_bytes(store, more, FORMATS["ttl"], graph=graph("ontology"), name="more")
    return open_ontology_from_string(document(store.quads(), FORMATS["rdf"]).decode(), "rdf")


@pytest.mark.parametrize("name", ["DL", "RL"])
def test_the_ontology_is_within_the_profile(name: Literal["DL", "RL"]) -> None:
    report = check_profile(ontology(), name)
    assert [str(found) for found in report.violations] == []


@pytest.mark.parametrize("name", ["DL", "RL"])
def test_the_check_finds_an_undeclared_class(name: Literal["DL", "RL"]) -> None:
    assert not check_profile(ontology(BAD), name).conformant


def test_the_whole_ontology_was_read() -> None:
    assert len(ontology().get_classes()) > 22
