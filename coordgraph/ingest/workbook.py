"""Workbooks (.xlsx) as tables, a sheet each."""

import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, time
from gettext import gettext as _
from pathlib import Path
from typing import Any, BinaryIO

from coordgraph.errors import TooLarge, UnreadableFile
from coordgraph.files import check_file
from coordgraph.guard import check_packing
from coordgraph.ingest.sheet import Line, Sheet, cleaned, shown
from coordgraph.reasons import reason

__all__ = ["GUIDES", "workbook_sheets"]

GUIDES = ("about", "codes")
"""The sheets of a template that explain it and are no tables."""

_LARGEST = 2 * 1024**3
_MOST_ROWS = 1_048_576
_MOST_CELLS = 50_000_000
_BROKEN = (  # what is raised where something in a workbook is not as it should be
    *(zipfile.BadZipFile, zlib.error, EOFError, SyntaxError),
    *(ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError),
    *(TypeError, ValueError),
)


def workbook_sheets(path: Path) -> list[Sheet]:
    """
    Return the sheets of a workbook (.xlsx), each read line by line.

    Cells are taken by value: a date as YYYY-MM-DD, a whole number without a point, the outcome
    of a formula rather than the formula.

    Raises
    ------
    UnreadableFile
        If it is no workbook.
    ParseError
        If it unpacks to far more than workbooks do.
    TooLarge
        If it unpacks to more than 2 GB, or has more rows or cells than sheets have.
    """
    with _opened(path) as book:
        epoch = book.epoch.date()
        names = [sheet.title for sheet in book.worksheets]
    return [
        Sheet(f"{shown(path)}:{name}", name, _lines_of(path, name), epoch, ragged=True)
        for name in names
    ]


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """Open a workbook; its file is closed, too, where it turns out to be none."""
    check_file(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise UnreadableFile(shown(path), f"{reason(error)}.") from None
    with file:
        book = _loaded(path, file)
        try:
            yield book
        finally:
            book.close()


def _loaded(path: Path, file: BinaryIO) -> Any:
    # It takes a quarter of a second, and few who may read workbooks do.
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(file) as packed:
            size = sum(part.file_size for part in packed.infolist())
        check_packing(shown(path), path.stat().st_size, size)
        if size > _LARGEST:
            problem = _(
                "this workbook unpacks to {size:.1f} GB. Save its sheets as CSV."
            ).format(size=size / 1024**3)
            raise TooLarge(f"{shown(path)}: {problem}")
        with warnings.catch_warnings():  # of styles and validations that are not kept
            warnings.simplefilter("ignore")
            return load_workbook(file, read_only=True, data_only=True)
    except OSError as error:
        raise UnreadableFile(shown(path), f"{reason(error)}.") from None
    except _BROKEN:
        raise UnreadableFile(shown(path), _no_workbook()) from None


def _no_workbook() -> str:
    return _("this is no workbook (.xlsx). Save it as one, or its sheets as CSV.")


def _lines_of(path: Path, name: str) -> Callable[[], Iterator[Line]]:
    def lines() -> Iterator[Line]:
        try:
            with _opened(path) as book:
                yield from _read(book[name], f"{shown(path)}:{name}")
        except _BROKEN:
            raise UnreadableFile(f"{shown(path)}:{name}", _no_workbook()) from None

    return lines


def _read(sheet: Any, place: str) -> Iterator[Line]:
    held = 0
    sheet.reset_dimensions()  # what it says of its size may be wrong
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        held += len(values)
        if number > _MOST_ROWS or held > _MOST_CELLS:
            problem = _("more than {rows:,} rows or {cells:,} cells. Save it as CSV.").format(
                rows=_MOST_ROWS, cells=_MOST_CELLS
            )
            raise TooLarge(f"{place}: {problem}")
        cells = [_cell(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells or number == 1:
            yield Line(number, cells)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return cleaned(str(value))
