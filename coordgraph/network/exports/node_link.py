"""Node-link JSON, for NetworkX and D3: an edge a level."""

import json

from coordgraph.network.exports.document import Document
from coordgraph.network.exports.rendering import Listing, Sink, json_rows

__all__ = ["write"]


def write(document: Document, sink: Sink) -> None:
    """Write a document as `networkx.node_link_graph` reads it, with ``edges="edges"``."""
    head = {"directed": document.directed, "multigraph": True, "graph": {}}
    sink.write(f"{json.dumps(head)[:-1]},\n".encode())
    nodes, edges = Listing(sink), Listing(sink)
    sink.write(b'"nodes": [\n')
    nodes.write(json_rows(document.nodes))
    sink.write(b'\n],\n"edges": [\n')
    for block in document.blocks():
        edges.write(json_rows(block.table, {"id": "key"}))
    sink.write(b"\n]}\n")
