"""
RDF documents that are the same for the same statements, byte by byte.

Statements are sorted before they are written, so that two builds agree and a change of one
fact changes one line or two.  Formats that know no named graphs hold the union of all graphs.
"""

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

from coordgraph.namespace import GRAPH, ID, PREFIXES
from coordgraph.store import placed

__all__ = ["FORMATS", "document"]

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
"""The formats that are written, by the suffix of their files."""

_PRETTY = {**PREFIXES, "graph": GRAPH, "id": ID}


def document(quads: Iterable[Quad], form: RdfFormat) -> bytes:
    """
    Return an RDF document of these statements.

    Parameters
    ----------
    quads
        The statements; for a format without named graphs, their graphs are left out.
    form
        A value of `FORMATS`.
    """
    statements = {quad if form.supports_datasets else placed(quad.triple) for quad in quads}
    body = serialize(sorted(statements, key=_key), format=form, prefixes=_PRETTY)
    assert body is not None
    return body


def _key(quad: Quad) -> tuple[str, str, int, str, str]:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
    first = 0 if quad.predicate.value == PREFIXES["rdf"] + "type" else 1
    return (graph, str(quad.subject), first, str(quad.predicate), str(quad.object))
