"""A dataset whose labels and addresses try what anybody may write."""

from pathlib import Path

from coordgraph.ingest.source import read_files
from coordgraph.namespace import CG, ID
from coordgraph.store import EmbeddedStore

__all__ = ["BASE", "LONG", "hostile"]

BASE = "https://example.org/kg/"
LONG = "Ñ" * 10_000

_TURTLE = f"""
@prefix cg: <{CG}> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <{BASE}id/> .
<actor/script> a cg:Institution ;
    skos:prefLabel "<script>alert(1)</script>"@en, "\\"><img src=x onerror=alert(2)>"@es ;
    skos:altLabel "</script><script>alert(3)</script>"@en ;
    dcterms:description "<b>bold</b> & <!-- "@en ;
    skos:exactMatch <javascript:alert(4)>, <data:text/html,alert(5)>, <https://example.com/a> ;
    foaf:homepage <javascript:alert(6)> ;
    cg:signedOn "1999-13-45"^^xsd:string .
<actor/arabic> a cg:Institution ; skos:prefLabel "مؤسسة الضمان الاجتماعي"@ar .
<actor/long> a cg:Institution ; skos:prefLabel "{LONG}"@en, "{LONG}"@pt .
<mechanism/m> a cg:Mechanism ; dcterms:title "' onmouseover='alert(7)"@en ;
    cg:level <{ID}level/policy> ; cg:participation <p/1>, <p/2>, <p/3> ;
    cg:evidence <source/s> .
<p/1> a cg:Participation ; cg:actor <actor/script> ; cg:evidence <source/s> .
<p/2> a cg:Participation ; cg:actor <actor/arabic> .
<p/3> a cg:Participation ; cg:actor <actor/long> .
<source/s> a cg:Source ; dcterms:title "javascript:alert(8)" ;
    foaf:page <javascript:alert(9)> .
<urn:x:y> a cg:Practice ; skos:prefLabel "Elsewhere"@en .
<../assets/style> a cg:Practice ; skos:prefLabel "In the way"@en .
"""


def hostile(folder: Path) -> EmbeddedStore:
    """Return the dataset, read from a file in this folder."""
    path = folder / "hostile.ttl"
    path.write_text(_TURTLE, encoding="utf-8")
    return read_files([str(path)])
