"""Sheets are read by value, and no workbook is read that would not end."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from coordgraph.errors import TooLarge, UnreadableFile
from coordgraph.ingest.workbook import workbook_sheets

ROWS = [
    ("id", "sure", "on", "many", "share", None),
    ("a", True, dt.datetime(1999, 5, 1), 3.0, 0.5, None),  # noqa: DTZ001 - as workbooks hold days
    (None, None, None, None, None, None),
    ("b", False, dt.datetime(1999, 5, 1, 12), 1e20, None, None),  # noqa: DTZ001
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    (sheet,) = made.worksheets
    for row in ROWS:
        sheet.append(list(row))
    made.save(tmp_path / "t.xlsx")
    return tmp_path / "t.xlsx"


def test_cells_are_taken_by_value_and_empty_rows_left_out(book: Path) -> None:
    (sheet,) = workbook_sheets(book)
    assert [(line.number, list(line.cells)) for line in sheet.lines()] == [
        (1, ["id", "sure", "on", "many", "share"]),
        (2, ["a", "true", "1999-05-01", "3", "0.5"]),
        (4, ["b", "false", "1999-05-01T12:00:00", "100000000000000000000"]),
    ]


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it is a folder"):
        workbook_sheets(tmp_path)


@pytest.mark.parametrize("limit", ["_MOST_ROWS", "_MOST_CELLS"])
def test_more_than_a_sheet_has_is_refused(
    book: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(f"coordgraph.ingest.workbook.{limit}", 1)
    with pytest.raises(TooLarge, match=r"t\.xlsx:Sheet: more than .*Save it as CSV"):
        list(workbook_sheets(book)[0].lines())


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.ingest.workbook._LARGEST", 1)
    with pytest.raises(TooLarge, match=r"this workbook unpacks to 0\.0 GB\. Save its sheets"):
        workbook_sheets(book)


def test_a_workbook_that_breaks_while_it_is_read_is_told(book: Path) -> None:
    (sheet,) = workbook_sheets(book)
    book.write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableFile, match=r"this is no workbook \(\.xlsx\)"):
        list(sheet.lines())
