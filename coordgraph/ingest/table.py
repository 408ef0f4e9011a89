"""The rows of a table into statements, as its description says; what is bad is noted."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from gettext import gettext as _
from hashlib import blake2b
from itertools import zip_longest
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Triple

from coordgraph.ingest.cells import (
    BadCell,
    DateOrder,
    Dates,
    EmptyName,
    fill,
    is_serial,
    literals,
    suggest,
    values_of,
)
from coordgraph.ingest.description import EDTF, Column, TableDescription
from coordgraph.ingest.expansion import expand
from coordgraph.ingest.sheet import Line, Row, Sheet, is_error
from coordgraph.ingest.template import Template
from coordgraph.names import plain
from coordgraph.namespace import ID, PREFIXES

__all__ = ["TableReader", "column_names"]

_CHUNK = 2_000
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_CACHED = 50_000


@dataclass(slots=True)
class TableReader:
    """
    Reads tables one after the other, and keeps what was bad in them.

    Attributes
    ----------
    order
        What a date such as 03/04/2001 means.
    absent
        What is known to be described nowhere, each with what to say of a cell that points to
        it.
    decided
        The IRIs that names in cells stand for, by what they would be as they are.
    tick
        Called after every chunk of rows with how many rows have been read.
    rows
        The row that each thing comes from.
    broken
        The things of rows that were left out.
    pointers
        The things that cells point to.
    problems
        What was bad, each with its place and remedy.
    taken
        How many cells with which name were taken for which actor, as decided.
    serials
        How many cells of which table and column were dates counted in days.
    count
        How many rows have been read.
    bad_rows
        The rows that were left out.
    """

    order: DateOrder | None = None
    absent: Mapping[str, str] = field(default_factory=dict)
    decided: Mapping[str, NamedNode] = field(default_factory=dict)
    tick: Callable[[int], None] = lambda _: None
    rows: dict[NamedNode, Row] = field(default_factory=dict)
    broken: set[NamedNode] = field(default_factory=set)
    pointers: set[NamedNode] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    serials: Counter[tuple[str, str]] = field(default_factory=Counter)
    count: int = 0
    bad_rows: set[Row] = field(default_factory=set)
    _keys: dict[tuple[str, ...], Row] = field(default_factory=dict)
    _cells: dict[tuple[int, str], list[Literal]] = field(default_factory=dict)
    _things: dict[tuple[str | None, ...], NamedNode] = field(default_factory=dict)
    _dates: Dates = field(default_factory=Dates)
    _made: set[bytes] = field(default_factory=set)
    _present: list[Column] = field(default_factory=list)
    _sheet: str = ""
    _pointed_to: set[NamedNode] = field(default_factory=set)

    def read(self, sheet: Sheet, table: TableDescription) -> Iterator[Triple]:
        """
        Give the statements of a table, chunk by chunk; what is bad is noted and left out.

        A row with a bad cell is left out as a whole.
        """
        self._sheet, self._dates = sheet.name, Dates(self.order, sheet.epoch)
        self._cells.clear()
        chunk: list[Triple] = []
        for row, cells in self._lines(sheet, table):
            self.count += 1
            chunk += self._row(row, cells, table)
            if self.count % _CHUNK == 0:
                yield from self._expanded(chunk)
                chunk = []
                self.tick(self.count)
        yield from self._expanded(chunk)

    def _row(self, row: Row, cells: Mapping[str, str], table: TableDescription) -> list[Triple]:
        before = len(self.problems)
        cells = self._with_ids(cells, table) if self.decided else cells
        self._check_key(row, cells, table)
        triples: list[Triple] = []
        empty: dict[str, BadCell] = {}
        for column in self._present:
            try:
                triples += self._said(column, cells, table)
            except EmptyName as problem:
                empty[problem.column] = problem
            except BadCell as problem:
                self._bad(row, column.name, problem)
        for name, missing in empty.items():
            self._bad(row, name, missing)
        subjects = self._described(triples, cells, table)
        self.pointers |= self._pointed_to - subjects
        self._pointed_to.clear()
        if len(self.problems) > before:
            self.broken |= subjects
            return []
        for subject in subjects:
            self.rows.setdefault(subject, row)
        return triples

    def _described(
        self, triples: Sequence[Triple], cells: Mapping[str, str], table: TableDescription
    ) -> set[NamedNode]:
        """Return what a row describes: what it is about, and whatever it gives a class."""
        found = {
            triple.subject
            for triple in triples
            if isinstance(triple.subject, NamedNode)
            and (triple.predicate == _TYPE or table.about is None)
        }
        if triples and table.about is not None:
            with suppress(EmptyName):
                found.add(self._thing(table.about, cells))
        return found

    def _with_ids(self, cells: Mapping[str, str], table: TableDescription) -> dict[str, str]:
        """
        Return the cells of a row with the ids of actors for names that were decided on.

        Whatever is named after the actor, as a participation is, is then named after its id.
        """
        found = dict(cells)
        for column in table.columns:
            name, template = cells.get(column.name), column.value
            if not name or template is None or template.names != {column.name}:
                continue
            meant = self.decided.get(self._thing(template, cells).value)
            if meant is None:
                continue
            self.taken[name, meant.value] += 1
            candidate = {column.name: unquote(meant.value.rpartition("/")[2])}
            if candidate[column.name] and fill(template, candidate) == meant:
                found |= candidate
        return found

    def _said(
        self, column: Column, cells: Mapping[str, str], table: TableDescription
    ) -> list[Triple]:
        """Return what one cell says, which may be nothing."""
        cell = cells.get(column.name, "")
        found = self._literals(column, cell)
        if column.datatype == EDTF and self._dates.epoch and is_serial(cell):
            self.serials[self._sheet, column.name] += 1
        if column.predicate is None or not (cell or column.virtual):
            return []
        assert column.about is not None
        subject, predicate = self._thing(column.about, cells), column.predicate
        if table.about is not None and not table.is_own(column):
            self._refer(subject, column, cells)
        if column.value is not None:
            return [
                Triple(subject, predicate, self._pointed(column, part))
                for part in self._parts(column, cells)
            ]
        return [Triple(subject, predicate, value) for value in found]

    @staticmethod
    def _parts(column: Column, cells: Mapping[str, str]) -> list[Mapping[str, str]]:
        """Return the cells of a row, once for each of the values that one of them holds."""
        if not column.separator:
            return [cells]
        values = values_of(column, cells.get(column.name, ""))
        return [{**cells, column.name: value} for value in values]

    def _pointed(self, column: Column, cells: Mapping[str, str]) -> NamedNode:
        """Return the thing that a cell points to, which must not be known to be absent."""
        assert column.value is not None
        thing = self._thing(column.value, cells)
        thing = self.decided.get(thing.value, thing)
        self._refer(thing, column, cells)
        return thing

    def _refer(self, thing: NamedNode, column: Column, cells: Mapping[str, str]) -> None:
        """Note what a cell refers to, which must not be known to be absent."""
        if thing.value in self.absent:
            raise BadCell(f"{cells.get(column.name, '')!r}: {self.absent[thing.value]}")
        if thing.value.startswith(ID):
            self._pointed_to.add(thing)

    def _thing(self, template: Template, cells: Mapping[str, str]) -> NamedNode:
        key = (template.text, *map(cells.get, template.names))
        if key not in self._things:
            if len(self._things) >= _CACHED:
                self._things.clear()
            self._things[key] = fill(template, cells)
        return self._things[key]

    def _literals(self, column: Column, cell: str) -> list[Literal]:
        key = (id(column), cell)
        if key not in self._cells:
            if len(self._cells) >= _CACHED:
                self._cells.clear()
            self._cells[key] = [] if column.virtual else self._read(column, cell)
        return self._cells[key]

    def _read(self, column: Column, cell: str) -> list[Literal]:
        if is_error(cell):
            raise BadCell(
                _("{cell!r} is the error of a formula. Mend the formula.").format(cell=cell)
            )
        return literals(column, cell, self._dates)

    def _check_key(self, row: Row, cells: Mapping[str, str], table: TableDescription) -> None:
        if not table.key:
            return
        values = tuple(cells.get(name, "") for name in table.key)
        other = self._keys.setdefault((table.name, *values), row)
        if other is not row:
            named = " ".join(filter(None, values))
            problem = BadCell(
                _("{named!r} stands on {other} too. Keep one row.").format(
                    named=named, other=other
                )
            )
            self._bad(row, ", ".join(table.key), problem)

    def _expanded(self, chunk: list[Triple]) -> Iterator[Triple]:
        """Give the statements of a chunk with its short forms spelled out, each once."""
        expansion = expand(chunk)
        for thing, described in expansion.stated_by.items():
            self.rows.setdefault(thing, self.rows[described])
        yield from expansion.stated
        for triple in expansion.made:
            seen = blake2b(str(triple).encode(), digest_size=16).digest()
            if seen not in self._made:
                self._made.add(seen)
                yield triple

    def _bad(self, row: Row, column: str, problem: BadCell) -> None:
        place = f"{row}: {column}" if column else str(row)
        self.problems.append(f"{place}: {problem}")
        self.bad_rows.add(row)

    def _lines(
        self, sheet: Sheet, table: TableDescription
    ) -> Iterator[tuple[Row, dict[str, str]]]:
        """Give each row with its cells by column; bad rows are noted and left out."""
        lines = sheet.lines()
        first = next(lines, Line(1, []))
        names = self._header(Row(sheet.name, first.number), first.cells, table)
        if names is None:
            return
        self._present = [
            column for column in table.columns if column.virtual or column.name in names
        ]
        for line in lines:
            row, cells = Row(sheet.name, line.number), line.cells
            if sheet.ragged:
                cells = [*cells, *[""] * (len(names) - len(cells))]
            if not any(cells):
                continue
            if problem := _misfit(names, cells, sheet):
                self._bad(row, "", BadCell(problem))
            else:
                yield row, {"_row": str(row.line), **dict(zip(names, cells, strict=False))}

    def _header(
        self, row: Row, header: Sequence[str], table: TableDescription
    ) -> list[str] | None:
        """Return the columns' names in the order of the file, or None if they do not fit."""
        before = len(self.problems)
        names = column_names(header, table)
        missing = [
            column.name
            for column in table.columns
            if not column.virtual and column.name not in names
        ]
        for title, name in zip(header, names, strict=True):
            if title and not name:
                problem = _("no such column is described.")
                remedy = suggest(title, missing) or _(" Leave it out, or describe it.")
                self._bad(row, title, BadCell(f"{problem}{remedy}"))
        for name, times in Counter(filter(None, names)).items():
            if times > 1:
                self._bad(row, name, BadCell(_("this column stands twice.")))
        for name in missing:
            if name in table.needed:
                problem = _("the column {name} is missing. Add it.").format(name=name)
                self._bad(row, "", BadCell(problem))
        return names if len(self.problems) == before else None


def _misfit(names: Sequence[str], cells: Sequence[str], sheet: Sheet) -> str:
    """Return how the cells of a line do not fit the columns, or nothing."""
    if len(cells) != len(names) and not sheet.ragged:
        remedy = _("Put a cell that holds a comma in double quotes.")
        said = _("{cells} cells, but {columns} columns.")
        return f"{said.format(cells=len(cells), columns=len(names))} {remedy}"
    stray = [
        cell for name, cell in zip_longest(names, cells, fillvalue="") if cell and not name
    ]
    return (
        _("{stray!r} stands under no title. Give its column one.").format(stray=stray[0])
        if stray
        else ""
    )


def column_names(header: Sequence[str], table: TableDescription) -> list[str]:
    """
    Return the name of the column under each title, empty where none is described.

    A title is the column's name or one of its titles in any language; case and accents do not
    matter.
    """
    known: dict[str, str] = {}
    for column in table.columns:
        if not column.virtual:
            known |= {plain(title): column.name for title in column.called}
    known |= {plain(column.name): column.name for column in table.columns if not column.virtual}
    return [known.get(plain(title), "") for title in header]
