"""A patch in TriG applied as its documentation says: by what PROV says of its graphs."""

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from coordgraph.changes.blank_nodes import named_by_content
from coordgraph.namespace import PREFIXES
from coordgraph.store import placed

__all__ = ["applied"]

_QUOTED = NamedNode(PREFIXES["prov"] + "wasQuotedFrom")
_REVISION = NamedNode(PREFIXES["prov"] + "wasRevisionOf")
_PART = NamedNode(PREFIXES["dcterms"] + "isPartOf")


def applied(old: frozenset[Quad], patch: bytes) -> set[Quad]:
    quads = list(pyoxigraph.parse(patch, format=RdfFormat.TRIG))
    said = [quad for quad in quads if isinstance(quad.graph_name, DefaultGraph)]
    targets = {quad.subject: quad.object for quad in said if quad.predicate == _PART}
    versions = {quad.object: quad.subject for quad in said if quad.predicate == _REVISION}
    found = set(named_by_content(old))
    for sign in ("removed", "added"):
        sources = versions.keys() if sign == "removed" else versions.values()
        for quad in said:
            if quad.predicate == _QUOTED and quad.object in sources:
                target = targets.get(quad.subject, DefaultGraph())
                assert isinstance(target, NamedNode | DefaultGraph)
                inside = {
                    placed(part.triple, target)
                    for part in quads
                    if part.graph_name == quad.subject
                }
                found = found - inside if sign == "removed" else found | inside
    return found
