"""
Both engines give the reports of the W3C's SHACL test suite.

Set COORDGRAPH_W3C_SHACL to the folder ``data-shapes-test-suite/tests`` of a copy of
https://github.com/w3c/data-shapes; without it, the tests are skipped.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlparse

import pytest
import rdflib
from pyoxigraph import Triple, parse
from rdflib import RDF, Namespace
from rdflib.term import Node

from coordgraph.errors import InvalidMapping
from coordgraph.store import from_rdflib, into_rdflib
from coordgraph.validation.engines import Engine, Result
from coordgraph.validation.engines.pyshacl import by_pyshacl, results_in
from coordgraph.validation.engines.shacl import by_shacl
from coordgraph.validation.statements import written

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")
FOLDER = os.environ.get("COORDGRAPH_W3C_SHACL", "")
MISSED: dict[str, dict[str, str]] = {
    "pyshacl": {
        "sparql/node/prefixes-001": "does not follow owl:imports to prefixes",
        "sparql/pre-binding/shapesGraph-001": "knows no $shapesGraph, which is optional",
        "core/property/uniqueLang-002": 'takes sh:uniqueLang "1" for true',
    },
    "shacl": {
        "sparql/pre-binding/unsupported-sparql-004": "takes subqueries that lack $this",
    },
}
"""What an engine is known to miss, and why."""


class Case(NamedTuple):
    """One test: data, shapes, and the report that is expected, or none where it fails."""

    name: str
    file: Path
    node: Node


def cases() -> Iterator[Case]:
    for path in sorted(Path(FOLDER).rglob("*.ttl")) if FOLDER else ():
        graph = parsed(path)
        for node in sorted(graph.subjects(RDF.type, SHT.Validate), key=str):
            yield Case(str(path.relative_to(FOLDER).with_suffix("")), path, node)


def parsed(path: Path) -> rdflib.Graph:
    """Return a file as a graph whose literals stay as they are written."""
    graph = rdflib.Graph()
    for quad in parse(path=path, base_iri=path.absolute().as_uri()):
        subject, predicate, value = map(into_rdflib, quad.triple)
        graph.add((subject, predicate, value))
    return graph


def linked(graph: rdflib.Graph, action: Node, predicate: Node) -> rdflib.Graph:
    link = str(graph.value(action, predicate))
    return parsed(Path(unquote(urlparse(link).path)))


def triples(graph: rdflib.Graph) -> Iterator[Triple]:
    for statement in graph:
        yield Triple(*map(from_rdflib, statement))  # type: ignore[arg-type]


def told(results: list[Result]) -> Counter[tuple[str, ...]]:
    """Return what the suite compares; blank nodes, which have no names, are all alike."""
    return Counter(
        tuple(
            "_:" if part.startswith("_:") else part
            for part in (*one[:3], one.shape, one.component, one.severity)
        )
        for one in results
    )


@pytest.mark.skipif(not FOLDER, reason="COORDGRAPH_W3C_SHACL names no folder")
@pytest.mark.parametrize("engine", [by_pyshacl, by_shacl], ids=["pyshacl", "shacl"])
@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_the_report_is_the_expected_one(
    case: Case, engine: Engine, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id.rpartition("-")[2]
    if reason := MISSED[name].get(case.name):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    graph = parsed(case.file)
    action, expected = graph.value(case.node, MF.action), graph.value(case.node, MF.result)
    assert action is not None
    shapes = linked(graph, action, SHT.shapesGraph)
    with written(triples(linked(graph, action, SHT.dataGraph))) as statements:
        if expected == SHT.Failure:
            with pytest.raises(InvalidMapping):
                engine(statements, shapes)
            return
        found = engine(statements, shapes)
    assert told(found) == told(results_in(graph))
