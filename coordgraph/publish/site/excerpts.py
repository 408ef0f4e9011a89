"""
How much of a table a page holds, so that no page is large: the rest stands on pages of its own.

Sizes are estimated from what a row links to, in bytes of HTML.
"""

from collections.abc import Iterator, Sequence

from coordgraph.publish.site.tables import Row, Table

__all__ = ["MOST_IN_CELL", "beginning", "continued"]

MOST_IN_CELL = 12
"""The most values of a cell that are shown; how many more there are is said."""

_ROW, _VALUE, _CITATION = 80, 190, 420
_TABLE, _LEAST, _PAGE = 40_000, 8, 110_000


def beginning(table: Table) -> int:
    """Return how many rows of a table stand on the page of the thing that it is about."""
    return _fitting(table.rows, _TABLE)


def continued(table: Table) -> Iterator[Sequence[Row]]:
    """Yield the rows that do not, page by page."""
    rest = table.rows[beginning(table) :]
    while rest:
        count = _fitting(rest, _PAGE)
        yield rest[:count]
        rest = rest[count:]


def _fitting(rows: Sequence[Row], room: int) -> int:
    used = 0
    for count, row in enumerate(rows):
        used += _size(row)
        if used > room and count >= _LEAST:
            return count
    return len(rows)


def _size(row: Row) -> int:
    values = sum(min(len(cell), MOST_IN_CELL) for cell in row.cells)
    return _ROW + _VALUE * values + _CITATION * min(len(row.evidence), MOST_IN_CELL)
