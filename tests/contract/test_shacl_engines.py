"""Every SHACL engine finds the same in the same data, and says the same of it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from pyoxigraph import RdfFormat, Triple, parse

from coordgraph.errors import InvalidMapping
from coordgraph.ingest.dataset import load, load_context
from coordgraph.ingest.rdf import triples_of
from coordgraph.namespace import CG
from coordgraph.resources import ONTOLOGY
from coordgraph.store import open_store, placed
from coordgraph.validation.engine import check, validate_files
from coordgraph.validation.report import Report
from coordgraph.validation.shapes import own_shapes
from tests.examples import examples
from tests.properties.graphs import EXAMPLES, KINDS, altered_examples, apart

SHAPES = ONTOLOGY / "shapes"
ENGINES = ("pyshacl", "shacl")
PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@cache
def context() -> list[Triple]:
    store = open_store()
    load_context(store)
    return [quad.triple for quad in store.quads()]


def reports(triples: Iterable[Triple], shapes: list[Path]) -> tuple[Report, Report]:
    store = open_store()
    store.oxigraph.extend(placed(triple) for triple in triples)
    first, second = (check(store, shapes, engine=engine) for engine in ENGINES)
    assert (first.engine, second.engine) == ENGINES
    return first, second


def test_all_examples_at_once_are_reported_alike() -> None:
    examples = [triple for path in EXAMPLES for triple in triples_of(path)]
    first, second = reports([*context(), *examples], own_shapes())
    assert len(first.findings) > 100
    assert first.findings == second.findings


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_shape_file_are_reported_alike(kind: str) -> None:
    shapes = [SHAPES / "common.ttl", SHAPES / f"{kind}.ttl"]
    first, second = reports([*context(), *apart(kind)], shapes)
    assert first.findings == second.findings
    assert first.findings


@pytest.mark.long
def test_the_dataset_is_reported_alike() -> None:
    first, second = reports((quad.triple for quad in load(derived=False).quads()), own_shapes())
    assert len(first.findings) > 100
    assert first.findings == second.findings


@pytest.mark.long
@examples(60, suppress_health_check=[HealthCheck.too_slow])
@given(altered_examples())
def test_data_with_mistakes_is_reported_alike(triples: list[Triple]) -> None:
    first, second = reports([*context(), *triples], own_shapes())
    assert named(first) == named(second)


def named(report: Report) -> set[tuple[str, ...]]:
    """Return findings without the labels of blank nodes, which no report keeps."""
    return {
        (
            finding.focus if finding.is_named else "_:",
            finding.path,
            "_:" if finding.value.startswith("_:") else finding.value,
            finding.shape,
            finding.component,
            finding.severity.value,
            *(f"{lang}: {words}" for lang, words in sorted(finding.messages.items())),
        )
        for finding in report.findings
    }


def both(data: str, shapes: str, folder: Path) -> tuple[Report, Report]:
    file = folder / "shapes.ttl"
    file.write_text(PREFIXES + shapes, encoding="utf-8")
    quads = parse(data.encode(), format=RdfFormat.TURTLE)
    return reports((quad.triple for quad in quads), [file])


def test_long_paths_are_written_as_sparql_does(tmp_path: Path) -> None:
    shapes = """<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property <urn:P> .
    <urn:P> sh:minCount 1 ; sh:path (
        [ sh:alternativePath ( <urn:a> [ sh:inversePath <urn:b> ] ) ]
        [ sh:zeroOrMorePath <urn:c> ] [ sh:oneOrMorePath ( <urn:d> <urn:e> ) ]
        [ sh:inversePath [ sh:zeroOrOnePath <urn:f> ] ] ) ."""
    for report in both("<urn:x> a <urn:C> .", shapes, tmp_path):
        (finding,) = report.findings
        assert finding.path == (
            "((<urn:a>|^<urn:b>)/(<urn:c>)*/((<urn:d>/<urn:e>))+/^(<urn:f>)?)"
        )


def test_a_shape_without_a_name_is_known_by_the_one_around_it(tmp_path: Path) -> None:
    shapes = """<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [
        sh:path <urn:p> ; sh:property [
            sh:path <urn:q> ; sh:maxLength 1 ; sh:message "Too long: {$this}."@en ] ] ."""
    data = '<urn:x> a <urn:C> ; <urn:p> <urn:y> . <urn:y> <urn:q> "ab" .'
    for report in both(data, shapes, tmp_path):
        (finding,) = report.findings
        assert (finding.shape, finding.focus) == ("urn:S", "urn:y")
        assert finding.messages.keys() == {"en"}


@pytest.mark.parametrize("kind", ["a sh:NodeShape ; ", ""])
def test_a_message_is_told_of_a_shape_that_neither_has_a_name_nor_belongs_to_one(
    kind: str, tmp_path: Path
) -> None:
    shapes = f"""[] {kind}sh:targetClass <urn:C> ; sh:nodeKind sh:Literal ;
        sh:message "Not so."@en, "Nicht."@de ."""
    for report in both("<urn:x> a <urn:C> .", shapes, tmp_path):
        (finding,) = report.findings
        assert finding.messages == {"en": "Not so.", "de": "Nicht."}


def test_a_shape_without_a_message_is_named_by_its_constraint(tmp_path: Path) -> None:
    shapes = """[] a sh:NodeShape ; sh:targetClass <urn:C> ;
        sh:property [ sh:path <urn:p> ; sh:minCount 2 ; sh:datatype xsd:date ;
            sh:or ( [ sh:class <urn:D> ] ) ] ."""
    for report in both('<urn:x> a <urn:C> ; <urn:p> "2001-1-1" .', shapes, tmp_path):
        assert sorted(finding.text("es") for finding in report.findings) == [
            "No se cumple: sh:datatype xsd:date.",
            "No se cumple: sh:minCount 2.",
            "No se cumple: sh:or.",
        ]


def test_things_without_a_name_keep_apart(tmp_path: Path) -> None:
    shapes = """<urn:S> a sh:NodeShape ; sh:targetSubjectsOf <urn:p> ;
        sh:property <urn:Q>, <urn:R> .
    <urn:Q> sh:path <urn:p> ; sh:nodeKind sh:Literal ; sh:or ( [ ] ) .
    <urn:R> sh:path [ sh:inversePath <urn:q> ] ; sh:minCount 1 ."""
    data = '_:y <urn:r> _:x . [] <urn:p> [ <urn:p> "1" ], "2" . [] <urn:p> _:x .'
    first, second = both(data, shapes, tmp_path)
    assert len({finding.focus for finding in first.findings}) == 3
    assert named(first) == named(second)
    assert meetings(first) == meetings(second) == 1


def meetings(report: Report) -> int:
    """Return how often the value of a finding is what another one is about."""
    things = {finding.focus for finding in report.findings}
    return sum(finding.value in things for finding in report.findings)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_thing_without_a_name_is_found_where_it_is_written(
    engine: str, tmp_path: Path
) -> None:
    file = tmp_path / "data.nt"
    lines = [f'_:n{number} <{CG}actor> "{number}" .' for number in range(5)]
    file.write_text("\n".join([*lines, f"<urn:m> <{CG}participation> _:n3 ."]), "utf-8")
    report = validate_files([file], engine=engine)
    places = {
        finding.place.line
        for finding in report.findings
        if finding.shape == CG + "ParticipationShape-basis" and finding.place
    }
    assert places == {4}


QUERY = """[] a sh:NodeShape ; sh:targetClass <urn:C> ; sh:sparql [
    sh:message "{$this}: {?value}, {$x}. {?none} {?path}"@en ;
    sh:select "SELECT $this ?value ?x { $this <urn:p> ?value ; <urn:q> ?x }" ] ."""


@pytest.mark.parametrize(
    ("value", "x", "told"),
    [
        (r'"20\\d \\1 {$x}"', "1", r"urn:x: 20\d \1 {$x}, 1. {?none} {?path}"),
        ("_:one", "_:two-2", "urn:x: _:b0, _:two-2. {?none} {?path}"),
        ('"_:one"', "<urn:y>", "urn:x: _:one, urn:y. {?none} {?path}"),
    ],
)
def test_messages_say_values_as_they_stand(
    value: str, x: str, told: str, tmp_path: Path
) -> None:
    data = f"<urn:x> a <urn:C> ; <urn:p> {value} ; <urn:q> {x} ."
    for report in both(data, QUERY, tmp_path):
        assert [finding.messages for finding in report.findings] == [{"en": told}]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_backslash_in_the_data_is_no_obstacle_to_own_shapes(
    engine: str, tmp_path: Path
) -> None:
    file = tmp_path / "data.ttl"
    said = rf'<urn:a> ; <{CG}byParty> "\\d"'
    file.write_text(f"<urn:e> a <{CG}AgreementEvent> ; <{CG}ofAgreement> {said} .", "utf-8")
    told = [finding.text() for finding in validate_files([file], engine=engine).findings]
    assert sum(words.startswith(r"\d is no party") for words in told) == 1


def test_statements_about_statements_are_no_obstacle(tmp_path: Path) -> None:
    shapes = """<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [
        sh:path <urn:p> ; sh:minCount 2 ] ."""
    data = "<urn:x> a <urn:C> ; <urn:p> <urn:y> ~ <urn:r> {| <urn:q> 1 |} ."
    for report in both(data, shapes, tmp_path):
        assert [finding.focus for finding in report.findings] == ["urn:x"]


def test_texts_with_and_without_their_datatype_are_the_same(tmp_path: Path) -> None:
    shapes = """<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; sh:property [
        sh:path <urn:p> ; sh:in ( "a" "b"^^xsd:string ) ; sh:hasValue "a" ] ."""
    data = '<urn:x> a <urn:C> ; <urn:p> "a"^^<http://www.w3.org/2001/XMLSchema#string>, "b" .'
    for report in both(data, shapes, tmp_path):
        assert report.findings == ()


def test_the_store_behind_the_reference_writes_numbers_its_own_way(tmp_path: Path) -> None:
    # Oxigraph keeps numbers by value; what is wrong is found all the same.
    file = tmp_path / "numbers.ttl"
    xsd = "http://www.w3.org/2001/XMLSchema#"
    file.write_text(
        f'<urn:s> a <{CG}Source> ; <{CG}lineCount> "-07"^^<{xsd}integer> .', "utf-8"
    )
    for engine, shown in zip(ENGINES, ("-7", "-07"), strict=True):
        found = validate_files([file], engine=engine).findings
        assert [f.value for f in found if f.shape == CG + "SourceShape-lines"] == [shown]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "shape",
    [
        'sh:sparql [ sh:select "SELECT $this WHERE { oops" ]',
        "sh:property [ sh:path [ ] ; sh:minCount 1 ]",
        'sh:property [ sh:path <urn:p> ; sh:minCount "many" ]',
    ],
)
def test_shapes_that_cannot_be_used_are_named(shape: str, engine: str, tmp_path: Path) -> None:
    file = tmp_path / "shapes.ttl"
    body = f"{PREFIXES}<urn:S> a sh:NodeShape ; sh:targetClass <urn:C> ; {shape} ."
    file.write_text(body, encoding="utf-8")
    store = open_store()
    store.oxigraph.load(b"<urn:x> a <urn:C> ; <urn:p> 1 .", format=RdfFormat.TURTLE)
    with pytest.raises(InvalidMapping, match="These shapes cannot be used"):
        check(store, [file], engine=engine)
