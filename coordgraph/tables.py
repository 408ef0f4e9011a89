"""Cells of a table as programs and spreadsheets take them."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["bare_cell", "csv_text", "plain_cell", "safe_cell"]

_FORMULA = re.compile(r"^'*[=+\-@\t\r]")


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
    return f"'{cell}" if isinstance(value, str) and _FORMULA.match(cell) else cell


def bare_cell(cell: str) -> str:
    """
    Return a cell as it was before `safe_cell`.

    >>> bare_cell("'=1+1"), bare_cell("'s-Gravenhage")
    ('=1+1', "'s-Gravenhage")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def csv_text(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, delimiter: str = ","
) -> str:
    r"""
    Return a table as comma-separated values, safe for spreadsheets.

    >>> csv_text(["a", "b"], [{"a": 1, "b": "=x"}])
    "a,b\n1,'=x\n"
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(row.get(column)) for column in columns] for row in rows)
    return buffer.getvalue()
