"""GraphML, for Gephi, Cytoscape, yEd, igraph and NetworkX: an edge a level."""

import pyarrow as pa

from coordgraph.network.exports.document import Document
from coordgraph.network.exports.markup import escaped, type_name
from coordgraph.network.exports.rendering import Sink, body, flat, line

__all__ = ["write"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_PLACED = {"id", "source", "target"}


def write(document: Document, sink: Sink) -> None:
    """Write a document; a list is one text, its parts parted by spaces or `` | ``."""
    sink.write(_HEAD.encode())
    sink.write(_keys("node", document.nodes.schema))
    graph = "directed" if document.directed else "undirected"
    opened = False
    for block in document.blocks():
        if not opened:
            sink.write(_keys("edge", block.table.schema))
            sink.write(f'<graph edgedefault="{graph}">\n'.encode())
            sink.write(_nodes(document.nodes))
            opened = True
        sink.write(_edges(block.table))
    sink.write(b"</graph>\n</graphml>\n")


def _keys(what: str, schema: pa.Schema) -> bytes:
    keys = (
        f'<key id="{what}-{field.name}" for="{what}" attr.name="{field.name}" '
        f'attr.type="{type_name(field.type)}"/>\n'
        for field in schema
        if field.name not in _PLACED
    )
    return "".join(keys).encode()


def _nodes(table: pa.Table) -> bytes:
    start = line('<node id="', escaped(table.column("id")), '">')
    return body(line(start, *_data("node", table), "</node>\n"))


def _edges(table: pa.Table) -> bytes:
    name, source, target = (
        escaped(table.column(column)) for column in ("id", "source", "target")
    )
    start = line('<edge id="', name, '" source="', source, '" target="', target, '">')
    return body(line(start, *_data("edge", table), "</edge>\n"))


def _data(what: str, table: pa.Table) -> list[pa.Array]:
    found = []
    for name in table.column_names:
        if name not in _PLACED:
            value = escaped(flat(name, table.column(name)))
            given = line(f'<data key="{what}-{name}">', value, "</data>")
            found.append(given.fill_null(""))
    return found
