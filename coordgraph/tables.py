"""Cells of a table as programs and spreadsheets take them."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["bare_cell", "csv_text", "plain_cell", "quoted_cell", "safe_cell"]

_EMPTY = '""'
"""A row of one empty cell, which an empty line is not."""

_FORMULA = re.compile(r"^'*[=+\-@\t\r\n]")


def plain_cell(value: Any) -> str:
    """
    Return a value as the text of a cell.

    >>> plain_cell(["a", "b"]), plain_cell(None), plain_cell(True), plain_cell(0.5)
    ('a b', '', 'true', '0.5')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return " ".join(map(plain_cell, value))
    return repr(value) if isinstance(value, float) else str(value)


def safe_cell(value: Any) -> str:
    """
    Return a cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> safe_cell("=1+1"), safe_cell(-1)
    ("'=1+1", '-1')
    """
    cell = plain_cell(value)
    is_text = isinstance(value, (str, list, tuple))
    return f"'{cell}" if is_text and _FORMULA.match(cell) else cell


def bare_cell(cell: str) -> str:
    """
    Return a cell as it was before `safe_cell`.

    >>> bare_cell("'=1+1"), bare_cell("'s-Gravenhage")
    ('=1+1', "'s-Gravenhage")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def quoted_cell(cell: str, *, delimiter: str = ",") -> str:
    r"""
    Return a cell with quotes if it needs them, as RFC 4180 says; for a lone ``\r``, too.

    Python's ``csv`` leaves a ``\r`` bare where lines end in ``\n``, and then cannot read it.

    >>> quoted_cell('a "b" c'), quoted_cell("a b")
    ('"a ""b"" c"', 'a b')
    """
    special = delimiter in cell or any(mark in cell for mark in '"\r\n')
    return '"' + cell.replace('"', '""') + '"' if special else cell


def csv_text(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, delimiter: str = ","
) -> str:
    r"""
    Return a table as comma-separated values, safe for spreadsheets.

    >>> csv_text(["a", "b"], [{"a": 1, "b": "=x"}])
    "a,b\n1,'=x\n"
    """

    def line(cells: Iterable[str]) -> str:
        written = delimiter.join(quoted_cell(cell, delimiter=delimiter) for cell in cells)
        return f"{written or _EMPTY}\n"

    buffer = io.StringIO()
    buffer.write(line(columns))
    for row in rows:
        buffer.write(line(safe_cell(row.get(column)) for column in columns))
    return buffer.getvalue()
