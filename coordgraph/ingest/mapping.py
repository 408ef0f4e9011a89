"""A mapping: what the columns of a table say, read from a YAML file kept beside the table."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from coordgraph.errors import InvalidMapping, UnreadableFile
from coordgraph.namespace import ID, PREFIXES

__all__ = ["KINDS", "MappedTable", "Rule", "Statement", "expand", "read_mapping"]

KINDS = ("text", "iri", "date", "integer", "decimal", "boolean")
"""What the cells of a column may be."""

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RULE_KEYS = {"predicate", "is", "iri", "lang", "split", "only", "among", "required"}
_TABLE_KEYS = {"subject", "type", "columns", "statement"}
_STATEMENT_KEYS = {"of", "named", "value", "asserted", "properties"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    What the cells of one column say.

    Attributes
    ----------
    predicate
        The IRI of the property.
    kind
        One of ``KINDS``.
    templates
        For IRIs: a pattern that a value follows entirely, and how its IRI is made.
    lang
        For texts: the template of a language tag; no tag if empty.
    split
        What parts the values of one cell; a cell is one value if empty.
    only
        A pattern; the rule is for cells that follow it entirely.
    among
        What a cell may be; anything if empty.
    required
        Whether an empty cell is an error.
    """

    predicate: str
    kind: str = "text"
    templates: Mapping[str, str] = field(default_factory=dict)
    lang: str = ""
    split: str = ""
    only: str = ""
    among: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Which columns of a table hold a statement, and the rule of each property."""

    of: str
    named: str
    value: str
    asserted: str
    properties: Mapping[str, Rule]


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedTable:
    """How the rows of one table become statements."""

    subject: str
    type: str
    columns: Mapping[str, tuple[Rule, ...]]
    statement: Statement | None


def read_mapping(path: Path) -> dict[str, MappedTable]:
    """
    Return the mapped tables of a mapping file, by the name of the table's file.

    Raises
    ------
    InvalidMapping
        If the file is no mapping; the error names the place in it.
    UnreadableFile
        If it cannot be read.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(str(path), f"{error.strerror}.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InvalidMapping(f"{path}: this is no YAML: {error}") from None
    try:
        return {name: _table(name, value) for name, value in _dict("file", content).items()}
    except _Wrong as error:
        raise InvalidMapping(f"{path}: {error}") from None


def expand(name: str, *, relative: str = ID) -> str:
    """
    Return the IRI that a prefixed or relative name stands for.

    >>> expand("cg:Actor"), expand("actor/afip")
    ('https://w3id.org/coordgraph/ns#Actor', 'https://w3id.org/coordgraph/id/actor/afip')
    """
    prefix, colon, local = name.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        return PREFIXES[prefix] + local
    return name if re.match(r"^[A-Za-z][\w+.-]*:", name) else relative + name


class _Wrong(Exception):
    """Something in a mapping file is not as it should be."""


def _table(name: str, content: Any) -> MappedTable:
    _known(name, content, _TABLE_KEYS)
    columns = _dict(f"{name}: columns", content.get("columns"))
    statement = content.get("statement")
    return MappedTable(
        subject=_text(f"{name}: subject", content.get("subject")),
        type=_iri(f"{name}: type", content["type"]) if "type" in content else "",
        columns={key: _rules(f"{name}: columns: {key}", columns[key]) for key in columns},
        statement=None if statement is None else _statement(f"{name}: statement", statement),
    )


def _statement(place: str, content: Any) -> Statement:
    _known(place, content, _STATEMENT_KEYS)
    if missing := sorted(_STATEMENT_KEYS - set(content)):
        raise _Wrong(f"{place}: {', '.join(missing)} is missing.")
    properties = _dict(f"{place}: properties", content["properties"])
    columns = {key: _text(f"{place}: {key}", content[key]) for key in ("of", "named", "value")}
    return Statement(
        **columns,
        asserted=_text(f"{place}: asserted", content["asserted"]),
        properties={name: _rule(f"{place}: {name}", rule) for name, rule in properties.items()},
    )


def _rules(place: str, content: Any) -> tuple[Rule, ...]:
    listed = content if isinstance(content, list) else [content] if content else []
    return tuple(_rule(place, rule) for rule in listed)


def _rule(place: str, content: Any) -> Rule:
    _known(place, content, _RULE_KEYS)
    predicate = _text(f"{place}: predicate", content.get("predicate"))
    kind = content.get("is", "text")
    if kind not in KINDS:
        raise _Wrong(f"{place}: is: {kind!r} is none of {', '.join(KINDS)}.")
    templates = content.get("iri", {})
    if isinstance(templates, str):
        templates = {".+": templates}
    for pattern in (*templates, content.get("only", "")):
        _pattern(place, pattern)
    return Rule(
        predicate=TYPE if predicate == "a" else _iri(f"{place}: predicate", predicate),
        kind=kind,
        templates=templates,
        lang=content.get("lang", ""),
        split=content.get("split", ""),
        only=content.get("only", ""),
        among=tuple(content.get("among", ())),
        required=content.get("required", False),
    )


def _pattern(place: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise _Wrong(f"{place}: {pattern!r} is no pattern: {error}.") from None


def _iri(place: str, name: Any) -> str:
    found = expand(_text(place, name), relative="")
    if found == name and not name.startswith(("http://", "https://", "urn:")):
        raise _Wrong(f"{place}: {name!r} has no known prefix: {', '.join(PREFIXES)}.")
    return found


def _known(place: str, content: Any, keys: set[str]) -> None:
    if unknown := sorted(set(_dict(place, content)) - keys):
        known = ", ".join(sorted(keys))
        raise _Wrong(f"{place}: {', '.join(unknown)} means nothing here. Known are {known}.")


def _dict(place: str, content: Any) -> dict[str, Any]:
    if not isinstance(content, dict):
        raise _Wrong(f"{place}: this must be a table of keys and values.")
    return content


def _text(place: str, content: Any) -> str:
    if not isinstance(content, str) or not content:
        raise _Wrong(f"{place}: this must be a text.")
    return content
