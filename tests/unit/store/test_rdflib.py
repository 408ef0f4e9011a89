"""Graphs of rdflib answer as other stores do, whatever keeps their statements."""

import pytest
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, NamedNode
from rdflib.plugins.stores.memory import Memory

from coordgraph.errors import DataError, QuerySyntaxError
from coordgraph.store import as_store, to_rdflib

DATA = """<urn:a> <urn:p> <urn:b> <urn:g> .
<urn:a> <urn:p> "1" _:g .
<urn:a> <urn:p> "2" .
"""


class Kept(Memory):
    """What keeps statements in a way of its own."""


@pytest.mark.parametrize("kept", [Memory, Kept])
def test_a_question_of_any_form_is_answered(kept: type[Memory]) -> None:
    store = as_store(rdflib.Graph(store=kept()).parse(data="<urn:a> <urn:p> <urn:b> ."))
    assert list(store.select("SELECT ?o { ?s ?p ?o }")) == [{"o": NamedNode("urn:b")}]
    assert store.ask("ASK { ?s ?p <urn:b> }")
    (triple,) = store.construct("CONSTRUCT WHERE { ?s ?p ?o }")
    assert triple.subject == NamedNode("urn:a")
    with pytest.raises(QuerySyntaxError, match=r"The query is not SPARQL 1\.1: "):
        store.answer("SELECT * {")


def test_graphs_are_told_apart_also_without_a_name() -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=DATA, format="nquads")
    found = {type(quad.graph_name) for quad in as_store(dataset).quads()}
    assert found == {NamedNode, BlankNode, DefaultGraph}
    again = to_rdflib(as_store(dataset))
    assert len(list(again.quads())) == 3


def test_what_is_no_iri_is_told() -> None:
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef("urn:a b"), rdflib.RDF.type, rdflib.RDF.List))
    with pytest.raises(DataError, match=r"'urn:a b' is no IRI: remove its spaces"):
        list(as_store(graph).quads())
