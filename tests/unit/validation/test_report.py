"""A report counts by severity, and a finding speaks the language that is asked for."""

import pytest

from coordgraph.validation import Finding, Report, Severity


def finding(messages: dict[str, str], severity: Severity = Severity.WARNING) -> Finding:
    return Finding("urn:a", "", "", severity, messages, "urn:s", "urn:c")


@pytest.mark.parametrize(
    ("messages", "lang", "said"),
    [
        ({"es": "No.", "pt": "Não.", "en": "Not so."}, "pt", "Não."),
        ({"es": "No.", "pt": "Não.", "en": "Not so."}, "de", "Not so."),
        ({"de": "Nein.", "": "Not so."}, "en", "Not so."),
        ({"de": "Nein.", "fr": "Non."}, "en", "Nein."),
        ({}, "en", "This does not conform to the shape."),
    ],
)
def test_a_message_is_in_the_language_that_is_asked_for_or_else_in_a_known_one(
    messages: dict[str, str], lang: str, said: str
) -> None:
    assert finding(messages).text(lang) == said


def test_only_violations_keep_data_from_conforming() -> None:
    graver = finding({}, Severity.VIOLATION)
    assert Report((finding({}), finding({}, Severity.INFO)), 1).conforms
    report = Report((graver, finding({})), 1)
    assert not report.conforms
    assert report.of(Severity.VIOLATION) == (graver,)
    assert [report.count(severity) for severity in Severity] == [1, 1, 0]


def test_severities_are_ranked_gravest_first() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2]
