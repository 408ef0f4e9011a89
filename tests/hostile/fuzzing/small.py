"""A dataset of two actors and what they meet in."""

from functools import cache

from pyoxigraph import DefaultGraph, RdfFormat
from pyoxigraph import Store as Oxigraph

from coordgraph.ingest.rdf import load_bytes
from coordgraph.store import EmbeddedStore

__all__ = ["DATA", "small"]

DATA = b"""
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix id: <https://w3id.org/coordgraph/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:m> a cg:Mechanism ; cg:level <https://w3id.org/coordgraph/id/level/policy> ;
    cg:mechanismKind <https://w3id.org/coordgraph/id/mechanism-kind/forum> ;
    cg:inForceFrom "1996"^^<http://www.w3.org/2001/XMLSchema#gYear> ;
    cg:participation [ cg:actor <urn:a> ] , [ cg:actor <urn:b> ] .
<urn:a> a cg:Institution ; skos:prefLabel "One"@en .
<urn:b> a cg:Institution ; skos:prefLabel "Other"@en .
"""
"""The dataset in Turtle."""


@cache
def small() -> EmbeddedStore:
    """Return a store of two actors and what they meet in."""
    store = EmbeddedStore(Oxigraph())
    load_bytes(store, DATA, RdfFormat.TURTLE, graph=DefaultGraph(), name="the data")
    return store
