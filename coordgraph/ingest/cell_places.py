"""Where in tables a statement is written: table, row and column."""

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from coordgraph.ingest.description import Column
from coordgraph.ingest.provenance import Place
from coordgraph.ingest.sheet import Row
from coordgraph.ingest.table import column_names
from coordgraph.ingest.tabular import Part

__all__ = ["CellPlaces"]


class CellPlaces:
    """
    Finds the cells that statements come from.

    Tables are read anew for this, and only when somebody asks.
    """

    def __init__(self, parts: Sequence[Part], rows: Mapping[NamedNode, Row]) -> None:
        self._parts = {part.sheet.name: part for part in parts}
        self._rows = rows
        self._lines: dict[str, dict[int, Mapping[str, str]]] = {}

    def place(self, subject: str, predicate: str = "", value: str = "") -> Place | None:
        """Return the cell of a statement, else the row of its subject, else None."""
        row = self._rows.get(NamedNode(subject))
        if row is None:
            return None
        cells = self._cells(row)
        name = self._column(row, cells, predicate, value)
        number = list(cells).index(name) + 1 if name in cells else None
        return Place(row.sheet, row.line, number, cells.get(name, ""), name)

    def _cells(self, row: Row) -> Mapping[str, str]:
        if row.sheet not in self._lines:
            part = self._parts[row.sheet]
            lines = part.sheet.lines()
            names = column_names(next(lines).cells, part.table)
            self._lines[row.sheet] = {
                line.number: dict(zip(names, line.cells, strict=False)) for line in lines
            }
        return self._lines[row.sheet].get(row.line, {})

    def _column(self, row: Row, cells: Mapping[str, str], predicate: str, value: str) -> str:
        """Return the column that says it: by what it means and holds, or one of the two."""
        columns = [
            column for column in self._parts[row.sheet].table.columns if column.predicate
        ]
        exact = [name for name, cell in cells.items() if cell and cell == value]
        if not predicate:
            return next(iter(exact), "")
        meant = [column.name for column in columns if _says(column, predicate)]
        held = [name for name, cell in cells.items() if cell and value.endswith(cell)]
        both = [name for name in meant if name in held]
        return next(iter([*both, *meant, *exact]), "")


def _says(column: Column, predicate: str) -> bool:
    assert column.predicate is not None
    return column.predicate.value == predicate and not column.virtual
