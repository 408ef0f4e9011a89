"""A user's own tables: which table each file or sheet is, and what cells may point to."""

from collections.abc import Iterable, Mapping, Sequence
from gettext import gettext as _
from itertools import pairwise
from pathlib import Path

from pyoxigraph import NamedNode

from coordgraph.errors import CallError
from coordgraph.ingest.description import TableDescription
from coordgraph.ingest.rdf import check_there
from coordgraph.ingest.sheet import EXCEL_EPOCH, PLAIN, Sheet, csv_sheet, dialect_of, shown
from coordgraph.ingest.table import column_names
from coordgraph.ingest.tabular import Part
from coordgraph.ingest.workbook import GUIDES, workbook_sheets
from coordgraph.names import plain
from coordgraph.store import Store, text

__all__ = ["known_things", "parts_of"]

_WORKBOOKS = {".xlsx", ".xlsm"}
_TEXTS = {".csv", ".tsv", ".txt"}
_NAMES = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?thing ?name { ?thing skos:prefLabel|skos:altLabel|skos:notation ?name }
"""
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def parts_of(
    paths: Sequence[Path], tables: Sequence[TableDescription]
) -> tuple[list[Part], list[str]]:
    """
    Return the tables that files hold, in the order of their descriptions, and remarks.

    A file or sheet is the table whose name it has, or else the only one that has its columns.

    Parameters
    ----------
    paths
        CSV files, workbooks, or folders of CSV files.
    tables
        The descriptions.

    Raises
    ------
    CallError
        If a file is no table of these, or two are the same one.
    UnreadableFile
        If a file cannot be read.
    TooLarge
        If a workbook unpacks to too much.
    """
    parts: list[Part] = []
    remarks: list[str] = []
    for path in _files(paths):
        found, said = _book(path, tables) if _is_book(path) else _text(path, tables)
        parts += found
        remarks += said
    order = {table.name: place for place, table in enumerate(tables)}
    parts.sort(key=lambda part: order[part.table.name])
    for one, other in pairwise(parts):
        if one.table is other.table:
            raise CallError(
                _(
                    "both {one} and {other} are the table {table}. Put their rows into one."
                ).format(one=one.sheet.name, other=other.sheet.name, table=one.table.stem)
            )
    return parts, remarks


def _files(paths: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.csv")) if path.is_dir() else [path]
        if not inside:
            raise CallError(
                _("{path}: this folder holds no CSV file.").format(path=shown(path))
            )
        found += inside
    return found


def _is_book(path: Path) -> bool:
    check_there(path)
    suffix = path.suffix.lower()
    if suffix not in _WORKBOOKS | _TEXTS:
        known = ", ".join([*sorted(_WORKBOOKS), *sorted(_TEXTS)])
        raise CallError(
            _("{path}: the suffix is of no table. Known are {known}.").format(
                path=shown(path), known=known
            )
        )
    return suffix in _WORKBOOKS


def _text(path: Path, tables: Sequence[TableDescription]) -> tuple[list[Part], list[str]]:
    titles = {title for table in tables for column in table.columns for title in column.called}
    dialect = dialect_of(path, titles)
    sheet = csv_sheet(path, dialect, epoch=EXCEL_EPOCH)
    table = _table_of(sheet, tables)
    if table is None:
        raise CallError(f"{sheet.name}: {_misfit(sheet, tables)}")
    remarks = []
    if dialect.encoding != PLAIN.encoding:
        called = "UTF-16" if dialect.encoding == "utf-16" else "Windows-1252 (Latin-1)"
        remarks.append(f"{sheet.name}: read in the encoding {called}.")
    if dialect.delimiter != PLAIN.delimiter:
        remarks.append(f"{sheet.name}: cells stand between {_DELIMITERS[dialect.delimiter]}.")
    return [Part(sheet, table)], remarks


def _book(path: Path, tables: Sequence[TableDescription]) -> tuple[list[Part], list[str]]:
    parts, remarks = [], []
    for sheet in workbook_sheets(path):
        if table := _table_of(sheet, tables):
            parts.append(Part(sheet, table))
        elif sheet.stem not in GUIDES:
            remarks.append(f"{sheet.name}: not read: no table is called so or has its columns.")
    if not parts:
        listed = ", ".join(table.stem for table in tables)
        raise CallError(
            _("{path}: no sheet is called as a table: {listed}.").format(
                path=shown(path), listed=listed
            )
        )
    return parts, remarks


def _table_of(sheet: Sheet, tables: Sequence[TableDescription]) -> TableDescription | None:
    for table in tables:
        if plain(sheet.stem) in map(plain, (table.stem, *table.titles.values())):
            return table
    fitting = [table for table in tables if _fits(_header(sheet), table)]
    return fitting[0] if len(fitting) == 1 else None


def _header(sheet: Sheet) -> Sequence[str]:
    header = next(sheet.lines(), None)
    return [title for title in header.cells if title] if header else []


def _misfit(sheet: Sheet, tables: Sequence[TableDescription]) -> str:
    """Return why a file is none of the tables, and what to do."""
    header = _header(sheet)
    fitting = [f"{table.stem}.csv" for table in tables if _fits(header, table)]
    remedy = _("Name the file as the table it is:")
    if fitting:
        return _("its columns fit several tables. {remedy} {fitting}.").format(
            remedy=remedy, fitting=_(" or ").join(fitting)
        )
    near = max(tables, key=lambda table: sum(map(bool, column_names(header, table))))
    names = column_names(header, near)
    strange = [title for title, name in zip(header, names, strict=True) if not name]
    but = [_("{title!r} is no column of it").format(title=title) for title in strange]
    but += [
        _("{name} is missing").format(name=name)
        for name in sorted(near.needed.difference(names))
    ]
    listed = ", ".join(f"{table.stem}.csv" for table in tables)
    nearest = _("The nearest is {table}, but {problems}.").format(
        table=near.stem, problems=", ".join(but)
    )
    return _("its columns fit no table. {nearest} {remedy} {listed}.").format(
        nearest=nearest, remedy=remedy, listed=listed
    )


def _fits(header: Sequence[str], table: TableDescription) -> bool:
    names = column_names(header, table)
    return bool(names) and all(names) and table.needed.issubset(names)


def known_things(store: Store) -> Mapping[str, set[str]]:
    """Return all that a store describes, each thing with its names."""
    found: dict[str, set[str]] = {
        quad.subject.value: set()
        for quad in store.quads()
        if isinstance(quad.subject, NamedNode)
    }
    for row in store.select(_NAMES):
        found.setdefault(text(row["thing"]), set()).add(text(row["name"]))
    return found
