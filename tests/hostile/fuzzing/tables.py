"""Tables of a user, as `import` reads them."""

import zipfile
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl

from coordgraph.errors import CoordgraphError
from coordgraph.ingest.description import TableDescription, read_description
from coordgraph.ingest.importing import parts_of
from coordgraph.ingest.tabular import Options, read_parts
from coordgraph.resources import DATA
from tests.hostile.fuzzing.surface import Surface, fields, joined, scratch

__all__ = ["SURFACES"]

_BOOK = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
"""The parts of a workbook that are written otherwise, in this order."""


def table(data: bytes) -> None:
    """Read a CSV file."""
    path = scratch() / "actors.csv"
    path.write_bytes(data)
    _read(path)


def workbook(data: bytes) -> None:
    """Read a workbook of one sheet, parts of which are given; those that are empty stay."""
    path = scratch() / "book.xlsx"
    given = dict(zip(_BOOK, fields(data, len(_BOOK)), strict=True))
    with zipfile.ZipFile(path, "w") as made:
        for name, body in _parts().items():
            made.writestr(name, given.get(name) or body)
    _read(path)


@cache
def _parts() -> dict[str, bytes]:
    """Return the parts of a valid workbook."""
    book, file = openpyxl.Workbook(), BytesIO()
    assert book.active
    book.active.title = "actors"
    book.active.append(("id", "class", "kind", "label_en"))
    book.active.append(("a", "Institution", "ministry", 1.5))
    book.save(file)
    with zipfile.ZipFile(file) as made:
        return {name: made.read(name) for name in made.namelist()}


@cache
def _tables() -> list[TableDescription]:
    return list(read_description(DATA / "agreements" / "csv-metadata.json"))


def _read(path: Path) -> None:
    """Read a table, both as a whole and without its bad rows."""
    for keep_going in (False, True):
        with suppress(CoordgraphError):
            found, _remarks = parts_of([path], _tables())
            read_parts(
                found,
                lambda triples: len(list(triples)),
                known={},
                options=Options(order="dmy", keep_going=keep_going),
            )


SURFACES = {
    "csv": Surface(
        table,
        (
            b'id,class,kind,label_en\na,Institution,ministry,Ministry\nb,Unit,unit,"A, B"\n',
            b"id;class;kind;label_en;founded\r\na;Institution;ministry;Min\xeft\xe9;03/04/2001\r\n",
        ),
    ),
    "workbook": Surface(workbook, (joined(*(_parts().get(name, b"") for name in _BOOK)), b"")),
}
"""By name."""
