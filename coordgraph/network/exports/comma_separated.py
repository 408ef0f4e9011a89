"""CSV, for spreadsheets, R and pandas: a table of nodes and a table of edges."""

import pyarrow as pa

from coordgraph.arrow import texts
from coordgraph.network.exports.document import Document
from coordgraph.network.exports.rendering import Sink, body, flat, line, mapped
from coordgraph.tables import csv_text, quoted_cell, safe_cell

__all__ = ["write_edges", "write_nodes"]


_SPECIAL = r"""[",\r\n]|^'*[=+\-@\t]"""
"""What needs quotes, or is a formula to a spreadsheet."""


def write_nodes(document: Document, sink: Sink) -> None:
    """Write a row a node; a list is one cell, its parts parted by spaces or `` | ``."""
    _write(document.nodes, sink, head=True)


def write_edges(document: Document, sink: Sink) -> None:
    """Write a row an edge, which says whether it is directed, as Gephi asks for."""
    kind = "directed" if document.directed else "undirected"
    for place, block in enumerate(document.blocks()):
        table = block.table.drop_columns(["id"])
        kinds = texts([kind]).take(pa.nulls(len(table), pa.int8()).fill_null(0))
        at = table.column_names.index("target") + 1
        _write(table.add_column(at, "type", kinds), sink, head=not place)


def _write(table: pa.Table, sink: Sink, *, head: bool) -> None:
    if head:
        sink.write(csv_text(table.column_names, []).encode())
    pieces: list[str | pa.Array] = []
    for name in table.column_names:
        column = table.column(name)
        cells = flat(name, column)
        if not pa.types.is_floating(column.type):
            cells = mapped(cells, _cell, where=_SPECIAL)
        pieces += [cells.fill_null(""), ","]
    sink.write(body(line(*pieces[:-1], "\n")))


def _cell(text: str) -> str:
    return quoted_cell(safe_cell(text))
