"""Cells of a table as RDF terms, as a rule says."""

import hashlib
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal, NamedNode

from coordgraph.dates import PartialDate
from coordgraph.errors import InvalidDate
from coordgraph.ingest.mapping import Rule, expand
from coordgraph.namespace import PREFIXES

__all__ = ["BadCell", "date_literal", "fill", "named_node", "terms"]

XSD = PREFIXES["xsd"]
_DATE_TYPES = {10: "date", 7: "gYearMonth", 4: "gYear"}
_BOOLEANS = {"yes": "true", "no": "false", "true": "true", "false": "false"}
_LANGUAGE = re.compile(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
_SLOT = re.compile(r"\{(\w*)(?:\.(\w+))?\}")


class BadCell(Exception):
    """A cell cannot be read as what it should be; the text says why and what to do."""


def _sha(cell: str) -> str:
    return hashlib.sha256(cell.encode()).hexdigest()[:12]


_FILTERS: dict[str, Callable[[str], str]] = {
    "sha": _sha,
    "slug": lambda cell: cell.replace("_", "-"),
    "last": lambda cell: cell.rpartition("/")[2],
}


def fill(template: str, cells: Mapping[str, str]) -> str:
    """
    Return a template with cells in its slots.

    >>> fill("fact/{who.last}-{what.slug}", {"who": "actor/afip", "what": "legal_form"})
    'fact/afip-legal-form'

    Raises
    ------
    BadCell
        If a slot names no cell or no filter, or its cell is empty.
    """

    def slot(found: re.Match[str]) -> str:
        name, filtered = found[1], found[2]
        if name not in cells or (filtered and filtered not in _FILTERS):
            problem = f"{found[0]} of the mapping means nothing. Name a column or a filter."
            raise BadCell(problem)
        if not cells[name]:
            raise BadCell(f"the cell of {name!r} is empty, and a name is made of it. Fill it.")
        return _FILTERS[filtered](cells[name]) if filtered else cells[name]

    return _SLOT.sub(slot, template)


def terms(rule: Rule, cell: str, row: Mapping[str, str]) -> list[NamedNode | Literal]:
    """
    Return the terms that a cell stands for; none for an empty one.

    Raises
    ------
    BadCell
        If the cell is not what the rule wants.
    """
    if not cell:
        if rule.required:
            raise BadCell("this cell is empty. Fill it.")
        return []
    if rule.only and not re.fullmatch(rule.only, cell):
        return []
    values = [part.strip() for part in cell.split(rule.split)] if rule.split else [cell]
    if "" in values:
        raise BadCell(f"{cell!r} has nothing between two {rule.split!r}. Take one out.")
    return [_term(rule, value, row) for value in values]


def _term(rule: Rule, value: str, row: Mapping[str, str]) -> NamedNode | Literal:
    if rule.among and value not in rule.among:
        raise BadCell(f"{value!r} is none of {', '.join(rule.among)}.")
    return _READERS[rule.kind](rule, value, row)


def _text(rule: Rule, value: str, row: Mapping[str, str]) -> Literal:
    lang = _SLOT.sub(lambda found: row.get(found[1], ""), rule.lang)
    if not lang:
        return Literal(value)
    if not _LANGUAGE.match(lang):
        raise BadCell(f"{lang!r} is no language tag. Write en, es, pt ...")
    return Literal(value, language=lang)


def _iri(rule: Rule, value: str, row: Mapping[str, str]) -> NamedNode:
    if not rule.templates:
        return named_node(expand(value))
    for pattern, template in rule.templates.items():
        if found := re.fullmatch(pattern, value):
            groups = {str(number): part or "" for number, part in enumerate(found.groups(), 1)}
            return named_node(expand(fill(template, {**row, **groups, "": value})))
    wanted = " or ".join(rule.templates)
    raise BadCell(f"{value!r} follows no known pattern: {wanted}.")


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
        raise BadCell(f"{iri!r} is no IRI. Mind blanks, quotes and brackets.") from None


def _date(rule: Rule, value: str, row: Mapping[str, str]) -> Literal:
    del rule, row
    return date_literal(value)


def date_literal(value: str) -> Literal:
    """
    Return a date as precise as it is written.

    >>> date_literal("1992-12").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'

    Raises
    ------
    BadCell
        If it is no date, or no calendar has that day.
    """
    try:
        PartialDate.parse(value)
    except InvalidDate as error:
        raise BadCell(str(error)) from None
    return Literal(value, datatype=NamedNode(XSD + _DATE_TYPES[len(value)]))


def _boolean(rule: Rule, value: str, row: Mapping[str, str]) -> Literal:
    del rule, row
    if value not in _BOOLEANS:
        raise BadCell(f"{value!r} is neither yes nor no.")
    return Literal(_BOOLEANS[value], datatype=NamedNode(XSD + "boolean"))


def _integer(rule: Rule, value: str, row: Mapping[str, str]) -> Literal:
    del rule, row
    if not re.fullmatch(r"[+-]?\d+", value, re.ASCII):
        raise BadCell(f"{value!r} is no whole number.")
    return Literal(value, datatype=NamedNode(XSD + "integer"))


def _decimal(rule: Rule, value: str, row: Mapping[str, str]) -> Literal:
    del rule, row
    try:
        finite = Decimal(value).is_finite() and "e" not in value.casefold()
    except InvalidOperation:
        finite = False
    if not finite:
        raise BadCell(f"{value!r} is no decimal number. Write it with a point, as 0.5.")
    return Literal(value, datatype=NamedNode(XSD + "decimal"))


_READERS: dict[str, Callable[[Rule, str, Mapping[str, str]], NamedNode | Literal]] = {
    "text": _text,
    "iri": _iri,
    "date": _date,
    "boolean": _boolean,
    "integer": _integer,
    "decimal": _decimal,
}
