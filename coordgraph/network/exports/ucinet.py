"""
UCINET's DL, as UCINET, Gephi and igraph read it.

`.dl`
    One matrix, the levels merged; of two modes, actors are rows and mechanisms columns.
`.levels.dl`
    A matrix a level.

Names have underscores in place of spaces and stand on one line: quotes are read by UCINET
alone, and Gephi reads one line.
"""

from collections.abc import Sequence

from coordgraph.network.exports.document import BLOCK, Document
from coordgraph.network.exports.names import unique, word
from coordgraph.network.exports.pajek import by_level, numbered
from coordgraph.network.exports.rendering import Sink, body, line
from coordgraph.ties import Ties

__all__ = ["write", "write_levels"]


def write(document: Document, sink: Sink) -> None:
    """Write one matrix."""
    names = unique(document.nodes.column("label").to_pylist(), word)
    size = document.actors
    if size is None:
        head = f"dl n={len(names)}\nformat=edgelist1\nlabels:\n{_listed(names)}"
    else:
        rows, columns = names[:size], names[size:]
        head = (
            f"dl nr={len(rows)} nc={len(columns)}\nformat=edgelist2\n"
            f"row labels:\n{_listed(rows)}column labels:\n{_listed(columns)}"
        )
    sink.write(f"{head}data:\n".encode())
    _lines(document, document.merged(), sink)


def write_levels(document: Document, sink: Sink) -> None:
    """Write a matrix a level."""
    names = unique(document.nodes.column("label").to_pylist(), word)
    parts = by_level(document)
    levels = unique((name for name, _ in parts), word)
    head = (
        f"dl n={len(names)} nm={len(parts)}\nformat=edgelist1\nlabels:\n{_listed(names)}"
        f"matrix labels:\n{_listed(levels)}data:\n"
    )
    sink.write(head.encode())
    for place, (_, ties) in enumerate(parts):
        sink.write(b"!\n" if place else b"")
        _lines(document, ties, sink)


def _listed(names: Sequence[str]) -> str:
    return f"{','.join(names)}\n"


def _lines(document: Document, ties: Ties, sink: Sink) -> None:
    for start in range(0, len(ties), BLOCK):
        some = ties.part(slice(start, start + BLOCK))
        source, _, target, _, weight = numbered(some, after=document.actors or 0)
        there = [source, " ", target, " ", weight, "\n"]
        back = (
            []
            if document.directed or document.actors is not None
            else [target, " ", source, " ", weight, "\n"]
        )
        sink.write(body(line(*there, *back)))
