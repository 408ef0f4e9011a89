"""Every shape accepts its conforming examples and reports exactly what the others violate."""

from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, SH

from coordgraph.ingest.dataset import load_context
from coordgraph.resources import ONTOLOGY
from coordgraph.store import open_store, placed
from coordgraph.validation.engine import check
from coordgraph.validation.report import Report
from tests.properties.graphs import EXAMPLES, apart

SHAPES = ONTOLOGY / "shapes"
FILES = sorted(path for path in SHAPES.glob("*.ttl") if path.stem != "common")


@cache
def report(kind: str) -> Report:
    """Return what is found in all examples of a shape file, none of which meets another."""
    store = open_store()
    load_context(store)
    store.oxigraph.extend(map(placed, apart(kind)))
    return check(store, [SHAPES / "common.ttl", SHAPES / f"{kind}.ttl"])


def facets(example: Path) -> set[str]:
    return {
        finding.shape.rpartition("-")[2]
        for finding in report(example.parent.name).findings
        if finding.focus.startswith(f"https://example.org/{example.stem}/")
    }


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_an_example_breaks_what_its_name_says_and_nothing_else(example: Path) -> None:
    verdict, *rest = example.stem.split("-")
    assert facets(example) == (set() if verdict == "conforms" else {rest[0]})


@cache
def graph_of(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path)


def constraints(path: Path) -> dict[str, rdflib.term.Node]:
    """Return the constraints of a shape file by facet, with the node that bears the message."""
    graph = graph_of(path)
    own = dict.fromkeys(graph.subjects(RDF.type, SH.PropertyShape))
    queried = {
        shape: graph.value(shape, SH.sparql) for shape in graph.subjects(SH.sparql, None)
    }
    return {
        str(shape).rpartition("-")[2]: query or shape
        for shape, query in {**own, **queried}.items()
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_constraint_has_a_violating_example(path: Path) -> None:
    shown = {
        example.stem.split("-")[1]
        for example in EXAMPLES
        if example.parent.name == path.stem and example.stem.startswith("violates-")
    }
    assert shown == set(constraints(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_shape_file_has_a_conforming_example(path: Path) -> None:
    assert list((SHAPES / "examples" / path.stem).glob("conforms-*.ttl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_constraint_speaks_three_languages(path: Path) -> None:
    for facet, node in constraints(path).items():
        messages = graph_of(path).objects(node, SH.message)
        languages = sorted(message.language or "" for message in messages)  # type: ignore[attr-defined]
        assert languages == ["en", "es", "pt"], facet


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_shape_says_what_it_is(path: Path) -> None:
    graph = graph_of(path)
    for shape in graph.subjects(SH.property, None):
        assert graph.value(shape, RDFS.label)
        assert graph.value(shape, RDFS.comment)


def test_there_are_no_examples_without_a_shape() -> None:
    assert {path.name for path in (SHAPES / "examples").iterdir()} == {
        path.stem for path in FILES
    }
