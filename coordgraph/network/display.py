"""
Tables as a notebook shows them: HTML that is escaped, and that screen readers can read.

A table has a caption, its columns and rows have headers, and IRIs are links with short names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pyarrow as pa

from coordgraph.namespace import shrink
from coordgraph.tables import plain_cell

__all__ = ["Shown", "html_of_table", "show"]

_LIMIT = 20
_LEFT = ' style="text-align:left"'
_RIGHT = ' style="text-align:right"'
_TABLE = ' style="border-collapse:collapse"'
_NAMED_BY = {
    "actor": "label",
    "counterpart": "label",
    "one": "one_label",
    "other": "other_label",
    "passages": "places",
}


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """
    A table as a notebook shows it, and as text elsewhere.

    Attributes
    ----------
    table
        The table.
    caption
        What it is.
    rows
        How many rows are shown at most.
    """

    table: pa.Table
    caption: str = ""
    rows: int = _LIMIT

    def _repr_html_(self) -> str:
        """Return the table as HTML, with what its user should know below."""
        told = (self.table.schema.metadata or {}).get(b"notes", b"").decode()
        notes = "".join(f"<p>{escape(note)}</p>" for note in told.splitlines())
        return html_of_table(self.table, self.caption, rows=self.rows) + notes

    def __repr__(self) -> str:
        """Return the first rows as text."""
        text: str = self.table.slice(0, self.rows).to_pandas().to_string()
        return f"{self.caption}\n{text}" if self.caption else text


def show(table: pa.Table, caption: str = "", *, rows: int = _LIMIT) -> Shown:
    """
    Return a table in a form that notebooks show well.

    Parameters
    ----------
    table
        What `centrality` and others return.
    caption
        What it is.
    rows
        How many rows to show at most; how many are left out is said.

    Examples
    --------
    >>> table = pa.table({"label": ["<b>", "c"], "degree": [1, 2]})
    >>> show(table, "Degrees", rows=1)._repr_html_()[:52]
    '<table style="border-collapse:collapse"><caption>Deg'
    """
    return Shown(table, caption, rows)


def html_of_table(table: pa.Table, caption: str = "", *, rows: int = _LIMIT) -> str:
    """
    Return the first rows of a table as HTML.

    The first column names the row.  Columns of IRIs are left out where one of labels stands
    beside them, and what is left out of the rows is counted below.
    """
    columns = table.column_names
    names = [name for name in columns if _NAMED_BY.get(name) not in columns]
    body = [
        _row(names, row, table.schema) for row in table.slice(0, rows).select(names).to_pylist()
    ]
    head = "".join(
        f'<th scope="col"{_side(table.schema, name)}>{escape(name)}</th>' for name in names
    )
    told = f"<caption>{escape(caption)}</caption>" if caption else ""
    left = table.num_rows - len(body)
    more = f"<p>... {left:,} more</p>" if left > 0 else ""
    return (
        f"<table{_TABLE}>{told}<thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table>{more}"
    )


def _row(names: Sequence[str], row: Mapping[str, Any], schema: pa.Schema) -> str:
    cells = [_cell(row[name]) for name in names]
    first = f'<th scope="row"{_LEFT}>{cells[0]}</th>' if cells else ""
    rest = "".join(
        f"<td{_side(schema, name)}>{cell}</td>"
        for name, cell in zip(names[1:], cells[1:], strict=True)
    )
    return f"<tr>{first}{rest}</tr>"


def _side(schema: pa.Schema, name: str) -> str:
    kind = schema.field(name).type
    return _RIGHT if pa.types.is_integer(kind) or pa.types.is_floating(kind) else _LEFT


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "<br>".join(map(_cell, value))
    if isinstance(value, float):
        return f"{value:.4g}"
    text = plain_cell(value)
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        return f'<a href="{escape(value)}">{escape(shrink(text))}</a>'
    return escape(text)
