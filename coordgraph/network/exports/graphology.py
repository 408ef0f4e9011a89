"""Graphology's JSON, for Sigma and other JavaScript: an edge a level."""

import json

import pyarrow as pa

from coordgraph.network.exports.document import Document
from coordgraph.network.exports.rendering import Listing, Sink, json_column, json_rows, line

__all__ = ["write"]

_PLACED = ("id", "source", "target")


def write(document: Document, sink: Sink) -> None:
    """Write a document as Graphology's ``import`` reads it."""
    kind = "directed" if document.directed else "undirected"
    head = {
        "attributes": {"name": "coordgraph"},
        "options": {"type": kind, "multi": True, "allowSelfLoops": False},
    }
    sink.write(f'{json.dumps(head)[:-1]},\n"nodes": [\n'.encode())
    nodes, edges = Listing(sink), Listing(sink)
    nodes.write(_items(document.nodes, "}"))
    sink.write(b'\n],\n"edges": [\n')
    ended = "}" if document.directed else ', "undirected": true}'
    for block in document.blocks():
        edges.write(_items(block.table, ended))
    sink.write(b"\n]}\n")


def _items(table: pa.Table, ended: str) -> pa.Array:
    placed = [name for name in _PLACED if name in table.column_names]
    pieces: list[pa.Array | str] = ["{"]
    for name in placed:
        key = "key" if name == "id" else name
        pieces += [f'"{key}": ', json_column(table.column(name)), ", "]
    rest = json_rows(table.drop_columns(placed))
    return line(*pieces, '"attributes": ', rest, ended)
