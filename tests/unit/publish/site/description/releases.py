"""A small dataset, published with what its publisher states of it."""

from pathlib import Path

from pyoxigraph import Dataset, NamedNode, Quad, RdfFormat, parse

from coordgraph.publish.site.publishing import publish
from tests.unit.publish.site.dumps.dataset import store_of

BASE = "https://example.org/kg/"
DATA = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix id: <https://example.org/kg/id/> .
<https://example.org/kg/graph/one> {
  id:a a cg:Institution ; skos:prefLabel "A"@en , "Á"@es ;
    skos:exactMatch <http://www.wikidata.org/entity/Q1> , <https://ror.org/0> .
  id:b a cg:Institution, cg:Unit ; skos:prefLabel "B" .
  id:m cg:signedOn "1990"^^xsd:gYear ; cg:inForceFrom "1991-05-01"^^xsd:date .
  id:s a cg:Source .
}
<https://example.org/kg/graph/derived> {
  id:a cg:coordinatesWith id:b . id:b cg:coordinatesWith id:a ; a cg:Unit .
}
"""
ABOUT = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<> a dcat:Dataset ; dcterms:title "Ours"@en , "Nuestro"@es ;
  dcterms:description "What we know."@en ;
  dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
  dcterms:publisher [ a foaf:Organization ; foaf:name "The Office" ] ;
  dcterms:modified "2026-01-31"^^xsd:date ; dcat:keyword "data"@en ; dcat:version "7" .
"""


def about_file(folder: Path, text: str = ABOUT) -> Path:
    path = folder / "about.ttl"
    path.write_text(text, encoding="utf-8")
    return path


def release(folder: Path, data: str = DATA) -> Path:
    site = folder / "site"
    publish(store_of(data), site, base=BASE, about=about_file(folder), langs=("en", "es"))
    return site


def read(path: Path) -> Dataset:
    form = RdfFormat.from_extension(path.suffix[1:])
    assert form is not None
    return Dataset(parse(path.read_bytes(), format=form))


def values(found: Dataset, subject: str, predicate: NamedNode) -> list[str]:
    quads: list[Quad] = list(found.quads_for_subject(NamedNode(subject)))
    return sorted(
        getattr(quad.object, "value", "") for quad in quads if quad.predicate == predicate
    )
