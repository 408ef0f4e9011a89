"""Cells of a table as RDF terms, as the column says."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from gettext import gettext as _
from typing import Any, Literal, NamedTuple

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from coordgraph.dates import PartialDate
from coordgraph.errors import InvalidDate
from coordgraph.ingest.description import EDTF, Column
from coordgraph.ingest.template import EmptySlot, Template
from coordgraph.namespace import PREFIXES

__all__ = [
    "BadCell",
    "DateOrder",
    "Dates",
    "EmptyName",
    "date_literal",
    "fill",
    "is_serial",
    "literals",
    "named_node",
    "suggest",
    "values_of",
]

DateOrder = Literal["dmy", "mdy"]
"""What 03/04/2001 means: 3 April, or March 4."""


class Dates(NamedTuple):
    """
    How dates may be written besides YYYY-MM-DD, YYYY-MM and YYYY.

    Attributes
    ----------
    order
        What 03/04/2001 means; refused as ambiguous if not given.
    epoch
        The day from which five digits count days, as cells of workbooks do that lost their
        format; no such number is read if not given.
    """

    order: DateOrder | None = None
    epoch: date | None = None


XSD = PREFIXES["xsd"]
_DATE_TYPES = {10: "date", 7: "gYearMonth", 4: "gYear"}
_NUMBERED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_SERIAL = re.compile(r"\d{5}")
_STRINGS = {"string", "normalizedString", "token", "anyAtomicType"}


def _wanted(datatype: str) -> str | None:
    """Return what a cell is not that should be of a datatype, in words."""
    known = {
        "boolean": _("neither yes nor no"),
        "integer": _("no whole number"),
        "nonNegativeInteger": _("no whole number from 0 up"),
        "positiveInteger": _("no whole number from 1 up"),
        "decimal": _("no decimal number; write it with a point, as 0.5"),
        "date": _("no date; write YYYY-MM-DD"),
        "gYear": _("no year; write YYYY"),
        "gYearMonth": _("no month; write YYYY-MM"),
        "anyURI": _("no web address"),
    }
    return known.get(datatype)


class BadCell(Exception):
    """A cell cannot be read as what it should be; the text says why and what to do."""


class EmptyName(BadCell):
    """A name is made of a cell that is empty."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(_("this cell is empty. Fill it."))


def suggest(name: str, known: Any) -> str:
    """Return a question that names what is spelled alike, or nothing."""
    close = get_close_matches(name, known, n=2)
    return _(" Did you mean {close}?").format(close=_(" or ").join(close)) if close else ""


def fill(template: Template, cells: Mapping[str, str]) -> NamedNode:
    """
    Return the IRI that a template and the cells of a row make.

    Raises
    ------
    BadCell
        If one of the cells is empty, or the outcome is no IRI.
    """
    try:
        return named_node(template.fill(cells))
    except EmptySlot as empty:
        raise EmptyName(empty.name) from None


def named_node(iri: str) -> NamedNode:
    """
    Return an IRI as a term.

    Raises
    ------
    BadCell
        If no IRI may be written so.
    """
    try:
        return NamedNode(iri)
    except ValueError:
        raise BadCell(
            _("{iri!r} is no IRI. Mind blanks, quotes and brackets.").format(iri=iri)
        ) from None


def literals(column: Column, cell: str, dates: Dates | None = None) -> list[RdfLiteral]:
    """
    Return the literals that a cell stands for; none for an empty one.

    Parameters
    ----------
    column
        What the cell should be.
    cell
        Its text, without blanks around it.
    dates
        How dates may be written.

    Raises
    ------
    BadCell
        If the cell is not what the column wants.
    """
    if not cell and column.required:
        raise EmptyName(column.name)
    return [_literal(column, value, dates or Dates()) for value in values_of(column, cell)]


def values_of(column: Column, cell: str) -> list[str]:
    """
    Return the values that a cell holds: none, one, or what stands between separators.

    Raises
    ------
    BadCell
        If nothing stands between two separators.
    """
    if not (column.separator and cell):
        return [cell] if cell else []
    parts = [part.strip() for part in cell.split(column.separator.strip())]
    if "" in parts:
        raise BadCell(
            _("{cell!r} has nothing between two {separator!r}. Take one out.").format(
                cell=cell, separator=column.separator.strip()
            )
        )
    return parts


def _literal(column: Column, cell: str, dates: Dates) -> RdfLiteral:
    if column.datatype == EDTF:
        return date_literal(cell, dates)
    if column.datatype == "boolean" and cell in {"true", "false"}:  # as workbooks say it
        return RdfLiteral(cell == "true")
    try:
        value = column.reads.read(cell) if column.reads else cell
    except ValueError:
        raise BadCell(_problem(column, cell)) from None
    if column.datatype in _STRINGS:
        return RdfLiteral(cell, language=column.lang) if column.lang else RdfLiteral(cell)
    if column.datatype == "anyURI":
        named_node(cell)
    name = column.datatype
    iri = name if ":" in name else XSD + name
    if name == "time" and isinstance(value, datetime):
        value = value.timetz()
    return RdfLiteral(_lexical(value, cell), datatype=NamedNode(iri))


def _lexical(value: Any, cell: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime | date | time) else cell


def _problem(column: Column, cell: str) -> str:
    if column.choices and column.datatype != "boolean":
        listed = ", ".join(column.choices)
        said = _("{cell!r} is none of {listed}.").format(cell=cell, listed=listed)
        return f"{said}{suggest(cell, column.choices)}"
    if wanted := _wanted(column.datatype):
        return _("{cell!r} is {wanted}.").format(cell=cell, wanted=wanted)
    form = column.reads.format if column.reads else None
    said = _("{cell!r} is no {datatype} that follows {form}.")
    if not form:
        said = _("{cell!r} is no {datatype}.")
    return said.format(cell=cell, datatype=column.datatype, form=form)


def date_literal(value: str, dates: Dates | None = None) -> RdfLiteral:
    """
    Return a date as precise as it is written.

    >>> date_literal("1992-12").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    >>> date_literal("3/4/2001", Dates("dmy")).value
    '2001-04-03'
    >>> date_literal("36984", Dates(epoch=date(1899, 12, 30))).value
    '2001-04-03'

    Raises
    ------
    BadCell
        If it is no date, no calendar has that day, or it may be one of two days.
    """
    dates = dates or Dates()
    text = _counted(_reordered(value, dates.order), dates.epoch)
    try:
        PartialDate.parse(text)
    except InvalidDate:
        raise BadCell(str(InvalidDate(value))) from None
    return RdfLiteral(text, datatype=NamedNode(XSD + _DATE_TYPES[len(text)]))


def is_serial(cell: str) -> bool:
    """Say whether a cell may be a date as a workbook counts it: 1927 to 2173, in days."""
    return _SERIAL.fullmatch(cell) is not None


def _counted(value: str, epoch: date | None) -> str:
    if epoch is None or not is_serial(value):
        return value
    return (epoch + timedelta(days=int(value))).isoformat()


def _reordered(value: str, order: DateOrder | None) -> str:
    found = _NUMBERED.fullmatch(value)
    if not found:
        return value
    one, other, year = (int(part) for part in found.groups())
    if order is None:
        problem = _("{value!r} may have the day first or the month first.").format(value=value)
        remedy = _("Write YYYY-MM-DD, or declare the order with --dates dmy or --dates mdy.")
        raise BadCell(f"{problem} {remedy}")
    day, month = (one, other) if order == "dmy" else (other, one)
    return f"{year}-{month:02}-{day:02}"
