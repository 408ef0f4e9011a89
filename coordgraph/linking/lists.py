"""Lists of names that people have: a line each, or a column of a table."""

from collections.abc import Iterable, Iterator, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import NamedTuple

from coordgraph.errors import CallError, TableError, UnknownCountry
from coordgraph.ingest.sheet import EXCEL_EPOCH, Sheet, cleaned, csv_sheet, dialect_of, shown
from coordgraph.ingest.workbook import workbook_sheets
from coordgraph.linking.countries import Countries
from coordgraph.names import plain

__all__ = ["Asked", "read_column", "read_lines", "same_once"]

_WORKBOOKS = {".xlsx", ".xlsm"}


class Asked(NamedTuple):
    """A name that somebody wrote, and the code of the country that it should be of, if any."""

    name: str
    country: str = ""


def read_lines(text: str, *, country: str = "") -> list[Asked]:
    """Return the names of a text that has one on each line, all of one country or of any."""
    return [Asked(name, country) for line in text.splitlines() if (name := cleaned(line))]


def read_column(
    path: Path, column: str, *, country_column: str | None, countries: Countries, country: str
) -> list[Asked]:
    """
    Return the names in a column of a CSV file, or of the first sheet of a workbook that has it.

    Parameters
    ----------
    path
        The file.
    column
        The title of the column; case and accents do not matter.
    country_column
        The title of the column that says the country of each name, if there is one.
    countries
        The countries that names may be of.
    country
        The code of the country where none is said.

    Raises
    ------
    CallError
        If no table of the file has these columns.
    TableError
        If a cell names no country; all of them are named.
    UnreadableFile
        If the file cannot be read.
    """
    wanted = [column, *([country_column] if country_column else [])]
    sheet, places = _table(path, wanted)
    lines = sheet.lines()
    next(lines)
    found: list[Asked] = []
    problems: list[str] = []
    for line in lines:
        cells = [line.cells[place] if place < len(line.cells) else "" for place in places]
        code = country
        try:
            code = countries.code(cells[1]) if len(cells) > 1 and cells[1] else country
        except UnknownCountry as problem:
            problems.append(f"{sheet.name}:{line.number}: {country_column}: {problem}")
        if cells[0]:
            found.append(Asked(cells[0], code))
    if problems:
        raise TableError(problems)
    return found


def _table(path: Path, wanted: Sequence[str]) -> tuple[Sheet, list[int]]:
    """Return the table that has these columns, and where they stand in it."""
    headers: list[str] = []
    for sheet in _sheets(path, wanted):
        first = next(sheet.lines(), None)
        header = [plain(title) for title in first.cells] if first else []
        if all(plain(title) in header for title in wanted):
            return sheet, [header.index(plain(title)) for title in wanted]
        headers += first.cells if first else []
    listed = ", ".join(filter(None, headers)) or "none"
    missing = f"column{'s' if len(wanted) > 1 else ''} {' and '.join(wanted)}"
    raise CallError(
        _("{path}: no table has the {missing}. It has: {listed}.").format(
            path=shown(path), missing=missing, listed=listed
        )
    )


def _sheets(path: Path, wanted: Iterable[str]) -> list[Sheet]:
    if path.suffix.lower() in _WORKBOOKS:
        return workbook_sheets(path)
    return [csv_sheet(path, dialect_of(path, list(wanted)), epoch=EXCEL_EPOCH)]


def same_once(asked: Iterable[Asked]) -> Iterator[Asked]:
    """Give each name once, in the order in which they come; case and accents do not matter."""
    seen: set[tuple[str, str]] = set()
    for one in asked:
        key = (plain(one.name), one.country)
        if key not in seen:
            seen.add(key)
            yield one
