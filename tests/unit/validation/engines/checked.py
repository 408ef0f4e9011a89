"""Small data and shapes that tests of engines share, and what every engine finds there."""

from collections.abc import Iterator

import rdflib
from pyoxigraph import RdfFormat, Triple, parse
from rdflib import SH, XSD

from coordgraph.store import into_rdflib
from coordgraph.validation.engines import Engine, Result
from coordgraph.validation.statements import written

__all__ = ["DATA", "EXPECTED", "PREFIXES", "SHAPES", "checked"]

PREFIXES = f"@prefix sh: <{SH}> . @prefix xsd: <{XSD}> . @prefix : <urn:> .\n"
DATA = """:x :p "long"@en , "2001-2-3"^^xsd:date , _:b , :y .
_:z :r _:a . _:a :q _:b . _:b :p _:a ."""
SHAPES = """:S a sh:NodeShape ; sh:targetSubjectsOf :p ; sh:property :P , _:inverse ;
    sh:nodeKind sh:BlankNode ; sh:message "No blank node." .
:P sh:path :p ; sh:maxLength 2 ; sh:severity sh:Warning ; sh:message "Long."@en , "Lang."@de .
_:inverse sh:path [ sh:inversePath :q ] ; sh:minCount 1 ; sh:message "Give a q." .
:V a sh:NodeShape ; sh:targetObjectsOf :p ; sh:nodeKind sh:IRI ; sh:message "No IRI." ."""

_DATE = f'"2001-2-3"^^<{XSD.date}>'


def _of_kind(focus: str, value: str, shape: str, message: str) -> Result:
    kind, violation = str(SH.NodeKindConstraintComponent), str(SH.Violation)
    return Result(focus, "", value, focus, shape, kind, violation, (message,))


def _long(focus: str, value: str, words: str) -> Result:
    component, warning = str(SH.MaxLengthConstraintComponent), str(SH.Warning)
    messages = ("Lang.", "Long.")
    return Result(focus, "urn:p", value, words, "urn:P", component, warning, messages)


EXPECTED = [
    _of_kind("2001-2-3", _DATE, "urn:V", "No IRI."),
    _of_kind("_:a", "_:a", "urn:V", "No IRI."),
    _of_kind("_:b", "_:b", "urn:V", "No IRI."),
    _long("_:b", "_:a", "_:a"),
    _of_kind("long", '"long"@en', "urn:V", "No IRI."),
    _of_kind("urn:x", "<urn:x>", "urn:S", "No blank node."),
    Result(
        "urn:x", "^<urn:q>", "", "", "_:inverse",
        str(SH.MinCountConstraintComponent), str(SH.Violation), ("Give a q.",),
    ),
    _long("urn:x", _DATE, "2001-2-3"),
    _long("urn:x", '"long"@en', "long"),
    _long("urn:x", "<urn:y>", "urn:y"),
    _long("urn:x", "_:b", "_:b"),
]  # fmt: skip


def checked(engine: Engine, data: str, shapes: str) -> list[Result]:
    """Return what an engine finds, in order, the messages of each result in theirs."""
    graph = rdflib.Graph()
    for one in _triples(shapes):
        subject, predicate, value = map(into_rdflib, (one.subject, one.predicate, one.object))
        graph.add((subject, predicate, value))
    with written(_triples(data)) as statements:
        found = engine(statements, graph)
    return sorted(one._replace(messages=tuple(sorted(one.messages))) for one in found)


def _triples(turtle: str) -> Iterator[Triple]:
    return (quad.triple for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE))
