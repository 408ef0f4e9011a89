"""A report shows the line at fault, with a caret, and hides remarks when told to."""

import hashlib
import json
from dataclasses import replace

import pytest
import rdflib
from rdflib import XSD
from rdflib.compare import isomorphic

from coordgraph.ingest.provenance import Place
from coordgraph.validation import Finding, Report, Severity
from coordgraph.validation.formats import as_json, as_sarif, as_text, as_turtle


def finding(severity: Severity, place: Place | None) -> Finding:
    return Finding(
        focus="https://w3id.org/coordgraph/id/actor/bps",
        path="https://w3id.org/coordgraph/ns#country",
        value="x",
        severity=severity,
        messages={"en": "Not a place.", "es": "No es un lugar."},
        shape="https://w3id.org/coordgraph/ns#ActorShape-country",
        component="http://www.w3.org/ns/shacl#ClassConstraintComponent",
        place=place,
    )


NAMED = Finding(
    focus="_:b0",
    path="",
    value="https://w3id.org/coordgraph/id/place/bra",
    severity=Severity.INFO,
    messages={"": "Say it.", "es": "Dígalo."},
    shape="https://w3id.org/coordgraph/ns#ActorShape",
    component="http://www.w3.org/ns/shacl#SPARQLConstraintComponent",
)
PLACE = Place("a.ttl", 7, 5, "    cg:country <x> ;")


def test_the_line_stands_under_the_message_with_a_caret() -> None:
    text = as_text(Report((finding(Severity.VIOLATION, PLACE),), 1), excerpts=True)
    assert text.splitlines()[:4] == [
        "a.ttl:7:5: error: Not a place.",
        "        7 |     cg:country <x> ;",
        "          |     ^",
        "    actor/bps cg:country [shape cg:ActorShape-country]",
    ]


def test_without_a_place_the_thing_is_named() -> None:
    text = as_text(Report((finding(Severity.WARNING, None),), 1), lang="es")
    assert text.startswith("actor/bps: advertencia: No es un lugar.\n")
    assert text.endswith("Conforme: 0 infracciones, 1 advertencias, 0 observaciones.\n")


def test_remarks_are_counted_though_hidden() -> None:
    report = Report((finding(Severity.INFO, PLACE),), 1)
    assert as_text(report, remarks=False) == (
        "Conforms: 0 violations, 0 warnings, 1 remarks. --remarks shows the remarks.\n"
    )


def test_a_shape_that_finds_very_much_is_cut_short_in_text() -> None:
    report = Report((finding(Severity.WARNING, PLACE),) * 1_234, 1)
    lines = as_text(report, limit=2, lang="es").splitlines()
    assert lines[4:] == [
        "... y 1,232 más de esta forma (--limit 0 muestra todo) [forma cg:ActorShape-country]",
        "Conforme: 0 infracciones, 1234 advertencias, 0 observaciones.",
    ]
    assert len(as_text(report, limit=0).splitlines()) == 2 * 1_234 + 1


def test_a_longer_path_is_shown_with_short_names() -> None:
    path = "^<https://w3id.org/coordgraph/ns#inPractice>"
    report = Report((replace(finding(Severity.INFO, None), path=path),), 1)
    assert "actor/bps ^cg:inPractice [shape" in as_text(report)
    graph = rdflib.Graph().parse(as_turtle(report))
    assert len(list(graph.subjects(rdflib.SH.sourceShape))) == 1
    assert not list(graph.subjects(rdflib.SH.resultPath))


@pytest.mark.parametrize(
    ("term", "value", "written"),
    [
        ('"urn:a"', "urn:a", rdflib.Literal("urn:a")),
        ("<urn:a>", "urn:a", rdflib.URIRef("urn:a")),
        ('"1"@es', "1", rdflib.Literal("1", lang="es")),
        (
            '""^^<http://www.w3.org/2001/XMLSchema#date>',
            "",
            rdflib.Literal("", datatype=XSD.date),
        ),
        ("", "urn:a", rdflib.URIRef("urn:a")),
        ("", "two words", rdflib.Literal("two words")),
    ],
)
def test_turtle_tells_texts_from_iris(term: str, value: str, written: rdflib.term.Node) -> None:
    report = Report((replace(finding(Severity.INFO, None), value=value, term=term),), 1)
    graph = rdflib.Graph().parse(as_turtle(report))
    assert list(graph.objects(None, rdflib.SH.value)) == [written]


def test_turtle_is_the_same_each_time() -> None:
    report = Report((finding(Severity.INFO, None), finding(Severity.WARNING, None)), 1)
    assert as_turtle(report) == as_turtle(report)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (None, None),
        (Place("a.ttl", None, None, ""), {"artifactLocation": {"uri": "a.ttl"}}),
        (
            Place("a.ttl", 7, None, ""),
            {"artifactLocation": {"uri": "a.ttl"}, "region": {"startLine": 7}},
        ),
    ],
)
def test_sarif_says_of_a_place_what_is_known(
    place: Place | None, told: dict[str, object] | None
) -> None:
    report = Report((finding(Severity.VIOLATION, place),), 1)
    (result,) = json.loads(as_sarif(report, version="1"))["runs"][0]["results"]
    (location,) = result["locations"]
    assert location.get("physicalLocation") == told


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (
            Place("a.ttl", 7, 500, "x" * 600),
            ["a.ttl:7:500: error: Not a place.", "        7 | " + "x" * 97 + "..."],
        ),
        (
            Place("a.ttl", 7, 100, "\t" + "x" * 99),
            [
                "a.ttl:7:100: error: Not a place.",
                "        7 |  " + "x" * 99,
                "          | " + " " * 99 + "^",
            ],
        ),
        (
            Place("a.ttl", 7, 101, "x" * 101),
            ["a.ttl:7:101: error: Not a place.", "        7 | " + "x" * 97 + "..."],
        ),
        (Place("a.ttl", 7, None, "x"), ["a.ttl:7: error: Not a place.", "        7 | x"]),
        (Place("a.ttl", None, None, "x"), ["a.ttl: error: Not a place."]),
    ],
)
def test_a_caret_stands_under_what_is_shown(place: Place, shown: list[str]) -> None:
    text = as_text(Report((finding(Severity.VIOLATION, place),), 1), excerpts=True)
    assert text.splitlines()[:-2] == shown


def test_as_many_findings_of_a_shape_are_shown_as_are_asked_for() -> None:
    other = replace(NAMED, shape="https://w3id.org/coordgraph/ns#AShape")
    report = Report((finding(Severity.WARNING, PLACE),) * 2 + (other,) * 4, 1)
    assert as_text(report, limit=2) == (
        "a.ttl:7:5: warning: Not a place.\n"
        "    actor/bps cg:country [shape cg:ActorShape-country]\n"
        "a.ttl:7:5: warning: Not a place.\n"
        "    actor/bps cg:country [shape cg:ActorShape-country]\n"
        "_:b0: remark: Dígalo.\n"
        "    _:b0 [shape cg:AShape]\n"
        "_:b0: remark: Dígalo.\n"
        "    _:b0 [shape cg:AShape]\n"
        "... and 2 more of this shape (--limit 0 shows all) [shape cg:AShape]\n"
        "Conforms: 0 violations, 2 warnings, 4 remarks.\n"
    )
    assert "more of this shape" not in as_text(report, limit=4)


def test_json_says_all_of_a_finding() -> None:
    written = as_json(Report((finding(Severity.VIOLATION, PLACE), NAMED), 1))
    assert written.startswith('{\n  "conforms": false,\n')
    assert written.endswith("\n}\n")
    assert "Dígalo" in written
    assert json.loads(written) == {
        "conforms": False,
        "counts": {"Violation": 1, "Warning": 0, "Info": 1},
        "findings": [
            {
                "severity": "Violation",
                "file": "a.ttl",
                "line": 7,
                "column": 5,
                "focus": "https://w3id.org/coordgraph/id/actor/bps",
                "path": "https://w3id.org/coordgraph/ns#country",
                "value": "x",
                "message": "Not a place.",
                "messages": {"en": "Not a place.", "es": "No es un lugar."},
                "shape": "https://w3id.org/coordgraph/ns#ActorShape-country",
                "component": "http://www.w3.org/ns/shacl#ClassConstraintComponent",
            },
            {
                "severity": "Info",
                "file": None,
                "line": None,
                "column": None,
                "focus": "_:b0",
                "path": None,
                "value": "https://w3id.org/coordgraph/id/place/bra",
                "message": "Dígalo.",
                "messages": {"": "Say it.", "es": "Dígalo."},
                "shape": "https://w3id.org/coordgraph/ns#ActorShape",
                "component": "http://www.w3.org/ns/shacl#SPARQLConstraintComponent",
            },
        ],
    }


def test_sarif_says_all_of_a_finding() -> None:
    report = Report((finding(Severity.WARNING, PLACE), NAMED), 1)
    written = as_sarif(report, version="1.2", lang="es")
    assert written.startswith('{\n  "$schema"')
    assert written.endswith("\n}\n")
    assert "Dígalo" in written
    assert json.loads(written) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "coordgraph",
                        "version": "1.2",
                        "rules": [{"id": "cg:ActorShape"}, {"id": "cg:ActorShape-country"}],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "cg:ActorShape-country",
                        "ruleIndex": 1,
                        "level": "warning",
                        "message": {"text": "No es un lugar."},
                        "locations": [
                            {
                                "logicalLocations": [
                                    {
                                        "fullyQualifiedName": (
                                            "https://w3id.org/coordgraph/id/actor/bps"
                                        )
                                    }
                                ],
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "a.ttl"},
                                    "region": {"startLine": 7, "startColumn": 5},
                                },
                            }
                        ],
                    },
                    {
                        "ruleId": "cg:ActorShape",
                        "ruleIndex": 0,
                        "level": "note",
                        "message": {"text": "Dígalo."},
                        "locations": [{"logicalLocations": [{"fullyQualifiedName": "_:b0"}]}],
                    },
                ],
            }
        ],
    }


def test_turtle_says_all_of_a_finding() -> None:
    other = finding(Severity.WARNING, PLACE)
    written = as_turtle(Report((other, NAMED), 1)).decode()
    assert written.startswith("@prefix cg:")
    assert "@prefix sh:" in written
    assert "sh:conforms true" in written
    assert "sh:resultSeverity sh:Warning" in written
    said = (
        f"{NAMED.focus}\n\n{NAMED.value}\n{NAMED.shape}\nDígalo.",
        f"{other.focus}\n{other.path}\nx\n{other.shape}\nNot a place.",
    )
    names = [hashlib.sha256(one.encode()).hexdigest()[:16] for one in said]
    expected = f"""
    @prefix cg: <https://w3id.org/coordgraph/ns#> .
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @base <https://w3id.org/coordgraph/id/> .
    <report/validation> a sh:ValidationReport ;
        sh:conforms true ; sh:result <report/{names[0]}>, <report/{names[1]}> .
    <report/{names[0]}> a sh:ValidationResult ;
        sh:focusNode _:b0 ; sh:sourceShape cg:ActorShape ; sh:value <place/bra> ;
        sh:sourceConstraintComponent sh:SPARQLConstraintComponent ;
        sh:resultSeverity sh:Info ; sh:resultMessage "Say it.", "Dígalo."@es .
    <report/{names[1]}> a sh:ValidationResult ;
        sh:focusNode <actor/bps> ; sh:resultPath cg:country ; sh:value "x" ;
        sh:sourceShape cg:ActorShape-country ;
        sh:sourceConstraintComponent sh:ClassConstraintComponent ;
        sh:resultSeverity sh:Warning ;
        sh:resultMessage "Not a place."@en, "No es un lugar."@es .
    """
    wanted, found = (rdflib.Graph().parse(data=one) for one in (expected, written))
    assert isomorphic(wanted, found)


def test_messages_name_things_in_short_and_the_verdict_counts_violations() -> None:
    about = {"en": "See https://w3id.org/coordgraph/id/place/bra."}
    found = replace(finding(Severity.VIOLATION, None), messages=about)
    assert as_text(Report((found,), 1)) == (
        "actor/bps: error: See place/bra.\n"
        "    actor/bps cg:country [shape cg:ActorShape-country]\n"
        "Does not conform: 1 violations, 0 warnings, 0 remarks.\n"
    )


def test_findings_about_one_thing_without_a_name_are_about_one_in_turtle() -> None:
    report = Report((NAMED, replace(NAMED, value="x")), 1)
    graph = rdflib.Graph().parse(as_turtle(report))
    assert len(set(graph.subjects(rdflib.SH.focusNode))) == 2
    assert len(set(graph.objects(None, rdflib.SH.focusNode))) == 1
