"""A graph as the tables that import reads: a workbook, or a folder of CSV files."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from coordgraph.errors import EmptyData, UnwritableTarget
from coordgraph.files import check_replaceable, new_file, new_folder
from coordgraph.ingest.description import read_description
from coordgraph.namespace import NOT_STATED
from coordgraph.namespace import graph as graph_name
from coordgraph.publish.conversion import MAPPING, dataset_and
from coordgraph.publish.rows import Filled, Remainder, fill_tables, remainder
from coordgraph.publish.workbook import codes_for, unfit, write_workbook
from coordgraph.store import Store
from coordgraph.tables import csv_text

__all__ = ["Exported", "export_tables", "write_template"]

_MARK = "coordgraph-tables.json"
_DESCRIPTION = "csv-metadata.json"
_BOOKS = (".xlsx",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """
    What was written.

    Attributes
    ----------
    rows
        How many rows each table has, by name.
    remainder
        What the tables do not say as the graph does.
    """

    rows: dict[str, int]
    remainder: Remainder


def write_template(
    target: Path, *, mapping: Path = MAPPING, data: Sequence[str] = (), lang: str = "en"
) -> None:
    """
    Write an empty workbook to fill in.

    Parameters
    ----------
    target
        The workbook (.xlsx).
    mapping
        A CSVW description of the tables.
    data
        RDF that cells may point into, besides the shipped dataset.
    lang
        The language of titles and explanations.

    Raises
    ------
    UnwritableTarget
        If it cannot be written there, or the name is of no workbook.
    InvalidMapping
        If the description cannot be used.
    """
    if target.suffix.lower() not in _BOOKS:
        raise UnwritableTarget(str(target), _("a template is a workbook; name a file .xlsx."))
    empty = [Filled(table, ()) for table in read_description(mapping)]
    _write_book(target, empty, data=data, lang=lang)


def _check_cells(target: Path, tables: Sequence[Filled]) -> None:
    """Make sure that a workbook holds all cells as they are."""
    for table in tables:
        for line, cells in enumerate(table.lines(), 2):
            for cell in filter(unfit, cells):
                problem = _(
                    "{table}:{line}: no workbook holds the text {text!r}, for its characters "
                    "or its length. Name a folder, for CSV files."
                ).format(table=table.table.stem, line=line, text=cell[:40])
                raise UnwritableTarget(str(target), problem)


def _write_book(
    target: Path, tables: Sequence[Filled], *, data: Sequence[str], lang: str
) -> None:
    _check_cells(target, tables)
    codes = codes_for(dataset_and(data), [filled.table for filled in tables], lang=lang)
    with new_file(target) as draft:
        write_workbook(draft.path, tables, codes, lang=lang)


def export_tables(  # noqa: PLR0913 - each is a choice of its own
    store: Store,
    target: Path,
    *,
    graph: str | None = None,
    mapping: Path = MAPPING,
    lang: str = "en",
    progress: Callable[[str], None] = lambda step: None,  # noqa: ARG005
) -> Exported:
    """
    Write what a store says as tables, and find what these cannot say.

    Parameters
    ----------
    store
        The statements.
    target
        A workbook (.xlsx), or a folder for CSV files.
    graph
        The named graph to write, by name or IRI; all that is not derived if not given.
    mapping
        A CSVW description of the tables.
    lang
        The language of titles in a workbook.
    progress
        Called with a few words at each step.

    Raises
    ------
    EmptyData
        If nothing in the store makes a row.
    UnwritableTarget
        If the target cannot be written.
    InvalidMapping
        If the description cannot be used.
    """
    book = target.suffix.lower() in _BOOKS
    if not book:
        check_replaceable(target, mark=_MARK)
    tables = read_description(mapping)
    progress(_("reading the graph"))
    triples = _triples(store, graph)
    progress(_("filling the tables"))
    filled = fill_tables(triples, tables)
    rows = {each.table.stem: len(each.rows) for each in filled}
    if not any(rows.values()):
        said = _("Nothing makes a row of {tables}.")
        if graph:
            said = _("Nothing in the graph {graph} makes a row of {tables}.")
        raise EmptyData(said.format(graph=graph, tables=", ".join(rows)))
    progress(_("writing and reading again"))
    if book:
        _write_book(target, filled, data=(), lang=lang)
    else:
        _write_folder(target, filled, rows, mapping)
    return Exported(rows=rows, remainder=remainder(triples, filled))


def _triples(store: Store, name: str | None) -> list[Triple]:
    if name is None:
        return [quad.triple for quad in store.quads() if quad.graph_name not in NOT_STATED]
    wanted = NamedNode(name) if ":" in name else graph_name(name)
    return [quad.triple for quad in store.quads() if quad.graph_name == wanted]


def _write_folder(
    target: Path, tables: Sequence[Filled], rows: dict[str, int], mapping: Path
) -> None:
    with new_folder(target, mark=_MARK) as folder:
        for filled in tables:
            body = csv_text(filled.columns, filled.rows)
            (folder / f"{filled.table.stem}.csv").write_text(body, encoding="utf-8")
        shutil.copyfile(mapping, folder / _DESCRIPTION)
        (folder / _MARK).write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
