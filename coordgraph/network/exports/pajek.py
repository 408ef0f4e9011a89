"""
Pajek, in three kinds of file.

`.net`
    One network, an edge a pair, which other programs read, too; a line's label names its
    levels.
`.levels.net`
    One network of several relations, a relation a level.
`.paj`
    A project: the network, a network a level, and partitions of the actors by kind, by country
    and by the levels at which they are tied.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import floats, integers, texts
from coordgraph.namespace import slug
from coordgraph.network.exports.document import BLOCK, NO_LEVEL_NAME, Document
from coordgraph.network.exports.names import quotable, unique
from coordgraph.network.exports.ranges import listed
from coordgraph.network.exports.rendering import Sink, body, flat, line
from coordgraph.ties import NO_LEVEL, Ints, Ties

__all__ = ["write", "write_levels", "write_project"]


def write(document: Document, sink: Sink) -> None:
    """Write one edge a pair, labelled with the levels at which the two are tied."""
    sink.write(_vertices(document))
    merged = document.merged()
    sink.write(f"{_heading(document)}\n".encode())
    labels = _levels_of(document.ties, merged) if document.ties.levels else None
    _lines(merged, sink, labels)


def write_levels(document: Document, sink: Sink) -> None:
    """Write a relation a level."""
    sink.write(_vertices(document))
    for place, (name, ties) in enumerate(by_level(document), 1):
        sink.write(f'{_heading(document)} :{place} "{quotable(name)}"\n'.encode())
        _lines(ties, sink)


def write_project(document: Document, sink: Sink) -> None:
    """Write the network, a network a level, and partitions of the nodes."""
    vertices, heading = _vertices(document), f"{_heading(document)}\n".encode()
    partitions = _partitions(document)
    for name, values in partitions:
        sink.write(_legend(name, values))
    parts = [("all", document.merged())]
    if document.actors is None:
        parts += by_level(document)
    for name, ties in parts:
        sink.write(f"*Network {_file(name)}.net\n".encode())
        sink.write(vertices)
        sink.write(heading)
        _lines(ties, sink)
    for name, values in partitions:
        sink.write(_partition(name, values))


def by_level(document: Document) -> list[tuple[str, Ties]]:
    """Return the ties of each level, and of none where there are such, with its name."""
    ties = document.ties
    found = [
        (slug(iri), ties.part(ties.level == place)) for place, iri in enumerate(ties.levels)
    ]
    without = ties.level == NO_LEVEL
    if without.any() or not found:
        found.append((NO_LEVEL_NAME, ties.part(without)))
    return found


def _vertices(document: Document) -> bytes:
    names = unique(document.nodes.column("label").to_pylist(), quotable)
    sizes = [len(names)] if document.actors is None else [len(names), document.actors]
    listed = (f'{place} "{name}"\n' for place, name in enumerate(names, 1))
    return (f"*Vertices {' '.join(map(str, sizes))}\n" + "".join(listed)).encode()


def _heading(document: Document) -> str:
    return "*Arcs" if document.directed else "*Edges"


def _lines(ties: Ties, sink: Sink, labels: pa.Array | None = None) -> None:
    for start in range(0, len(ties), BLOCK):
        rows = slice(start, start + BLOCK)
        pieces = list(numbered(ties.part(rows)))
        if labels is not None:
            pieces += [' l "', labels[rows].cast(pa.large_string()), '"']
        sink.write(body(line(*pieces, "\n")))


def numbered(ties: Ties, *, after: int = 0) -> Iterable[str | pa.Array]:
    """Return the pieces of lines of two numbers, from 1, and a weight."""
    ends = (integers(column + 1) for column in (ties.source, ties.target - after))
    source, target = (flat("", column) for column in ends)
    return source, " ", target, " ", flat("", floats(ties.weight))


def _levels_of(ties: Ties, merged: Ties) -> pa.Array:
    """Return at which levels each of the merged ties stands, named."""
    wide = max(len(ties.actors), 1)
    at = np.searchsorted(merged.source * wide + merged.target, ties.source * wide + ties.target)
    return _named(ties, at, len(merged))


def _named(ties: Ties, of: Ints, size: int) -> pa.Array:
    """
    Return the names of the levels of things, joined.

    Parameters
    ----------
    ties
        The ties that give the levels.
    of
        The thing to which each tie belongs; as often as the ties, or a few times over.
    size
        How many things there are.
    """
    names = [quotable(slug(iri)) for iri in ties.levels] + [NO_LEVEL_NAME]
    place = np.where(ties.level == NO_LEVEL, len(ties.levels), ties.level)
    levels = np.tile(place, len(of) // max(len(place), 1))
    return pc.binary_join(listed(of, levels, size)(texts(names)), ", ")


def _partitions(document: Document) -> list[tuple[str, Sequence[str]]]:
    """Return the value of each node by which it is parted, by the name of the partition."""
    nodes, ties = document.nodes, document.ties
    found = [
        (name, pc.fill_null(nodes.column(name), "").to_pylist())
        for name in ("mode", "kind", "country")
        if name in nodes.column_names
    ]
    if document.actors is None:
        ends = np.concatenate([ties.source, ties.target])
        found.append(("level", _named(ties, ends, len(nodes)).to_pylist()))
    return found


def _classes(values: Sequence[str]) -> dict[str, int]:
    """Return the number of each class, from 1, in order of their names; unknown is 0."""
    named = sorted(filter(None, set(values)))
    return {"": 0, **{value: place for place, value in enumerate(named, 1)}}


def _legend(name: str, values: Sequence[str]) -> bytes:
    """Return comments that tell what the classes are, for which partitions have no place."""
    classes = _classes(values).items()
    told = (f"% {name} {place}: {quotable(value)}\n" for value, place in classes if place)
    return "".join(told).encode()


def _partition(name: str, values: Sequence[str]) -> bytes:
    classes = _classes(values)
    listed = "".join(f"{classes[value]}\n" for value in values)
    return f"*Partition {name}.clu\n*Vertices {len(values)}\n{listed}".encode()


def _file(name: str) -> str:
    return quotable(name).replace(" ", "_")
