"""Workbooks (.xlsx) as tables, a sheet each."""

import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, time
from gettext import gettext as _
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from coordgraph.errors import TooLarge, UnreadableFile
from coordgraph.files import check_file
from coordgraph.guard import check_packing
from coordgraph.ingest.sheet import Line, Sheet, cleaned, shown

__all__ = ["GUIDES", "workbook_sheets"]

GUIDES = ("about", "codes")
"""The sheets of a template that explain it and are no tables."""

_LARGEST = 2 * 1024**3
_MOST_ROWS = 1_048_576
_MOST_CELLS = 50_000_000
_BROKEN = (  # what is raised where something in a workbook is not as it should be
    *(zipfile.BadZipFile, zlib.error, EOFError, InvalidFileException, SyntaxError),
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
    book = _opened(path)
    epoch = book.epoch.date()
    names = [sheet.title for sheet in book.worksheets]
    book.close()
    return [
        Sheet(f"{shown(path)}:{name}", name, _lines_of(path, name), epoch, ragged=True)
        for name in names
    ]


def _opened(path: Path) -> Any:
    check_file(path)
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist())
        check_packing(shown(path), path.stat().st_size, size)
        if size > _LARGEST:
            problem = _(
                "this workbook unpacks to {size:.1f} GB. Save its sheets as CSV."
            ).format(size=size / 1024**3)
            raise TooLarge(f"{shown(path)}: {problem}")
        with warnings.catch_warnings():  # of styles and validations that are not kept
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except OSError as error:
        raise UnreadableFile(shown(path), f"{error.strerror}.") from None
    except _BROKEN:
        raise UnreadableFile(shown(path), _no_workbook()) from None


def _no_workbook() -> str:
    return _("this is no workbook (.xlsx). Save it as one, or its sheets as CSV.")


def _lines_of(path: Path, name: str) -> Callable[[], Iterator[Line]]:
    def lines() -> Iterator[Line]:
        book, held = _opened(path), 0
        try:
            sheet = book[name]
            sheet.reset_dimensions()  # what it says of its size may be wrong
            for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
                held += len(values)
                if number > _MOST_ROWS or held > _MOST_CELLS:
                    problem = _(
                        "more than {rows:,} rows or {cells:,} cells. Save it as CSV."
                    ).format(rows=_MOST_ROWS, cells=_MOST_CELLS)
                    raise TooLarge(f"{shown(path)}:{name}: {problem}")
                cells = [_cell(value) for value in values]
                while cells and not cells[-1]:
                    cells.pop()
                if cells or number == 1:
                    yield Line(number, cells)
        except _BROKEN:
            raise UnreadableFile(f"{shown(path)}:{name}", _no_workbook()) from None
        finally:
            book.close()

    return lines


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
