"""How findings are told people: with colours and lines at fault on a terminal, and by whom."""

import sys
from gettext import gettext as _

import click

from coordgraph.cli.visible import visible
from coordgraph.validation import Report, Severity
from coordgraph.validation.engines import LARGE
from coordgraph.validation.formats import LIMIT, as_text

__all__ = ["report_text", "say_engine"]


def report_text(report: Report, lang: str, *, remarks: bool = False, limit: int = LIMIT) -> str:
    """Return a report as text, as standard output takes it."""
    terminal = sys.stdout.isatty()
    text = visible(as_text(report, lang=lang, excerpts=terminal, remarks=remarks, limit=limit))
    return _coloured(text, report) if terminal else text


def _coloured(text: str, report: Report) -> str:
    colour = "green" if report.conforms else "red"
    body, _, verdict = text.rstrip("\n").rpartition("\n")
    shown = click.style(verdict, fg=colour, bold=True)
    if report.count(Severity.WARNING) and report.conforms:
        shown = click.style(verdict, fg="yellow", bold=True)
    return f"{body}\n{shown}\n" if body else f"{shown}\n"


def say_engine(report: Report, engine: str) -> None:
    """Say which engine checked, where the user might expect another one."""
    checked = _("... {count:,} statements checked by {engine}").format(
        count=report.statements, engine=report.engine
    )
    if report.engine == "shacl" and engine == "auto":
        click.echo(
            _("{checked}, the fast engine; --engine pyshacl is the reference").format(
                checked=checked
            ),
            err=True,
        )
    if report.engine == "pyshacl" and engine == "auto" and report.statements >= LARGE:
        remedy = _("{command} makes this faster").format(
            command="pip install 'coordgraph[fast]'"
        )
        click.echo(f"{checked}; {remedy}", err=True)
