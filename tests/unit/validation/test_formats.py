"""A report shows the line at fault, with a caret, and hides remarks when told to."""

import json
from dataclasses import replace

import pytest
import rdflib

from coordgraph.ingest.provenance import Place
from coordgraph.validation import Finding, Report, Severity
from coordgraph.validation.formats import as_sarif, as_text, as_turtle


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


def test_a_message_in_another_language_is_better_than_none() -> None:
    assert finding(Severity.INFO, None).text("pt") == "Not a place."


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


def test_no_caret_stands_under_what_is_not_shown() -> None:
    far = Place("a.ttl", 7, 500, "x" * 600)
    text = as_text(Report((finding(Severity.VIOLATION, far),), 1), excerpts=True)
    assert "..." in text
    assert "^" not in text


def test_without_any_message_it_is_said_that_the_shape_is_not_met() -> None:
    silent = replace(finding(Severity.VIOLATION, None), messages={})
    assert silent.text("es") == "This does not conform to the shape."
    other = replace(silent, messages={"de": "Kein Ort."})
    assert other.text() == "Kein Ort."
