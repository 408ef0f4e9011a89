"""Answers as CSV in which no spreadsheet takes a cell for a formula."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import BinaryIO

from pyoxigraph import Literal, QueryBoolean, QueryResultsFormat, QuerySolutions

from coordgraph.namespace import PREFIXES
from coordgraph.store import Term, text
from coordgraph.tables import csv_text

__all__ = ["write_sheet"]

_XSD = PREFIXES["xsd"]
_NUMBERS = {_XSD + name for name in ("integer", "decimal", "double", "float", "int", "long")}
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_BLOCK = 1000


def write_sheet(found: QuerySolutions | QueryBoolean, sink: BinaryIO) -> None:
    """Write the answer to a question, block by block, so that a sink can refuse the rest."""
    if isinstance(found, QueryBoolean):
        found.serialize(sink, QueryResultsFormat.CSV)
        return
    columns = [variable.value for variable in found.variables]
    head = csv_text(columns, [])
    sink.write(head.encode())
    rows: list[Mapping[str, object]] = []
    for solution in found:
        cells = zip(columns, solution, strict=True)
        rows.append({name: _cell(term) for name, term in cells if term is not None})
        if len(rows) == _BLOCK:
            _write(columns, rows, sink, head)
            rows = []
    _write(columns, rows, sink, head)


def _write(
    columns: list[str], rows: list[Mapping[str, object]], sink: BinaryIO, head: str
) -> None:
    sink.write(csv_text(columns, rows).removeprefix(head).encode())


def _cell(term: Term) -> object:
    """Return what stands in a cell: a number where a literal is one, else its text."""
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        return Decimal(term.value) if _NUMBER.fullmatch(term.value) else term.value
    return text(term)
