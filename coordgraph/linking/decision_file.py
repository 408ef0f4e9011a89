"""The decision file: a table that people review, of what names mean."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from gettext import gettext as _
from pathlib import Path
from typing import cast, get_args

from coordgraph.errors import TableError, UnknownCountry
from coordgraph.files import write_file
from coordgraph.ingest.sheet import Line, csv_sheet, dialect_of
from coordgraph.linking.countries import Countries
from coordgraph.linking.decisions import Decision, Decisions, Word
from coordgraph.names import plain
from coordgraph.namespace import ID
from coordgraph.tables import csv_text

__all__ = ["COLUMNS", "read_decisions", "write_decisions"]

COLUMNS = tuple(part.name for part in fields(Decision) if part.name != "other")
"""The columns of a decision file; people may add others."""

_NEEDED = ("name", "actor", "decision")
_TEXTS = tuple(name for name in COLUMNS if name not in {"country", "actor", "decision"})
_WORDS = get_args(Word)
_MADE_SAFE = re.compile(r"'(?=[=+\-@])")


def read_decisions(path: Path, *, known: Collection[str], countries: Countries) -> Decisions:
    """
    Return the decisions that a file holds.

    Parameters
    ----------
    path
        A CSV file, in the ways that offices save one.
    known
        The IRIs of the actors that names may mean.
    countries
        The countries that names may be of.

    Raises
    ------
    TableError
        If rows are bad or contradict each other; all of them are named, each with its place.
    UnreadableFile
        If the file cannot be read.
    """
    sheet = csv_sheet(path, dialect_of(path, COLUMNS))
    lines = sheet.lines()
    first = next(lines, Line(1, []))
    header = [name if (name := plain(title)) in COLUMNS else title for title in first.cells]
    problems = [
        f"the column {name} is missing. Add it." for name in _NEEDED if name not in header
    ]
    problems += [f"{name}: this column stands twice." for name in _twice(header)]
    if problems:
        raise TableError([f"{sheet.name}:{first.number}: {problem}" for problem in problems])
    reader = _Reader(sheet.name, header, known, countries)
    rows = [reader.read(line) for line in lines if any(line.cells) and reader.fits(line)]
    if reader.problems:
        raise TableError(reader.problems)
    return Decisions(rows)


def _twice(header: Sequence[str]) -> list[str]:
    return [name for name, times in Counter(header).items() if times > 1]


@dataclass(slots=True)
class _Reader:
    """Reads rows, and keeps what is bad in them and what was said before."""

    sheet: str
    header: Sequence[str]
    known: Collection[str]
    countries: Countries
    problems: list[str] = field(default_factory=list)
    _said: dict[tuple[str, str], list[tuple[Decision, int]]] = field(default_factory=dict)

    def fits(self, line: Line) -> bool:
        """Say whether a row has as many cells as there are columns; note it if not."""
        count, wanted = len(line.cells), len(self.header)
        if count != wanted:
            remedy = _("Put a cell that holds a comma in double quotes.")
            self._bad(line.number, "", f"{count} cells, but {wanted} columns. {remedy}")
        return count == wanted

    def read(self, line: Line) -> Decision:
        """Return a row; note what is bad in it."""
        cells = {
            title: _MADE_SAFE.sub("", cell, count=1) if cell.startswith("'") else cell
            for title, cell in zip(self.header, line.cells, strict=True)
        }
        undone = bool(cells.get("undone_on"))
        word = cells["decision"].casefold() or "open"
        for column, problem in self._problems(cells, word, undone=undone):
            self._bad(line.number, column, problem)
        row = _decision(cells, word, self._country(cells.get("country", ""), line.number))
        if not undone:
            self._compare(row, line.number)
        return row

    def _problems(
        self, cells: Mapping[str, str], word: str, *, undone: bool
    ) -> Iterator[tuple[str, str]]:
        if not cells["name"]:
            yield "name", "this cell is empty. Fill it."
        if word not in _WORDS:
            close = get_close_matches(word, _WORDS, n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            listed = ", ".join(_WORDS)
            yield "decision", f"{cells['decision']!r} is none of {listed}.{hint}"
        iri = _iri(cells["actor"])
        if word == "yes" and not iri:
            remedy = _("Name the actor, or write open.")
            yield "actor", f"this cell is empty, but the decision is yes. {remedy}"
        elif iri and not undone and iri not in self.known:
            yield "actor", f"{cells['actor']!r} is no actor of the graph.{self._near(iri)}"

    def _near(self, iri: str) -> str:
        names = {other.rpartition("/")[2]: other for other in self.known}
        close = get_close_matches(iri.rpartition("/")[2].casefold(), names, n=2)
        if not close:
            return " `coordgraph query actors/names` lists them."
        return f" Did you mean {' or '.join(names[name].removeprefix(ID) for name in close)}?"

    def _country(self, written: str, line: int) -> str:
        try:
            return self.countries.code(written)
        except UnknownCountry as problem:
            self._bad(line, "country", str(problem))
            return written

    def _compare(self, row: Decision, line: int) -> None:
        """Note where two rows say what cannot both be."""
        if row.decision not in {"yes", "no"}:
            return
        before = self._said.setdefault((plain(row.name), row.country), [])
        for other, place in before:
            same = other.actor == row.actor
            if other.decision == row.decision == "yes" and not same:
                one, two = row.actor.removeprefix(ID), other.actor.removeprefix(ID)
                problem = _("{name!r} means {one} here, but {two} on line {place}.").format(
                    name=row.name, one=one, two=two, place=place
                )
                self._bad(line, "decision", f"{problem} Keep one yes.")
            elif same and other.decision != row.decision:
                problem = _("{decision} here, but {decision_2} on line {place}.").format(
                    decision=row.decision, decision_2=other.decision, place=place
                )
                self._bad(line, "decision", f"{row.name!r} is {problem} Keep one.")
        before.append((row, line))

    def _bad(self, line: int, column: str, problem: str) -> None:
        place = f"{self.sheet}:{line}: {column}" if column else f"{self.sheet}:{line}"
        self.problems.append(f"{place}: {problem}")


def _decision(cells: Mapping[str, str], word: str, country: str) -> Decision:
    other = {name: cell for name, cell in cells.items() if name not in COLUMNS}
    texts = {name: cells.get(name, "") for name in _TEXTS}
    return Decision(
        **texts,
        country=country,
        actor=_iri(cells["actor"]),
        decision=cast(Word, word),
        other=other,
    )


def _iri(written: str) -> str:
    """Return the IRI of an actor that is written in full, as actor/afip or as afip."""
    if not written or ":" in written:
        return written
    return f"{ID}{written}" if "/" in written else f"{ID}actor/{written}"


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """
    Write a decision file, whole or not at all, with the columns that people added last.

    Raises
    ------
    UnwritableTarget
        If it cannot be written.
    """
    listed = list(decisions)
    added = dict.fromkeys(name for row in listed for name in row.other)
    rows = [
        {name: getattr(row, name) for name in COLUMNS}
        | {"actor": row.actor.removeprefix(ID)}
        | dict(row.other)
        for row in listed
    ]
    write_file(path, csv_text([*COLUMNS, *added], rows).encode())
