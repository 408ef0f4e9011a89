"""
The dataset as tables: CSV files with their descriptions, CSVW [1]_ and a data package [2]_.

The tables are those that `import` reads; what their columns cannot say stands in the dumps.

References
----------
.. [1] Metadata Vocabulary for Tabular Data. W3C Recommendation, 2015.
.. [2] Data Package (v1). Open Knowledge Foundation, 2017.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, Triple

from coordgraph.ingest.description import Column, TableDescription, read_description
from coordgraph.namespace import NOT_STATED, graph
from coordgraph.publish.rows import Filled, fill_tables
from coordgraph.publish.site.addresses import HOME
from coordgraph.publish.site.output import Output
from coordgraph.resources import DATA
from coordgraph.store import EmbeddedStore
from coordgraph.tables import csv_text

__all__ = ["FOLDER", "LARGEST", "Spreadsheets", "write_spreadsheets"]

FOLDER = "csvw"
LARGEST = 500_000
"""Of more statements than these no tables are made: they are filled in memory."""

_DESCRIPTION = "csv-metadata.json"
_MAPPINGS = ("institutions", "agreements")
_THING = re.compile(re.escape(HOME) + r"id/([a-z-]+)/")
_TYPES = {"integer": "integer", "decimal": "number", "boolean": "boolean", "anyURI": "string"}


class Spreadsheets(NamedTuple):
    """
    What was written of tables.

    Attributes
    ----------
    places
        Where the tables stand.
    left_out
        What was not written, and why.
    """

    places: list[str]
    left_out: list[str]


def write_spreadsheets(store: EmbeddedStore, output: Output, *, base: str) -> Spreadsheets:
    """
    Write the tables that a dataset fills.

    Parameters
    ----------
    store
        The dataset as it is before things move to another base.
    output
        The site.
    base
        What the IRIs of its things begin with there.
    """
    if len(store.oxigraph) > LARGEST:
        reason = _(
            "tables are made of at most {largest:,} statements (coordgraph export)."
        ).format(largest=LARGEST)
        return Spreadsheets([], [f"{FOLDER}: {reason}"])
    common = _common(store)
    listed = []
    for name in _MAPPINGS:
        mapping = DATA / name / _DESCRIPTION
        tables = fill_tables(_triples(store, name), read_description(mapping))
        filled = [each for each in tables if each.rows]
        if filled:
            _write(output, name, filled, _moved(mapping, common, base))
            listed += [_resource(f"{FOLDER}/{name}", each) for each in filled]
    if listed:
        package = {"profile": "tabular-data-package", "name": "dataset", "resources": listed}
        output.write(
            "datapackage.json", json.dumps(package, ensure_ascii=False, indent=1) + "\n"
        )
    return Spreadsheets([each["path"] for each in listed], [])


def _triples(store: EmbeddedStore, name: str) -> list[Triple]:
    """Return what the graph of this name says, or all that is not derived if there is none."""
    own = [q.triple for q in store.oxigraph.quads_for_pattern(None, None, None, graph(name))]
    return own or [q.triple for q in store.quads() if q.graph_name not in NOT_STATED]


def _common(store: EmbeddedStore) -> set[str]:
    """Return the kinds of things that the ontology's graph describes, which do not move."""
    quads = store.oxigraph.quads_for_pattern(None, None, None, graph("ontology"))
    names = (quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
    return {found[1] for name in names if (found := _THING.match(name))}


def _moved(mapping: Path, common: set[str], base: str) -> dict[str, Any]:
    """Return a description whose things stand under a base."""

    def move(found: re.Match[str]) -> str:
        return found[0] if found[1] in common else f"{base}id/{found[1]}/"

    described: dict[str, Any] = json.loads(_THING.sub(move, mapping.read_text("utf-8")))
    return described


def _write(
    output: Output, name: str, filled: Sequence[Filled], description: Mapping[str, Any]
) -> None:
    folder = f"{FOLDER}/{name}"
    for each in filled:
        output.write(f"{folder}/{each.table.stem}.csv", csv_text(each.columns, each.rows))
    full = {f"{each.table.stem}.csv": _full(each) for each in filled}
    tables = [table for table in description["tables"] if table["url"] in full]
    for table in tables:
        for column in table["tableSchema"]["columns"]:
            if column.get("name") not in full[table["url"]]:
                column.pop("required", None)
    body = json.dumps({**description, "tables": tables}, ensure_ascii=False, indent=1)
    output.write(f"{folder}/{_DESCRIPTION}", body + "\n")


def _full(filled: Filled) -> set[str]:
    """Return the columns that every row fills; what others ask for, no reader may ask for."""
    return {name for name in filled.columns if all(row.get(name) for row in filled.rows)}


def _resource(folder: str, filled: Filled) -> dict[str, Any]:
    """Return what a data package says of a table."""
    table = filled.table
    full = _full(filled)
    columns = [column for column in table.columns if not column.virtual]
    fields = [_field(column, required=column.name in full) for column in columns]
    return {
        "name": f"{folder.rpartition('/')[2]}-{table.stem}",
        "path": f"{folder}/{table.stem}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": _english(table),
        "schema": {"fields": fields, "primaryKey": list(table.key)},
    }


def _field(column: Column, *, required: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.datatype, "string")}
    if column.separator or column.choices:
        found["type"] = "string"
    if meaning := _english(column):
        found["description"] = meaning
    if column.required and required:
        found["constraints"] = {"required": True}
    return found


def _english(described: Column | TableDescription) -> str:
    meaning = described.meaning
    return meaning.get("en") or next(_others(meaning), "")


def _others(meaning: Mapping[str, str]) -> Iterator[str]:
    yield from meaning.values()
