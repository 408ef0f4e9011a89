"""
Where each statement was written: file, line and column.

Files are read for this only when somebody asks, which is when there is something to report.
Turtle and TriG are read by rdflib's parser, which is told to remember where each term stood;
N-Quads line by line; in JSON-LD and RDF/XML a subject is found where it is first mentioned.
"""

import gzip
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import RdfFormat
from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser
from rdflib.plugins.parsers.trig import TrigSinkParser

from coordgraph.ingest.rdf import format_of

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


class Locator:
    """Finds where statements were written, over the files that they may come from."""

    def __init__(self, files: Iterable[Path] = (), *, tables: Sequence[Lookup] = ()) -> None:
        self._files = list(files)
        self._tables = tables
        self._indexes: list[Index] | None = None

    def place(self, subject: str, predicate: str = "", value: str = "") -> Place | None:
        """
        Return where a statement is written, or else where its subject is.

        Parameters
        ----------
        subject, predicate, value
            IRIs, or the words of a literal; the narrowest match that is known wins.
        """
        if self._indexes is None:
            self._indexes = [_index(path) for path in self._files]
        for key in ((subject, predicate, value), (subject, predicate), (subject,)):
            for index in self._indexes:
                if key in index:
                    return index[key]
        found = (lookup(subject, predicate, value) for lookup in self._tables)
        return next(filter(None, found), None)

    def unnamed(self, statements: Collection[tuple[str, str]]) -> Place | None:
        """
        Return where a thing without a name is described, by what is said of it.

        Parameters
        ----------
        statements
            Properties and values of the thing, as `place` takes them.
        """
        if not statements:
            return None
        if self._indexes is None:
            self._indexes = [_index(path) for path in self._files]
        for index in self._indexes:
            said: dict[str, set[tuple[str, str]]] = {}
            for subject, predicate, value in (key for key in index if len(key) == _TRIPLE):
                if ":" not in subject:
                    said.setdefault(subject, set()).add((predicate, value))
            for subject, found in said.items():
                if found.issuperset(statements):
                    return index[subject,]
        return None


def _index(path: Path) -> Index:
    text = _text(path)
    form = format_of(path)
    if form in {RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.TRIG}:
        return _parsed(path, text, trig=form == RdfFormat.TRIG)
    if form == RdfFormat.N_QUADS:
        return _line_by_line(path, text)
    return _mentions(path, text)


def _text(path: Path) -> str:
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return body.decode("utf-8-sig")


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
    except BadSyntax:  # what Oxigraph reads of RDF 1.2, rdflib does not
        return _mentions(path, text)
    lines = text.splitlines()
    return {
        key: Place(str(path), line, column, _excerpt(lines, line))
        for key, (line, column) in reader.found.items()
    }


def _excerpt(lines: list[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


_N_QUAD = re.compile(r"\s*(?P<subject>\S+)\s+<(?P<predicate>[^>]*)>\s+(?P<value>.*)")


def _line_by_line(path: Path, text: str) -> Index:
    index: dict[Key, Place] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not (found := _N_QUAD.match(line)):
            continue
        subject = found["subject"].strip("<>").removeprefix("_:")
        value = found["value"]
        words = re.match(r'<([^>]*)>|"((?:[^"\\]|\\.)*)"|_:(\S+)', value)
        spoken = next(filter(None, words.groups()), "") if words else ""
        place = Place(str(path), number, 1, line)
        index.setdefault((subject, found["predicate"], spoken), place)
        index.setdefault((subject, found["predicate"]), place)
        index.setdefault((subject,), place)
    return index


def _mentions(path: Path, text: str) -> Index:
    """Return where each IRI or short name in quotes first stands in JSON-LD or RDF/XML."""
    index: dict[Key, Place] = {}
    for number, line in enumerate(text.splitlines(), 1):
        for found in re.finditer(r'["<]([^"<>\s]+)[">]', line):
            place = Place(str(path), number, found.start() + 1, line)
            index.setdefault((found[1],), place)
    return index
