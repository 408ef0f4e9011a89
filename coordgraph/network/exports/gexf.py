"""
GEXF 1.3, for Gephi and Sigma: an edge a level, with the spells that its timeline plays.

A spell's ends are days, as Gephi reads them: the first and the last day on which it may hold.
As precisely as it is known, a date stands among the attributes (``first``, ``last``).
"""

from datetime import date

import pyarrow as pa

from coordgraph.arrow import texts
from coordgraph.namespace import slug
from coordgraph.network.exports.document import NO_LEVEL_NAME, Document
from coordgraph.network.exports.lives import ALWAYS, NEVER
from coordgraph.network.exports.markup import escaped, quoted, type_name
from coordgraph.network.exports.rendering import Sink, body, flat, line, mapped
from coordgraph.network.exports.spells import Spells

__all__ = ["write"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>coordgraph</creator></meta>
"""
_PLACED = {"id", "source", "target", "label", "weight"}


def write(document: Document, sink: Sink) -> None:
    """Write a document; a list is one text, its parts parted by spaces or `` | ``."""
    sink.write((_HEAD + _graph(document)).encode())
    sink.write(_attributes("node", document.nodes.schema))
    opened = False
    for block in document.blocks():
        if not opened:
            sink.write(_attributes("edge", block.table.schema))
            sink.write(_nodes(document.nodes, document.spells))
            sink.write(f'<edges count="{len(document.ties)}">\n'.encode())
            opened = True
        sink.write(_edges(block.table, block.spells))
    sink.write(b"</edges>\n</graph>\n</gexf>\n")


def _graph(document: Document) -> str:
    kind = "directed" if document.directed else "undirected"
    if document.spells is None:
        return f'<graph defaultedgetype="{kind}" mode="static" idtype="string">\n'
    return (
        f'<graph defaultedgetype="{kind}" mode="dynamic" idtype="string" '
        'timeformat="date" timerepresentation="interval">\n'
    )


def _attributes(what: str, schema: pa.Schema) -> bytes:
    named = (
        f'<attribute id="{field.name}" title="{field.name}" type="{type_name(field.type)}"/>\n'
        for field in schema
        if field.name not in _PLACED
    )
    return f'<attributes class="{what}">\n{"".join(named)}</attributes>\n'.encode()


def _nodes(table: pa.Table, spells: Spells | None) -> bytes:
    name, label = (escaped(table.column(column)) for column in ("id", "label"))
    start = line('<node id="', name, '" label="', label, '">')
    ended = line(start, *_inside(table, spells), "</node>\n")
    return f'<nodes count="{len(table)}">\n'.encode() + body(ended) + b"</nodes>\n"


def _edges(table: pa.Table, spells: Spells | None) -> bytes:
    name, source, target = (
        escaped(table.column(column)) for column in ("id", "source", "target")
    )
    pieces = ['<edge id="', name, '" source="', source, '" target="', target]
    pieces += ['" weight="', flat("weight", table.column("weight")), '"']
    if "level" in table.column_names:
        level = flat("level", table.column("level")).fill_null("")
        kind = mapped(level, lambda iri: quoted(slug(iri)) or NO_LEVEL_NAME)
        label = line(' label="', escaped(table.column("level_label")), '"')
        pieces += [' kind="', kind, '"', label.fill_null("")]
    return body(line(*pieces, ">", *_inside(table, spells), "</edge>\n"))


def _inside(table: pa.Table, spells: Spells | None) -> list[pa.Array | str]:
    given: list[pa.Array | str] = ["<attvalues>"]
    for name in table.column_names:
        if name not in _PLACED:
            value = escaped(flat(name, table.column(name)))
            given.append(line(f'<attvalue for="{name}" value="', value, '"/>').fill_null(""))
    given.append("</attvalues>")
    return given if spells is None else [*given, _spells(spells)]


def _spells(spells: Spells) -> pa.Array:
    """Return the spells of each thing; one that is open on both sides needs none."""
    written = [
        _spell(start, end)
        for start, end in zip(spells.start.tolist(), spells.end.tolist(), strict=True)
    ]
    bounds = zip(spells.offset[:-1].tolist(), spells.offset[1:].tolist(), strict=True)
    of_each = ("".join(written[first:last]) for first, last in bounds)
    return texts(f"<spells>{some}</spells>" if some else "" for some in of_each).cast(
        pa.large_string()
    )


def _spell(start: int, end: int) -> str:
    if (start, end) == (NEVER, ALWAYS):
        return ""
    first = "" if start == NEVER else f' start="{date.fromordinal(start)}"'
    last = "" if end == ALWAYS else f' end="{date.fromordinal(end - 1)}"'
    return f"<spell{first}{last}/>"
