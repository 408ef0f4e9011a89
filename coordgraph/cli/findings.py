"""How findings are printed for people: with colours and the lines at fault on a terminal."""

import sys

import click

from coordgraph.validation import Report, Severity
from coordgraph.validation.formats import LIMIT, as_text

__all__ = ["report_text"]


def report_text(report: Report, lang: str, *, remarks: bool = False, limit: int = LIMIT) -> str:
    """Return a report as text, as standard output takes it."""
    terminal = sys.stdout.isatty()
    text = as_text(report, lang=lang, excerpts=terminal, remarks=remarks, limit=limit)
    return _coloured(text, report) if terminal else text


def _coloured(text: str, report: Report) -> str:
    colour = "green" if report.conforms else "red"
    body, _, verdict = text.rstrip("\n").rpartition("\n")
    shown = click.style(verdict, fg=colour, bold=True)
    if report.count(Severity.WARNING) and report.conforms:
        shown = click.style(verdict, fg="yellow", bold=True)
    return f"{body}\n{shown}\n" if body else f"{shown}\n"
