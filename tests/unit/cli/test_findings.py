"""On a terminal the verdict has the colour of what it says."""

import sys

import click
import pytest

from coordgraph.cli.findings import report_text
from coordgraph.validation import Report, Severity
from tests.unit.validation.test_formats import PLACE, finding


@pytest.mark.parametrize(
    ("found", "colour"),
    [
        ((), "green"),
        ((Severity.INFO,), "green"),
        ((Severity.WARNING,), "yellow"),
        ((Severity.WARNING, Severity.VIOLATION), "red"),
    ],
)
def test_a_verdict_is_green_yellow_or_red(
    found: tuple[Severity, ...], colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report(tuple(finding(severity, PLACE) for severity in found), 1)
    plain = report_text(report, "en", remarks=True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = report_text(report, "en", remarks=True)
    *body, verdict = shown.splitlines()
    assert verdict == click.style(click.unstyle(verdict), fg=colour, bold=True)
    assert click.unstyle(verdict) == plain.splitlines()[-1]
    assert bool(body) == bool(found)
