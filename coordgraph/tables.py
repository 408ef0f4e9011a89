"""Cells of a table as programs and spreadsheets take them."""

import re
from typing import Any

__all__ = ["plain_cell", "safe_cell"]

_FORMULA = re.compile(r"^[=+\-@\t\r]")


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
