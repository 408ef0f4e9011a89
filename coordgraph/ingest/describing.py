"""What a CSVW description says of tables, as the library csvw reads it."""

import json
import re
import warnings
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Any

import csvw
from csvw.metadata import Column as CsvwColumn
from csvw.metadata_utils import NAMESPACES
from pyoxigraph import NamedNode

from coordgraph.errors import InvalidMapping, UnreadableFile
from coordgraph.files import check_file
from coordgraph.ingest.description import Column, TableDescription
from coordgraph.ingest.template import Template
from coordgraph.reasons import reason

__all__ = ["described"]


def described(path: Path) -> list[TableDescription]:
    """Return what `coordgraph.ingest.description.read_description` does."""
    check_file(path)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableFile(str(path), f"{reason(error)}.") from None
    except (ValueError, RecursionError) as error:
        raise InvalidMapping(
            _("{path}: this is no JSON: {error}.").format(path=path, error=error)
        ) from None
    if not isinstance(content, dict) or not ({"tables", "url"} & content.keys()):
        raise InvalidMapping(
            _("{path}: this describes no table: `tables` or `url` is missing.").format(
                path=path
            )
        )
    try:
        return [_table(table) for table in _group(content, path).tables]
    except _Wrong as error:
        raise InvalidMapping(f"{path}: {error}") from None
    except _STRANGE as error:
        raise InvalidMapping(
            _("{path}: this is no CSVW: {error}.").format(path=path, error=error)
        ) from None


_STRANGE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What is raised where a value is of another kind than it should be."""


class _Wrong(Exception):
    """Something in a description is not as it should be."""


def _group(content: dict[str, Any], path: Path) -> csvw.TableGroup:
    if "tables" not in content:
        content = {"@context": content.pop("@context", None), "tables": [content]}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return csvw.TableGroup.from_file(path, data=content)
        except (UserWarning, AssertionError, *_STRANGE) as error:
            raise _Wrong(_("this is no CSVW: {error}").format(error=error)) from None


def _table(table: csvw.Table) -> TableDescription:
    name = str(table.url)
    schema = table.tableSchema
    columns = tuple(_column(name, column) for column in schema.columns)
    names = [column.name for column in columns]
    key = tuple(schema.primaryKey or ())
    if unknown := [column for column in key if column not in names]:
        raise _Wrong(
            _("{name}: primaryKey: no column is named {columns}.").format(
                name=name, columns=", ".join(map(str, unknown))
            )
        )
    for column in columns:
        _check_templates(name, column, names)
    return TableDescription(
        name=name,
        columns=columns,
        about=_template(name, schema.inherit("aboutUrl")),
        key=key,
        titles=_words(table.common_props, "dc:title"),
        meaning=_words(table.common_props, "dc:description"),
    )


def _words(properties: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return the texts that a property has, by language."""
    found = properties.get(name, [])
    listed = found if isinstance(found, list) else [found]
    words = [each if isinstance(each, dict) else {"@value": each} for each in listed]
    return {each.get("@language", "en"): str(each.get("@value", "")) for each in words}


def _column(table: str, column: CsvwColumn) -> Column:
    place = f"{table}: {column.name}"
    if not column.name:
        raise _Wrong(_("{table}: a column has no name.").format(table=table))
    datatype = column.inherit("datatype")
    own = datatype.at_props.get("id") if datatype else None
    return Column(
        name=column.name,
        titles={lang: tuple(listed) for lang, listed in (column.titles or {}).items()},
        meaning=_words(column.common_props, "dc:description"),
        reads=None if _is_plain(datatype) else datatype,
        about=_template(place, column.inherit("aboutUrl")),
        predicate=None if column.suppressOutput else _predicate(place, column),
        value=_template(place, column.inherit("valueUrl")),
        lang="" if (lang := column.inherit("lang")) == "und" else lang,
        datatype=own or (datatype.base if datatype else "string"),
        separator=column.inherit("separator"),
        choices=_choices(datatype.format if datatype else None),
        required=bool(column.inherit("required")),
        virtual=column.virtual,
    )


def _is_plain(datatype: Any) -> bool:
    """Say whether a datatype takes any text as it is."""
    bounds = ("length", "minLength", "maxLength")
    return datatype is None or (
        datatype.base == "string"
        and datatype.format is None
        and all(getattr(datatype, bound) is None for bound in bounds)
    )


def _predicate(place: str, column: CsvwColumn) -> NamedNode:
    template = _template(f"{place}: propertyUrl", column.inherit("propertyUrl"))
    if template is None:
        problem = _(
            "give propertyUrl, or suppressOutput where the cells say nothing themselves."
        )
        raise _Wrong(f"{place}: {problem}")
    if column.inherit("aboutUrl") is None:
        raise _Wrong(
            _("{place}: aboutUrl is missing: nothing says what the cells are about.").format(
                place=place
            )
        )
    if template.names:
        raise _Wrong(_("{place}: propertyUrl: a property is no template.").format(place=place))
    try:
        return NamedNode(template.text)
    except ValueError:
        raise _Wrong(
            _("{place}: propertyUrl: {text!r} is no IRI.").format(
                place=place, text=template.text
            )
        ) from None


def _absolute(place: str, name: str) -> str:
    prefix, _colon, local = name.partition(":")
    if prefix in NAMESPACES and not local.startswith("//"):
        return str(NAMESPACES[prefix]) + local
    if not re.match(r"https?://|urn:", name):
        raise _Wrong(_("{place}: {name!r} is no absolute IRI.").format(place=place, name=name))
    return name


def _template(place: str, template: Any) -> Template | None:
    """Return a template whose prefix is spelled out; one that is a slot as a whole stays."""
    if template is None:
        return None
    whole = template.uri.startswith("{+")
    return Template(template.uri if whole else _absolute(place, template.uri))


def _choices(form: str | None) -> tuple[str, ...]:
    """Return the words of a format that lists words, as ``yes|no`` does."""
    if form is None or not re.fullmatch(r"[\w-]+(\|[\w-]+)+", form):
        return ()
    return tuple(form.split("|"))


def _check_templates(table: str, column: Column, names: list[str]) -> None:
    for template in filter(None, (column.about, column.value)):
        if unknown := sorted(template.names - {*names, "_row"}):
            listed = ", ".join(unknown)
            raise _Wrong(
                _("{table}: {name}: no column is named {listed}.").format(
                    table=table, name=column.name, listed=listed
                )
            )
