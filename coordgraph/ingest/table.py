"""Tables into RDF by a mapping, with the row that each thing comes from."""

import csv
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from coordgraph.errors import TableError, UnreadableFile
from coordgraph.ingest.cells import BadCell, fill, named_node, terms
from coordgraph.ingest.mapping import TYPE, MappedTable, Rule, expand, read_mapping
from coordgraph.namespace import ID, PREFIXES, shrink

__all__ = ["Reading", "Row", "read_table", "read_tables"]

_RDF = PREFIXES["rdf"]


@dataclass(frozen=True, slots=True)
class Row:
    """Where a thing is described: a row of a table, by the line that it starts on."""

    path: Path
    line: int

    def __str__(self) -> str:
        """Return ``path:line``, the path from here if it is below."""
        here = Path.cwd()
        path = self.path.absolute()
        return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{self.line}"


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
    mapping: Path, *, graph: NamedNode | None = None, known: Collection[str] | None = None
) -> Reading:
    """
    Read all tables that a mapping names; they stand in the mapping's folder.

    Parameters
    ----------
    mapping
        The mapping file.
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
        If the mapping itself cannot be used.
    UnreadableFile
        If a file is missing or is no CSV in UTF-8.
    """
    reader = _Reader(graph or DefaultGraph())
    for name, table in read_mapping(mapping).items():
        reader.read(mapping.parent / name, table)
    return reader.result(known)


def read_table(
    path: Path,
    table: MappedTable,
    *,
    graph: NamedNode | None = None,
    known: Collection[str] | None = None,
) -> Reading:
    """Read one table by one part of a mapping; otherwise as ``read_tables``."""
    reader = _Reader(graph or DefaultGraph())
    reader.read(path, table)
    return reader.result(known)


@dataclass(slots=True)
class _Reader:
    """What has been read so far, good and bad."""

    graph: NamedNode | DefaultGraph
    quads: list[Quad] = field(default_factory=list)
    rows: dict[NamedNode, Row] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    pointers: list[tuple[Row, str, str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def result(self, known: Collection[str] | None) -> Reading:
        if known is not None:
            self._check_pointers(known)
        if self.problems:
            raise TableError(self.problems)
        return Reading(tuple(dict.fromkeys(self.quads)), self.rows)

    def read(self, path: Path, table: MappedTable) -> None:
        for row, cells in _lines(path, table, self.problems):
            try:
                subject = self._subject(table, row, cells)
            except BadCell as problem:
                self._bad(row, "", problem)
                continue
            if table.type:
                self._add(subject, TYPE, named_node(table.type))
            for column, rules in table.columns.items():
                for rule in rules:
                    self._apply(subject, rule, row, column, cells)
            if table.statement:
                self._state(subject, table, row, cells)

    def _subject(self, table: MappedTable, row: Row, cells: Mapping[str, str]) -> NamedNode:
        name = fill(table.subject, {**cells, "n": "\0"})
        self.counts[name] += 1
        subject = named_node(expand(name.replace("\0", str(self.counts[name]))))
        if subject in self.rows:
            raise BadCell(
                f"{shrink(subject.value)} stands on {self.rows[subject]} too. Keep one row."
            )
        self.rows[subject] = row
        return subject

    def _apply(
        self, subject: NamedNode, rule: Rule, row: Row, column: str, cells: Mapping[str, str]
    ) -> list[NamedNode | Literal]:
        try:
            found = terms(rule, cells[column], cells)
        except BadCell as problem:
            self._bad(row, column, problem)
            return []
        for term in found:
            self._add(subject, rule.predicate, term)
            if isinstance(term, NamedNode) and term.value.startswith(ID):
                self.pointers.append((row, column, cells[column], term.value))
        return found

    def _state(
        self, fact: NamedNode, table: MappedTable, row: Row, cells: Mapping[str, str]
    ) -> None:
        """Describe the statement that a row holds, and state it if the row says so."""
        statement = table.statement
        assert statement is not None
        rule = statement.properties.get(cells[statement.named])
        if rule is None:
            remedy = _suggest(cells[statement.named], statement.properties)
            unknown = BadCell(f"no property is named {cells[statement.named]!r}.{remedy}")
            self._bad(row, statement.named, unknown)
            return
        about = Rule(predicate=_RDF + "subject", kind="iri", required=True)
        value = replace(rule, predicate=_RDF + "object", required=True)
        subjects = self._apply(fact, about, row, statement.of, cells)
        values = self._apply(fact, value, row, statement.value, cells)
        self._add(fact, _RDF + "predicate", named_node(rule.predicate))
        if cells[statement.asserted] in {"yes", "true"}:
            for subject in subjects:
                for term in values:
                    assert isinstance(subject, NamedNode)
                    self._add(subject, rule.predicate, term)

    def _add(self, subject: NamedNode, predicate: str, term: NamedNode | Literal) -> None:
        self.quads.append(Quad(subject, NamedNode(predicate), term, self.graph))

    def _bad(self, row: Row, column: str, problem: BadCell) -> None:
        place = f"{row}: {column}" if column else str(row)
        self.problems.append(f"{place}: {problem}")

    def _check_pointers(self, known: Collection[str]) -> None:
        described = {*known, *(subject.value for subject in self.rows)}
        for row, column, cell, iri in self.pointers:
            if iri not in described:
                kind = iri.rpartition("/")[0] + "/"
                near = [name.removeprefix(kind) for name in described if name.startswith(kind)]
                remedy = _suggest(iri.removeprefix(kind), near) or " Describe it."
                problem = f"{cell!r}: {shrink(iri)} is described nowhere.{remedy}"
                self._bad(row, column, BadCell(problem))


def _suggest(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, known, n=2)
    return f" Did you mean {' or '.join(close)}?" if close else ""


def _lines(
    path: Path, table: MappedTable, problems: list[str]
) -> Iterator[tuple[Row, dict[str, str]]]:
    """Give each row of a table with its cells by column; bad rows are noted and left out."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if not _header_fits(path, header, table, problems):
                return
            start = reader.line_num + 1
            for values in reader:
                row, start = Row(path, start), reader.line_num + 1
                if len(values) == len(header):
                    cells = (value.strip() for value in values)
                    yield row, dict(zip(header, cells, strict=True))
                elif values:
                    problems.append(
                        f"{row}: {len(values)} cells, but {len(header)} columns. "
                        "Put a cell that holds a comma in double quotes."
                    )
    except OSError as error:
        raise UnreadableFile(str(path), f"{error.strerror}.") from None
    except UnicodeDecodeError:
        problem = "this table is not in the encoding UTF-8. Save it so."
        raise UnreadableFile(str(path), problem) from None
    except csv.Error as error:
        raise UnreadableFile(str(path), f"this is no CSV: {error}.") from None


def _header_fits(
    path: Path, header: list[str], table: MappedTable, problems: list[str]
) -> bool:
    place = Row(path, 1)
    unmapped = [name for name in header if name not in table.columns]
    missing = [name for name in table.columns if name not in header]
    twice = [name for name, times in Counter(header).items() if times > 1]
    for name in unmapped:
        remedy = _suggest(name, missing) or " Add it there, with {} if it says nothing."
        problems.append(f"{place}: {name}: the mapping has no such column.{remedy}")
    problems.extend(f"{place}: the column {name} is missing. Add it." for name in missing)
    problems.extend(f"{place}: {name}: this column stands twice." for name in twice)
    return not (unmapped or missing or twice)
