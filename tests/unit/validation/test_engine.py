"""What is checked is what is given; what is known besides is known and not checked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, Triple

from coordgraph.ingest.provenance import Locator
from coordgraph.store import EmbeddedStore, as_store, open_store
from coordgraph.validation import engine as module
from coordgraph.validation.engine import (
    check,
    validate,
    validate_dataset,
    validate_files,
    validate_statements,
)
from coordgraph.validation.engines import Result
from coordgraph.validation.report import Report
from coordgraph.validation.shapes import own_shapes
from coordgraph.validation.statements import Statements

BODY = "<urn:a> <urn:p> <urn:b> .\n"
SHAPES = "<urn:S> a <http://www.w3.org/ns/shacl#NodeShape> ."
BESIDE = [Quad(NamedNode("urn:c"), NamedNode("urn:p"), NamedNode("urn:d"))]


def about(thing: str) -> Result:
    return Result(thing, "", "", "", "urn:S", "urn:component", "", ("No.",))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[rdflib.Graph]]:
    """Let an engine find something of everything, and list the shapes that it was given."""
    given: list[rdflib.Graph] = []

    def finding(statements: Statements, shapes: rdflib.Graph) -> list[Result]:
        given.append(shapes)
        return [about(str(triple.subject).strip("<>")) for triple in statements.triples()]

    def context() -> EmbeddedStore:
        store = open_store()
        store.oxigraph.add(Quad(NamedNode("urn:y"), NamedNode("urn:p"), NamedNode("urn:z")))
        return store

    def whole(*, derived: bool) -> EmbeddedStore:
        assert derived is False
        store = open_store()
        for thing in "vw":
            store.oxigraph.add(
                Quad(NamedNode(f"urn:{thing}"), NamedNode("urn:p"), NamedNode("urn:z"))
            )
        return store

    monkeypatch.setattr(module, "chosen", lambda name, _size: (name, finding))
    monkeypatch.setattr(module, "ontology", context)
    monkeypatch.setattr(module, "load", whole)
    yield given
    assert given


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    found = tmp_path / "data" / "a.ttl"
    found.write_text(BODY, encoding="utf-8")
    return found


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    found = tmp_path / "shapes.ttl"
    found.write_text(SHAPES, encoding="utf-8")
    return found


def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=BODY)


def own() -> list[Triple]:
    return [quad.triple for quad in as_store(graph()).quads()]


def told(report: Report) -> tuple[list[str], str, int]:
    return [finding.focus for finding in report.findings], report.engine, report.statements


def places(report: Report) -> list[int | None]:
    return [finding.place.line if finding.place else None for finding in report.findings]


def test_a_graph_is_checked_beside_what_the_ontology_knows(
    asked: list[rdflib.Graph], file: Path
) -> None:
    report = validate(graph())
    assert told(report) == (["urn:a"], "auto", 2)
    assert (
        report.shapes
        == len(set(asked[0].subjects(rdflib.RDF.type, rdflib.SH.NodeShape)))
        > len(own_shapes())
    )
    assert told(validate(graph(), beside=BESIDE, engine="x")) == (["urn:a"], "x", 3)
    assert told(validate(graph(), with_dataset=True)) == (["urn:a"], "auto", 3)
    assert places(report) == [None]
    assert places(validate(graph(), locator=Locator([file]))) == [1]


def test_with_other_shapes_nothing_is_added_but_what_is_given_beside(
    asked: list[rdflib.Graph], shapes: Path
) -> None:
    report = validate(graph(), shapes=shapes, with_dataset=True)
    assert (told(report), report.shapes, len(asked[0])) == ((["urn:a"], "auto", 1), 1, 1)
    assert told(validate(graph(), shapes=shapes, beside=BESIDE)) == (["urn:a"], "auto", 2)


def test_statements_are_checked_as_a_graph_is(asked: list[rdflib.Graph], file: Path) -> None:
    report = validate_statements(iter(own()), locator=Locator([file]))
    assert (told(report), places(report)) == ((["urn:a"], "auto", 2), [1])
    assert len(asked[0]) > len(own_shapes())
    assert told(validate_statements(own(), beside=BESIDE, engine="x")) == (["urn:a"], "x", 3)


@pytest.mark.usefixtures("asked")
def test_files_and_folders_of_them_are_checked_with_their_lines(
    file: Path, shapes: Path
) -> None:
    for given in (file, file.parent):
        report = validate_files([given])
        assert (told(report), places(report)) == ((["urn:a"], "auto", 2), [1])
    assert told(validate_files([file], with_dataset=True)) == (["urn:a"], "auto", 3)
    alone = validate_files([file], shapes=shapes, engine="x")
    assert (told(alone), alone.shapes) == ((["urn:a"], "x", 1), 1)


@pytest.mark.usefixtures("asked")
def test_a_store_is_checked_against_some_shapes_alone(file: Path, shapes: Path) -> None:
    store = as_store(graph())
    assert told(check(store, [shapes])) == (["urn:a"], "auto", 1)
    placed = check(store, [shapes], locator=Locator([file]), engine="x")
    assert (told(placed), placed.shapes, places(placed)) == ((["urn:a"], "x", 1), 1, [1])


@pytest.mark.usefixtures("asked")
def test_the_dataset_is_checked_with_its_places(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "dataset_locator", lambda: Locator([file]))
    file.write_text("<urn:w> <urn:p> <urn:z> .", encoding="utf-8")
    report = validate_dataset()
    assert (told(report), places(report)) == ((["urn:v", "urn:w"], "auto", 3), [None, 1])
    assert validate_dataset(engine="x").engine == "x"
