"""
RDF documents that are the same for the same statements, byte by byte.

Statements are sorted before they are written, so that two builds agree and a change of one
fact changes one line or two.  Formats that know no named graphs hold the union of all graphs.
"""

import json
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from io import BytesIO
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize

from coordgraph.errors import UnwritableTarget
from coordgraph.namespace import GRAPH, ID, PREFIXES
from coordgraph.publish.xml import sink_for
from coordgraph.store import placed

__all__ = ["FORMATS", "document", "format_for", "stream"]

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
"""The formats that are written, by the suffix of their files."""

_KINDS = (
    "actor",
    "actor-kind",
    "agreement",
    "agreement-status",
    "aspect",
    "aspect-kind",
    "claim",
    "discrepancy",
    "discrepancy-kind",
    "event",
    "event-kind",
    "fact",
    "fact-status",
    "figure",
    "instrument",
    "level",
    "measures",
    "measuring",
    "mechanism",
    "mechanism-kind",
    "name",
    "name-kind",
    "observation",
    "participation",
    "passage",
    "place",
    "practice",
    "projection",
    "reading",
    "role",
    "sector",
    "side",
    "software",
    "source",
    "source-class",
    "structure",
    "system",
    "tie",
)
_PRETTY = {**PREFIXES, "graph": GRAPH, **{kind: f"{ID}{kind}/" for kind in _KINDS}}


def document(quads: Iterable[Quad], form: RdfFormat) -> bytes:
    """
    Return an RDF document of these statements.

    Parameters
    ----------
    quads
        The statements; for a format without named graphs, their graphs are left out.
    form
        A value of `FORMATS`.

    Raises
    ------
    DataError
        If a text holds a character that XML cannot hold, and the format is RDF/XML.
    """
    statements = {quad if form.supports_datasets else placed(quad.triple) for quad in quads}
    body = BytesIO()
    serialize(sorted(statements, key=_key), sink_for(form, body), format=form, prefixes=_PRETTY)
    return _LAYOUTS.get(form, bytes)(body.getvalue())


def format_for(path: Path) -> RdfFormat:
    """
    Return the RDF format that the name of a file to be written announces.

    Raises
    ------
    UnwritableTarget
        If the suffix is of no format that is written.
    """
    form = FORMATS.get(path.suffix.lower().removeprefix("."))
    if form is None:
        known = ", ".join(f".{suffix}" for suffix in FORMATS)
        raise UnwritableTarget(
            str(path),
            _("the suffix is of no RDF format. Known are {known}.").format(known=known),
        )
    return form


def stream(
    triples: Iterable[Triple], target: Path, form: RdfFormat, *, graph: NamedNode
) -> int:
    """
    Write statements to a file as they come, and return how many.

    Parameters
    ----------
    triples
        The statements, read once.
    target
        The file.
    form
        A value of `FORMATS`.
    graph
        The named graph that they stand in, in a format that has named graphs.

    Raises
    ------
    DataError
        As `document` does.
    """
    count = 0

    def counted() -> Iterator[Quad]:
        nonlocal count
        for count, triple in enumerate(triples, 1):  # noqa: B007 - the last one is kept
            yield placed(triple, graph if form.supports_datasets else None)

    with target.open("wb") as file:
        serialize(counted(), sink_for(form, file), format=form, prefixes=_PRETTY)
    return count


def _sorted_prefixes(body: bytes) -> bytes:
    """Put the prefixes, which come in any order, in order of name; a blank line a subject."""
    lines = body.decode().removesuffix("\n").split("\n")
    prefixes = sorted(line for line in lines if line.startswith("@prefix "))
    rest = lines[len(prefixes) :]
    spaced = [f"\n{line}" if line[:1].strip() not in {"", "}"} else line for line in rest]
    return ("\n".join([*prefixes, *spaced]) + "\n").encode()


def _sorted_namespaces(body: bytes) -> bytes:
    start = body.index(b"<rdf:RDF ") + len(b"<rdf:RDF ")
    end = body.index(b">", start)
    return body[:start] + b"\n    ".join(sorted(body[start:end].split())) + body[end:]


def _indented(body: bytes) -> bytes:
    return (json.dumps(json.loads(body), ensure_ascii=False, indent=1) + "\n").encode()


_LAYOUTS = {
    RdfFormat.TURTLE: _sorted_prefixes,
    RdfFormat.TRIG: _sorted_prefixes,
    RdfFormat.RDF_XML: _sorted_namespaces,
    RdfFormat.JSON_LD: _indented,
}


def _key(quad: Quad) -> tuple[str, str, int, str, str]:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
    first = 0 if quad.predicate.value == PREFIXES["rdf"] + "type" else 1
    return (graph, str(quad.subject), first, str(quad.predicate), str(quad.object))
