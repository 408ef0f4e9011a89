"""
Where each statement was written: file, line and column.

Files are read for this only when somebody asks, which is when there is something to report.
Turtle and TriG are read by rdflib's parser, which is told to remember where each term stood, or
skimmed if they are large; N-Triples and N-Quads line by line; in JSON-LD and RDF/XML a subject
is found where it is first mentioned.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import RdfFormat
from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser
from rdflib.plugins.parsers.trig import TrigSinkParser

from coordgraph.ingest.rdf import format_of
from coordgraph.ingest.skimming import Found, excerpt, lines_of_quads, lines_of_turtle

__all__ = ["Locator", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where something is written.

    Attributes
    ----------
    file
        The path of the file, as it was given.
    line, column
        Counting from 1; None where the format does not let them be known.
    excerpt
        The text of that line, or of the cell.
    cell
        The name of the column, in a table.
    """

    file: str
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    cell: str = ""

    def __str__(self) -> str:
        """Return ``file:line:column``, as far as known; ``file:line: name`` in a table."""
        if self.cell:
            return f"{self.file}:{self.line}: {self.cell}"
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


_TRIPLE = 3

Key = tuple[str, ...]
Index = Mapping[Key, Place]
Lookup = Callable[[str, str, str], Place | None]
Said = tuple[str, str]

_LARGE = 2_000_000
"""From how many bytes on Turtle is skimmed: rdflib's parser reads half a megabyte a second."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is asked for: some keys, or all; and whether things without names are, too."""

    keys: frozenset[Key] | None = None
    unnamed: bool = True

    def __call__(self, key: Key) -> bool:
        if ":" not in key[0]:
            return self.unnamed
        return self.keys is None or key in self.keys


class Locator:
    """Finds where statements were written, over the files that they may come from."""

    def __init__(self, files: Iterable[Path] = (), *, tables: Sequence[Lookup] = ()) -> None:
        self._files = list(files)
        self._tables = tables
        self._wanted = _Wanted()

    def expecting(self, asked: Iterable[tuple[str, str, str]], *, unnamed: bool) -> "Locator":
        """
        Return a locator that keeps in mind only what it will be asked for, in large files.

        Parameters
        ----------
        asked
            Subjects, predicates and values, as `place` takes them.
        unnamed
            Whether it will be asked for things without a name.
        """
        keys = {key for given in asked for key in _narrowest_first(*given)}
        narrowed = Locator(self._files, tables=self._tables)
        narrowed._wanted = _Wanted(frozenset(keys), unnamed=unnamed)
        return narrowed

    @cached_property
    def _indexes(self) -> list[Index]:
        return [_known(path, self._wanted) for path in self._files]

    @cached_property
    def _unnamed(self) -> "list[_Unnamed]":
        return [_Unnamed(index) for index in self._indexes]

    def place(self, subject: str, predicate: str = "", value: str = "") -> Place | None:
        """
        Return where a statement is written, or else where its subject is.

        Parameters
        ----------
        subject, predicate, value
            IRIs, or the words of a literal; the narrowest match that is known wins.
        """
        for key in _narrowest_first(subject, predicate, value):
            for index in self._indexes:
                if key in index:
                    return index[key]
        found = (lookup(subject, predicate, value) for lookup in self._tables)
        return next(filter(None, found), None)

    def unnamed(self, statements: Collection[Said]) -> Place | None:
        """
        Return where a thing without a name is described, by what is said of it.

        Parameters
        ----------
        statements
            Properties and values of the thing, as `place` takes them.
        """
        if not statements:
            return None
        found = (described.place(statements) for described in self._unnamed)
        return next(filter(None, found), None)


def _narrowest_first(subject: str, predicate: str, value: str) -> tuple[Key, ...]:
    return (subject, predicate, value), (subject, predicate), (subject,)


class _Unnamed:
    """The things without a name of one file, by what is said of them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._said: dict[str, set[Said]] = {}
        self._subjects: dict[Said, list[str]] = {}
        for subject, predicate, value in (key for key in index if len(key) == _TRIPLE):
            if ":" not in subject:
                self._said.setdefault(subject, set()).add((predicate, value))
                self._subjects.setdefault((predicate, value), []).append(subject)

    def place(self, statements: Collection[Said]) -> Place | None:
        """Return where the first thing is described of which all of this is said."""
        rarest = min((self._subjects.get(one, []) for one in statements), key=len)
        for subject in rarest:
            if self._said[subject].issuperset(statements):
                return self._index[subject,]
        return None


def _known(path: Path, wanted: _Wanted) -> Index:
    """Return the places of a file; none where it has gone, or broken, since it was read."""
    try:
        return _index(path, wanted)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error):
        return {}


def _index(path: Path, wanted: _Wanted) -> Index:
    form = format_of(path)
    if form in {RdfFormat.N_TRIPLES, RdfFormat.N_QUADS}:
        return _placed(path, lines_of_quads(_lines(path), wanted))
    turtle = form in {RdfFormat.TURTLE, RdfFormat.TRIG}
    if turtle and path.stat().st_size >= (_LARGE // _RATIO if path.suffix == ".gz" else _LARGE):
        return _placed(path, lines_of_turtle(_lines(path), wanted))
    if turtle:
        return _parsed(path, "".join(_lines(path)), trig=form == RdfFormat.TRIG)
    return _mentions(path, wanted)


_RATIO = 10
"""About how many times smaller gzip makes a file."""


def _lines(path: Path) -> Iterator[str]:
    zipped = path.suffix.lower() == ".gz"
    opened = gzip.open if zipped else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as lines:
        yield from lines


def _placed(path: Path, found: Found) -> Index:
    return {key: Place(str(path), *where) for key, where in found.items()}


class _Remembering(SinkParser):
    """A Turtle parser that remembers where each term stood."""

    def __init__(self, sink: RDFSink, *, base: str) -> None:
        super().__init__(sink, baseURI=base, turtle=True)
        self.seen: dict[int, tuple[Any, int, int]] = {}
        self.found: dict[Key, tuple[int, int]] = {}

    def object(self, argstr: str, i: int, res: Any) -> int:
        """Read a subject or an object, and remember where it starts."""
        start = self.skipSpace(argstr, i)
        if start < 0:
            return start
        line, column = self.lines + 1, start - self.startOfLine + 1
        before = len(res)
        end = super().object(argstr, start, res)
        for term in res[before:]:
            # The term is kept beside its place, so that no other takes over its identity.
            self.seen[id(term)] = (term, line, column)
        return end

    def makeStatement(self, quadruple: Any) -> None:  # noqa: N802 - rdflib's name
        """Note where the statement that is made stood."""
        _, predicate, subject, value = quadruple
        at = self._where(value, (self.lines + 1, 1))
        start = self._where(subject, at)
        words = _words(value)
        for key, where in (
            ((str(subject), str(predicate), words), at),
            ((str(subject), str(predicate)), at),
            ((str(subject),), start),
        ):
            self.found.setdefault(key, where)
        super().makeStatement(quadruple)

    def _where(self, term: Any, otherwise: tuple[int, int]) -> tuple[int, int]:
        if id(term) not in self.seen:
            return otherwise
        _, line, column = self.seen[id(term)]
        return line, column


class _RememberingTrig(_Remembering, TrigSinkParser):
    """A TriG parser that remembers where each term stood."""


def _words(value: Any) -> str:
    """Return the words of a term, or of a bare number or truth value as the parser has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _parsed(path: Path, text: str, *, trig: bool) -> Index:
    graph = rdflib.Dataset() if trig else rdflib.Graph()
    parser = _RememberingTrig if trig else _Remembering
    reader = parser(RDFSink(graph), base=path.absolute().as_uri())
    try:
        reader.loadBuf(text)
    except (BadSyntax, RecursionError, ValueError):
        # rdflib does not read RDF 1.2, nor what is nested deeply, nor endless numbers.
        return _mentions(path, _Wanted())
    lines = text.splitlines()
    return {
        key: Place(str(path), line, column, _excerpt(lines, line))
        for key, (line, column) in reader.found.items()
    }


def _excerpt(lines: list[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _mentions(path: Path, wanted: _Wanted) -> Index:
    """Return where each IRI or short name in quotes first stands in JSON-LD or RDF/XML."""
    index: dict[Key, Place] = {}
    for number, line in enumerate(_lines(path), 1):
        for found in re.finditer(r'["<]([^"<>\s]+)[">]', line):
            key = (found[1],)
            if key not in index and wanted(key):
                index[key] = Place(str(path), number, found.start() + 1, excerpt(line))
    return index
