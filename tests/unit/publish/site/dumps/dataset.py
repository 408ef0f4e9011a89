"""A small dataset with what is hard to write: every kind of value, and blank nodes."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from unittest.mock import patch

import rdflib
from pyld import jsonld
from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.canonical import canonical as rdfc
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.dumps.statements import Statements
from coordgraph.publish.site.dumps.writing import Dumps, write_dumps
from coordgraph.publish.site.output import Output
from coordgraph.store import EmbeddedStore, open_store

ODD = r"""
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/kg/id/> .
<https://example.org/kg/graph/one> {
  ex:a a cg:Institution, <urn:x:Class> ; skos:prefLabel "A & <b>"@en, "Á"@es, "plain" ;
    cg:level <https://w3id.org/coordgraph/id/level/policy> ;
    cg:signedOn "1990"^^xsd:gYear, "1990-02-01"^^xsd:date ;
    cg:asserted true ; cg:weightCount 3 ; cg:firstLine "+03"^^xsd:integer ;
    cg:weightNewman 0.50 ; <http://example.org/vocab/size> 1.0e3 ;
    cg:locator "quote \" backslash \\ newline \n return \r tab \t end" ;
    <urn:example:named> ex:a , _:b , "x" ; skos:note "a"@en-gb, "b"@en-gb .
  _:b skos:note "blank" ; cg:evidence _:c . _:c cg:evidence _:b .
  ex:property a <http://www.w3.org/2002/07/owl#Class> .
}
<https://example.org/kg/graph/two> {
  ex:a skos:prefLabel "Á"@es . ex:b a cg:Unit ; cg:text "" .
}
{ ex:a a <https://example.org/Free> . }
"""


def store_of(trig: str | bytes | Iterable[Quad]) -> EmbeddedStore:
    store = open_store()
    if isinstance(trig, (str, bytes)):
        store.oxigraph.load(trig, format=RdfFormat.TRIG)
    else:
        store.oxigraph.extend(trig)
    return store


def dump(store: EmbeddedStore, folder: Path, base: str = "https://example.org/kg/") -> Dumps:
    output = Output(folder)
    statements = Statements(rdfc(store))
    return write_dumps(statements, Formats.of(statements), Addresses.under(base), output)


def canonical(quads: Iterable[Quad]) -> list[str]:
    found = Dataset(quads)
    found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, found))


def flat(quads: Iterable[Quad]) -> list[str]:
    return canonical(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def by_pyoxigraph(path: Path) -> list[Quad]:
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    form = RdfFormat.from_extension(path.name.removesuffix(".gz").rpartition(".")[2])
    assert form is not None
    return list(parse(body, format=form, base_iri="https://elsewhere.org/"))


def by_rdflib(path: Path) -> list[Quad]:
    form = {"jsonld": "json-ld", "rdf": "xml", "nq": "nquads"}.get(path.suffix[1:])
    with patch("rdflib.NORMALIZE_LITERALS", new=False):
        found = rdflib.Dataset().parse(path, format=form or path.suffix[1:])
    nquads = found.serialize(format="nquads")
    return list(parse(nquads, format=RdfFormat.N_QUADS))


def by_pyld(path: Path) -> list[Quad]:
    made = jsonld.to_rdf(json.loads(path.read_text("utf-8")), {"format": "application/n-quads"})
    return list(parse(made, format=RdfFormat.N_QUADS))


def without_doubles(quads: Iterable[Quad]) -> list[Quad]:
    """Leave out what PyLD writes anew, as the same number in another form."""
    return [quad for quad in quads if "#double>" not in str(quad.object)]


def named(subject: str, predicate: str, value: str) -> Quad:
    return Quad(NamedNode(subject), NamedNode(predicate), Literal(value))
