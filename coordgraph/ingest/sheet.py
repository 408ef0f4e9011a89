"""Tables as people keep them: lines of cells, in files written in the ways of offices."""

import csv
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import NamedTuple

from coordgraph.errors import UnreadableFile
from coordgraph.files import check_file
from coordgraph.names import plain
from coordgraph.reasons import reason
from coordgraph.tables import bare_cell

__all__ = [
    "EXCEL_EPOCH",
    "PLAIN",
    "Dialect",
    "Line",
    "Row",
    "Sheet",
    "cleaned",
    "csv_sheet",
    "dialect_of",
    "is_error",
    "shown",
]

EXCEL_EPOCH = date(1899, 12, 30)
"""The day from which workbooks count days, but for those that count from 1904."""

_LONGEST_HEADER = 100_000
_DELIMITERS = (",", ";", "\t", "|")
_ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}


class Row(NamedTuple):
    """Where a thing is described: a row of a table, by the line that it starts on."""

    sheet: str
    line: int

    def __str__(self) -> str:
        """Return ``sheet:line``."""
        return f"{self.sheet}:{self.line}"


class Line(NamedTuple):
    """The cells of one line of a table, and its number in the file."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A table as it is kept; its first line is the header.

    Attributes
    ----------
    name
        What messages call it.
    stem
        Its own name, without folder and suffix, which tells what it describes.
    lines
        Reads it anew, line by line.
    epoch
        The day from which numbers count days, where a date is expected.
    ragged
        Whether empty cells at the end of a line may be missing.
    """

    name: str
    stem: str
    lines: Callable[[], Iterator[Line]]
    epoch: date | None = None
    ragged: bool = False


class Dialect(NamedTuple):
    """How a CSV file is written."""

    encoding: str
    delimiter: str


PLAIN = Dialect("utf-8-sig", ",")
"""UTF-8, perhaps with a byte-order mark, and commas."""


def shown(path: Path) -> str:
    """Return a path from here, if it is below."""
    here = Path.cwd()
    path = path.absolute()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def csv_sheet(path: Path, dialect: Dialect = PLAIN, *, epoch: date | None = None) -> Sheet:
    """Return a CSV file as a sheet."""
    return Sheet(shown(path), path.stem, lambda: _csv_lines(path, dialect), epoch)


def _csv_lines(path: Path, dialect: Dialect) -> Iterator[Line]:
    name = shown(path)
    check_file(path)
    try:
        with path.open(encoding=dialect.encoding, newline="") as file:
            reader = csv.reader(file, delimiter=dialect.delimiter, strict=True)
            start = 1
            for cells in reader:
                yield Line(start, [bare_cell(cleaned(cell)) for cell in cells])
                start = reader.line_num + 1
    except OSError as error:
        raise UnreadableFile(name, f"{reason(error)}.") from None
    except UnicodeDecodeError:
        problem = _("this table is not in the encoding UTF-8. Save it so.")
        raise UnreadableFile(name, problem) from None
    except csv.Error as error:
        raise UnreadableFile(name, _("this is no CSV: {error}.").format(error=error)) from None


def cleaned(cell: str) -> str:
    """Return a cell without blanks around it, its accents composed."""
    cell = cell.strip()
    return cell if cell.isascii() else unicodedata.normalize("NFC", cell)


def dialect_of(path: Path, titles: Collection[str]) -> Dialect:
    """
    Return how a CSV file is written: its encoding, and what stands between its cells.

    UTF-8 and UTF-16 are known by what they are; what is neither is read as Windows-1252, which
    holds Latin-1.  The delimiter is the one that splits the header into most known titles.

    Parameters
    ----------
    path
        The file.
    titles
        Titles that columns may have.

    Raises
    ------
    UnreadableFile
        If it cannot be read, or is in none of these encodings.
    """
    encoding = _encoding(path)
    try:
        with path.open(encoding=encoding, newline="") as file:
            header = file.readline(_LONGEST_HEADER)
    except UnicodeDecodeError:
        raise UnreadableFile(
            shown(path), _("this table is no UTF-16. Save it as UTF-8.")
        ) from None
    if len(header) == _LONGEST_HEADER:
        problem = _(
            "its first line has {many:,} characters and more: that is no header of a table."
        ).format(many=_LONGEST_HEADER)
        raise UnreadableFile(shown(path), problem)
    known = {plain(title) for title in titles}

    def fitting(delimiter: str) -> int:
        return sum(plain(title.strip('"')) in known for title in header.split(delimiter))

    return Dialect(encoding, max(_DELIMITERS, key=fitting))


def _encoding(path: Path) -> str:
    check_file(path)
    try:
        with path.open("rb") as file:
            start = file.read(2)
    except OSError as error:
        raise UnreadableFile(shown(path), f"{reason(error)}.") from None
    if start in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    for encoding in ("utf-8-sig", "cp1252"):
        if _decodes(path, encoding):
            return encoding
    problem = _("this table is in none of UTF-8, UTF-16 and Windows-1252. Save it as UTF-8.")
    raise UnreadableFile(shown(path), problem)


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            while file.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return False
    return True


def is_error(cell: str) -> bool:
    """
    Say whether a cell holds the error of a formula.

    >>> is_error("#REF!"), is_error("#1")
    (True, False)
    """
    return cell in _ERRORS
