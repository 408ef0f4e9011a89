"""Tables into RDF as a description says, with the row and column that each thing comes from."""

import csv
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from coordgraph.errors import TableError, UnreadableFile
from coordgraph.ingest.cells import BadCell, DateOrder, EmptyName, fill, literals, suggest
from coordgraph.ingest.description import Column, TableDescription, read_description
from coordgraph.ingest.expansion import expand
from coordgraph.namespace import ID, PREFIXES, shrink

__all__ = [
    "Line",
    "Reading",
    "Row",
    "Sheet",
    "TableReader",
    "csv_sheet",
    "read_tables",
    "shown",
]

TYPE = PREFIXES["rdf"] + "type"
_CHUNK = 2_000
_CACHED = 50_000


@dataclass(frozen=True, slots=True)
class Row:
    """Where a thing is described: a row of a table, by the line that it starts on."""

    sheet: str
    line: int

    def __str__(self) -> str:
        """Return ``sheet:line``."""
        return f"{self.sheet}:{self.line}"


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line of a table, and its number in the file."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A table as it is read, line by line; the first line is the header.

    Attributes
    ----------
    name
        What messages call it.
    lines
        Its lines, read once.
    """

    name: str
    lines: Iterable[Line]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """
    What tables say.

    Attributes
    ----------
    quads
        The statements, in the order of the rows.
    rows
        The row that each thing comes from.
    """

    quads: tuple[Quad, ...]
    rows: Mapping[NamedNode, Row]


def read_tables(
    description: Path, *, graph: NamedNode | None = None, known: Collection[str] | None = None
) -> Reading:
    """
    Read all tables that a description names; they stand in its folder.

    Parameters
    ----------
    description
        The CSVW file.
    graph
        The named graph that the statements are placed in; the default graph if not given.
    known
        The IRIs that cells may point to besides the things of the tables; unchecked if not
        given.

    Raises
    ------
    TableError
        If cells are bad; all of them are named, each with file, line, column and remedy.
    InvalidMapping
        If the description itself cannot be used.
    UnreadableFile
        If a file is missing or is no CSV in UTF-8.
    """
    reader = TableReader()
    target = graph or DefaultGraph()
    triples = []
    for table in read_description(description):
        path = description.parent / table.name
        triples += list(reader.read(csv_sheet(path, shown(path)), table))
    if known is not None:
        reader.check_pointers(known)
    reader.finish()
    quads = tuple(
        Quad(triple.subject, triple.predicate, triple.object, target)
        for triple in dict.fromkeys(triples)
    )
    return Reading(quads, reader.rows)


def shown(path: Path) -> str:
    """Return a path from here, if it is below."""
    here = Path.cwd()
    path = path.absolute()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@dataclass(slots=True)
class TableReader:
    """
    Reads tables one after the other, and keeps what was bad in them.

    Attributes
    ----------
    order
        What a date such as 03/04/2001 means.
    tick
        Called after every chunk of rows with how many rows have been read.
    """

    order: DateOrder | None = None
    tick: Callable[[int], None] = lambda _: None
    rows: dict[NamedNode, Row] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    bad_rows: set[Row] = field(default_factory=set)
    count: int = 0
    _pointers: dict[str, tuple[Row, str, str]] = field(default_factory=dict)
    _keys: dict[tuple[str, ...], Row] = field(default_factory=dict)
    _cells: dict[tuple[int, str], list[Literal]] = field(default_factory=dict)

    def read(self, sheet: Sheet, table: TableDescription) -> Iterator[Triple]:
        """
        Give the statements of a table, chunk by chunk; what is bad is noted and left out.

        A row with a bad cell is left out as a whole.
        """
        chunk: list[Triple] = []
        for row, cells in self._lines(sheet, table):
            self.count += 1
            chunk += self._row(row, cells, table)
            if self.count % _CHUNK == 0:
                yield from self._expanded(chunk)
                chunk = []
                self.tick(self.count)
        yield from self._expanded(chunk)
        self.tick(self.count)

    def finish(self) -> None:
        """
        Raise what was bad, if anything was.

        Raises
        ------
        TableError
            With all problems of all tables.
        """
        if self.problems:
            raise TableError(self.problems)

    def check_pointers(self, known: Collection[str]) -> None:
        """Note each cell that points to a thing that is described nowhere."""
        described = {*known, *(subject.value for subject in self.rows)}
        for iri, (row, column, cell) in self._pointers.items():
            if iri not in described:
                kind = iri.rpartition("/")[0] + "/"
                near = [name.removeprefix(kind) for name in described if name.startswith(kind)]
                remedy = suggest(iri.removeprefix(kind), near) or " Describe it."
                problem = f"{cell!r}: {shrink(iri)} is described nowhere.{remedy}"
                self._bad(row, column, BadCell(problem))

    def _row(self, row: Row, cells: Mapping[str, str], table: TableDescription) -> list[Triple]:
        before = len(self.problems)
        self._check_key(row, cells, table)
        triples: dict[Triple, Column] = {}
        empty: dict[str, BadCell] = {}
        for column in table.columns:
            try:
                triples.update(dict.fromkeys(self._said(column, cells), column))
            except EmptyName as problem:
                empty[problem.column] = problem
            except BadCell as problem:
                self._bad(row, column.name, problem)
        for name, missing in empty.items():
            self._bad(row, name, missing)
        if len(self.problems) > before:
            return []
        for triple, column in triples.items():
            assert isinstance(triple.subject, NamedNode)
            self.rows.setdefault(triple.subject, row)
            if isinstance(triple.object, NamedNode) and triple.object.value.startswith(ID):
                cell = cells.get(column.name, "")
                self._pointers.setdefault(triple.object.value, (row, column.name, cell))
        return list(triples)

    def _said(self, column: Column, cells: Mapping[str, str]) -> list[Triple]:
        """Return what one cell says, which may be nothing."""
        cell = cells.get(column.name, "")
        found = self._literals(column, cell)
        if column.predicate is None or not (cell or column.virtual):
            return []
        assert column.about is not None
        subject = fill(column.about, cells)
        predicate = NamedNode(column.predicate)
        if column.value is not None:
            return [Triple(subject, predicate, fill(column.value, cells))]
        return [Triple(subject, predicate, value) for value in found]

    def _literals(self, column: Column, cell: str) -> list[Literal]:
        key = (id(column), cell)
        if key not in self._cells:
            if len(self._cells) >= _CACHED:
                self._cells.clear()
            self._cells[key] = literals(column, cell, self.order) if not column.virtual else []
        return self._cells[key]

    def _check_key(self, row: Row, cells: Mapping[str, str], table: TableDescription) -> None:
        if not table.key:
            return
        values = tuple(cells.get(name, "") for name in table.key)
        other = self._keys.setdefault((table.name, *values), row)
        if other is not row:
            named = " ".join(filter(None, values))
            problem = BadCell(f"{named!r} stands on {other} too. Keep one row.")
            self._bad(row, ", ".join(table.key), problem)

    def _expanded(self, chunk: list[Triple]) -> list[Triple]:
        """Return the statements of a chunk with its short forms spelled out."""
        expansion = expand(chunk)
        for thing, described in expansion.stated_by.items():
            self.rows.setdefault(thing, self.rows[described])
        return expansion.triples

    def _bad(self, row: Row, column: str, problem: BadCell) -> None:
        place = f"{row}: {column}" if column else str(row)
        self.problems.append(f"{place}: {problem}")
        self.bad_rows.add(row)

    def _lines(
        self, sheet: Sheet, table: TableDescription
    ) -> Iterator[tuple[Row, dict[str, str]]]:
        """Give each row with its cells by column; bad rows are noted and left out."""
        lines = iter(sheet.lines)
        first = next(lines, Line(1, []))
        names = self._header(Row(sheet.name, first.number), first.cells, table)
        if names is None:
            return
        for line in lines:
            row = Row(sheet.name, line.number)
            if len(line.cells) == len(names):
                values = (value.strip() for value in line.cells)
                yield row, {"_row": str(row.line), **dict(zip(names, values, strict=True))}
            elif any(line.cells):
                problem = (
                    f"{len(line.cells)} cells, but {len(names)} columns. "
                    "Put a cell that holds a comma in double quotes."
                )
                self._bad(row, "", BadCell(problem))

    def _header(self, row: Row, header: list[str], table: TableDescription) -> list[str] | None:
        """Return the columns' names in the order of the file, or None if they do not fit."""
        before = len(self.problems)
        columns = [column for column in table.columns if not column.virtual]
        known = {title: column.name for column in columns for title in column.titles}
        known |= {column.name: column.name for column in columns}
        names = [known.get(title.strip(), "") for title in header]
        missing = [column.name for column in columns if column.name not in names]
        for title, name in zip(header, names, strict=True):
            if not name:
                remedy = suggest(title, missing) or " Leave it out, or describe it."
                self._bad(row, title, BadCell(f"no such column is described.{remedy}"))
        for name, times in Counter(filter(None, names)).items():
            if times > 1:
                self._bad(row, name, BadCell("this column stands twice."))
        needed = {column.name for column in columns if column.required}
        for name in missing:
            if name in needed | set(table.key):
                self._bad(row, "", BadCell(f"the column {name} is missing. Add it."))
        return names if len(self.problems) == before else None


def csv_sheet(path: Path, name: str, *, delimiter: str = ",", encoding: str = "") -> Sheet:
    """Return a CSV file as a sheet."""
    return Sheet(name, _csv_lines(path, delimiter, encoding or "utf-8-sig"))


def _csv_lines(path: Path, delimiter: str, encoding: str) -> Iterator[Line]:
    try:
        with path.open(encoding=encoding, newline="") as file:
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            start = 1
            for cells in reader:
                yield Line(start, cells)
                start = reader.line_num + 1
    except OSError as error:
        raise UnreadableFile(str(path), f"{error.strerror}.") from None
    except UnicodeDecodeError:
        problem = "this table is not in the encoding UTF-8. Save it so."
        raise UnreadableFile(str(path), problem) from None
    except csv.Error as error:
        raise UnreadableFile(str(path), f"this is no CSV: {error}.") from None
