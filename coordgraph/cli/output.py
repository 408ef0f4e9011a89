"""How answers are printed: a table for people; CSV, TSV, JSON or JSON lines for programs."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from coordgraph.cli.visible import HIDDEN
from coordgraph.namespace import shrink
from coordgraph.tables import csv_text, plain_cell

__all__ = ["chosen", "rows_as"]

Rows = Iterable[Mapping[str, Any]]


def chosen(form: str | None, *, terminal: str = "table", other: str = "csv") -> str:
    """Return the format asked for, else one for a terminal or for a program."""
    return form or (terminal if sys.stdout.isatty() else other)


def rows_as(form: str, columns: Sequence[str], rows: Rows, *, title: str = "") -> None:
    """Print rows on standard output in one of the formats."""
    _WRITERS[form](columns, rows, title)


def _separated(delimiter: str) -> Callable[[Sequence[str], Rows, str], None]:
    def write(columns: Sequence[str], rows: Rows, title: str) -> None:
        del title
        click.echo(csv_text(columns, rows, delimiter=delimiter), nl=False)

    return write


def _json(columns: Sequence[str], rows: Rows, title: str) -> None:
    del title
    listed = [{column: row.get(column) for column in columns} for row in rows]
    click.echo(json.dumps(listed, ensure_ascii=False, indent=2))


def _json_lines(columns: Sequence[str], rows: Rows, title: str) -> None:
    del title
    for row in rows:
        listed = {column: row.get(column) for column in columns}
        click.echo(json.dumps(listed, ensure_ascii=False))


def _table(columns: Sequence[str], rows: Rows, title: str) -> None:
    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD)
    listed = list(rows)
    for column in columns:
        numeric = all(_is_number(row.get(column)) for row in listed)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        table.add_row(*(Text(_shown(row.get(column))) for column in columns))
    width = None if sys.stdout.isatty() else 10_000
    console = Console(width=width, highlight=False)
    console.print(table)


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _shown(value: Any) -> str:
    """Return a cell for people: IRIs shortened, numbers rounded, no control characters."""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, (list, tuple)):
        return "\n".join(_shown(part) for part in value)
    return HIDDEN.sub("", shrink(plain_cell(value)))


_WRITERS = {
    "csv": _separated(","),
    "json": _json,
    "jsonl": _json_lines,
    "table": _table,
    "tsv": _separated("\t"),
}
