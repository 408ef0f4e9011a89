"""Cytoscape's JSON (``.cyjs``), for Cytoscape and Cytoscape.js: an edge a level."""

import json

import pyarrow as pa

from coordgraph.network.exports.document import Document
from coordgraph.network.exports.rendering import Listing, Sink, json_rows, line

__all__ = ["write"]


def write(document: Document, sink: Sink) -> None:
    """
    Write a document.

    Cytoscape shows nodes by ``name``, which is their label; NetworkX takes them by ``value``,
    and parallel edges by ``key``.
    """
    head = {"directed": document.directed, "multigraph": True, "data": {"name": "coordgraph"}}
    sink.write(f'{json.dumps(head)[:-1]},\n"elements": {{"nodes": [\n'.encode())
    nodes, edges = Listing(sink), Listing(sink)
    named = document.nodes.append_column("name", document.nodes.column("label"))
    nodes.write(_elements(named.append_column("value", document.nodes.column("id"))))
    sink.write(b'\n],\n"edges": [\n')
    for block in document.blocks():
        edges.write(_elements(block.table.append_column("key", block.table.column("id"))))
    sink.write(b"\n]}}\n")


def _elements(table: pa.Table) -> pa.Array:
    return line('{"data": ', json_rows(table), "}")
