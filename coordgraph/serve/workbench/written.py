"""Lines around a place of the files that the data were read from, and of no other files."""

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import IO, NamedTuple

from coordgraph.errors import CallError, UnreadableFile
from coordgraph.ingest.dataset import dataset_files
from coordgraph.ingest.sheet import shown
from coordgraph.reasons import reason
from coordgraph.serve.api.report import SHIPPED
from coordgraph.serve.speech import gettext as _

__all__ = ["Excerpt", "excerpt", "read_from"]

_BEFORE, _AFTER = 8, 16
_ENCODING = "utf-8-sig"
_LONGEST = 1_500
"""How much of a line is shown."""


class Excerpt(NamedTuple):
    """
    Lines of a file.

    Attributes
    ----------
    first
        The number of the first of them, from 1.
    lines
        Their texts; what is cut short ends in dots.
    row
        The cells of the line in question by column, in a table; else nothing.
    """

    first: int
    lines: Sequence[str]
    row: Mapping[str, str]


def read_from(sources: Sequence[str]) -> dict[str, Path]:
    """Return the files that data were read from, by the names that findings call them."""
    if SHIPPED in sources:
        return {shown(path): path for path in dataset_files()}
    return {str(Path(source)): Path(source) for source in sources}


def excerpt(sources: Sequence[str], name: str, line: int) -> Excerpt:
    """
    Return the lines around a place, as the file is now.

    Parameters
    ----------
    sources
        The files that the data were read from, or `SHIPPED`.
    name
        One of them, as findings call it.
    line
        The number of the line, from 1.

    Raises
    ------
    CallError
        If the data were not read from this file, or it has no such line.
    UnreadableFile
        If it cannot be read any more.
    """
    path = read_from(sources).get(name)
    if path is None:
        words = _("{file} is none of the files that these data were read from.")
        raise CallError(words.format(file=name[:200]))
    try:
        return _around(path, name, line)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise UnreadableFile(name, _("it cannot be unpacked.")) from None
    except OSError as error:
        raise UnreadableFile(name, f"{reason(error)}.") from None


def _around(path: Path, name: str, line: int) -> Excerpt:
    first = max(line - _BEFORE, 1)
    with _opened(path) as file:
        head = file.readline()
        lines = list(islice(chain([head], file), first - 1, line + _AFTER))
    if len(lines) <= line - first:
        words = _("{file} has no line {line} any more.")
        raise CallError(words.format(file=name, line=line))
    row = _cells(head, lines[line - first :]) if path.suffix == ".csv" and line > 1 else {}
    return Excerpt(first, [_short(one.rstrip("\r\n")) for one in lines], row)


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding=_ENCODING, errors="replace", newline="\n")
    return path.open(encoding=_ENCODING, errors="replace", newline="\n")


def _cells(head: str, lines: Sequence[str]) -> dict[str, str]:
    """Return what the row that begins with the first line has in each column."""
    rows: Iterator[Sequence[str]] = csv.reader(iter([head, *lines]))
    try:
        return {name: cell for name, cell in zip(next(rows), next(rows), strict=False) if cell}
    except (csv.Error, StopIteration):
        return {}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
