"""Tables, workbooks and mappings that are made to do harm end with a message."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from coordgraph.errors import TooLarge
from coordgraph.ingest.workbook import workbook_sheets
from tests.hostile.calling import Caller

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
HEADER = ("id", "class", "kind", "label_en")
ROW = ("a", "Institution", "ministry", "A")
Part = Callable[[bytes], bytes]


def workbook(folder: Path, part: str, edit: Part) -> Path:
    """Return a workbook of one actor, one part of which is written otherwise."""
    book = openpyxl.Workbook()
    assert book.active
    book.active.title = "actors"
    book.active.append(HEADER)
    book.active.append(ROW)
    book.save(folder / "plain.xlsx")
    path = folder / "book.xlsx"
    with (
        zipfile.ZipFile(folder / "plain.xlsx") as plain,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in plain.namelist():
            body = plain.read(name)
            made.writestr(name, edit(body) if name == part else body)
    return path


def put(before: bytes, after: bytes) -> Part:
    """Return what puts one text in the place of another, which must be there."""

    def edit(body: bytes) -> bytes:
        assert before in body
        return body.replace(before, after, 1)

    return edit


def laughing(before: bytes) -> Part:
    """Return what declares a bomb of entities, and sets it off instead of a text."""
    steps = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE r [<!ENTITY a0 "ha">{steps}]>'.encode()

    def edit(body: bytes) -> bytes:
        start = body.index(b"?>") + 2 if body.startswith(b"<?xml") else 0
        return body[:start] + bomb + body[start:].replace(before, b"&a9;", 1)

    return edit


NO_WORKBOOK = "this is no workbook"
BOOKS: dict[str, tuple[str, Part, str]] = {
    "a bomb in a sheet": (SHEET, laughing(b"<v>0</v>"), NO_WORKBOOK),
    "a bomb in the list of sheets": ("xl/workbook.xml", laughing(b"1"), NO_WORKBOOK),
    "a zip bomb": (SHEET, put(b"<sheetData>", b"<sheetData>" + b" " * (64 << 20)), "200 times"),
    "a cut sheet": (SHEET, lambda body: body[: len(body) // 2], NO_WORKBOOK),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_that_would_do_harm_is_refused(
    call: Caller, tmp_path: Path, name: str
) -> None:
    part, edit, message = BOOKS[name]
    out = tmp_path / "out.ttl"
    ended = call("import", workbook(tmp_path, part, edit), "--out", out, "--no-check")
    assert message in ended.check(1, 2).errors
    assert not out.exists()


LARGE = {
    "a row far down": b'<row r="99999999999"><c r="A9"><v>1</v></c></row>',
    "wide rows of nothing": b'<row><c r="XFD3"/></row>' * 20,
}


@pytest.mark.parametrize("name", LARGE)
def test_a_sheet_larger_than_sheets_are_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("coordgraph.ingest.workbook._MOST_ROWS", 1_000)
    monkeypatch.setattr("coordgraph.ingest.workbook._MOST_CELLS", 100_000)
    edit = put(b"</sheetData>", LARGE[name] + b"</sheetData>")
    [sheet] = workbook_sheets(workbook(tmp_path, SHEET, edit))
    with pytest.raises(TooLarge, match="Save it as CSV"):
        list(sheet.lines())


@pytest.mark.parametrize("size", [b"A1:XFD1048576", b"A1:A1"])
def test_what_a_sheet_says_of_its_size_is_not_believed(
    call: Caller, tmp_path: Path, size: bytes
) -> None:
    book = workbook(tmp_path, SHEET, put(b'ref="A1:D2"', b'ref="' + size + b'"'))
    ended = call("import", book, "--out", tmp_path / "out.ttl", "--no-check")
    assert (
        "statements of 1 rows" in ended.check(0, 1).errors or "class is missing" in ended.errors
    )


def test_an_entity_elsewhere_is_not_fetched(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret", encoding="utf-8")
    doctype = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><sst'.encode()
    edits = (put(b"<sst", doctype), put(b"<t>A</t>", b"<t>&x;</t>"))
    book = workbook(tmp_path, STRINGS, lambda body: edits[1](edits[0](body)))
    out = tmp_path / "out.ttl"
    call("import", book, "--out", out, "--no-check").check(0, 1, 2)
    assert not out.exists() or "a secret" not in out.read_text(encoding="utf-8")


TEXTS = {
    "half of UTF-16": (b"\xff\xfea", "no UTF-16"),
    "a header without an end": (b"a" * 5_000_000, "no header of a table"),
    "millions of columns": (b"id," + b"a," * 1_000_000, "no header of a table"),
    "a quotation without an end": (
        b'id,class,kind,label_en\na,Institution,ministry,"' + b"a\n" * 100_000,
        "this is no CSV",
    ),
    "a huge cell": (
        b"id,class,kind,label_en\na,Institution,ministry," + b"a" * 1_000_000,
        "this is no CSV",
    ),
    "what is no id": (
        b"id,class,kind,label_en\n../../x,Institution,ministry,X\n",
        "",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_table_that_would_do_harm_is_refused(call: Caller, tmp_path: Path, name: str) -> None:
    body, message = TEXTS[name]
    (tmp_path / "actors.csv").write_bytes(body)
    out = tmp_path / "out.ttl"
    ended = call("import", tmp_path / "actors.csv", "--out", out, "--no-check")
    assert message in ended.check().errors
    assert {path.name for path in tmp_path.iterdir()} <= {"actors.csv", "out.ttl"}


TABLE = '{"url": "x.csv", "tableSchema": {"columns": [%s]}}'
MAPPINGS = {
    "nested lists": "[" * 100_000,
    "nested objects": '{"url":' + '{"a":' * 5_000 + "1" + "}" * 5_000 + "}",
    "a huge number": '{"url": "x.csv", "n": ' + "9" * 10_000 + "}",
    "a schema elsewhere": '{"url": "x.csv", "tableSchema": "http://127.0.0.1:9/s.json"}',
    "tables that are none": '{"tables": 5}',
    "a name that is none": TABLE % '{"name": 5}',
    "a key that is none": '{"url": "x.csv", "tableSchema": {"primaryKey": 5, "columns": []}}',
    "titles that are none": TABLE % '{"name": "a", "titles": {"en": 5}}',
    "a column that is none": TABLE % "5",
    "not even text": "\x00",
}


@pytest.mark.parametrize("name", MAPPINGS)
def test_a_mapping_that_is_none_is_refused(call: Caller, tmp_path: Path, name: str) -> None:
    mapping = tmp_path / "m.json"
    mapping.write_text(MAPPINGS[name], encoding="utf-8")
    (tmp_path / "x.csv").write_text("a\nb\n", encoding="utf-8")
    call("import", tmp_path / "x.csv", "--mapping", mapping, "--out", tmp_path / "o.ttl").check(
        2
    )
