"""
A difference as statements to remove and to add: TriG, SPARQL Update or RDF Patch.

In TriG, what is removed from a graph stands in a graph of its own, and so does what is added;
PROV says which is which [1]_: the removed is quoted from the old version, the added from the
new one, and the new one is a revision of the old one.  Versions go by the SHA-256 of their
canonical N-Quads [2]_, as named information [3]_, so that whoever applies a patch can make
sure that it is meant for what is at hand.

References
----------
.. [1] PROV-O: The PROV Ontology. W3C Recommendation, 2013.
.. [2] RDF Dataset Canonicalization (RDFC-1.0). W3C Recommendation, 2024.
.. [3] RFC 6920: Naming Things with Hashes. IETF, 2013.
"""

from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from gettext import gettext as _
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
)

from coordgraph.changes.blank_nodes import has_blank_nodes
from coordgraph.changes.comparison import Difference
from coordgraph.errors import CallError
from coordgraph.namespace import GRAPH, PREFIXES
from coordgraph.publish.rdf import document
from coordgraph.store import placed

__all__ = ["as_patch", "as_sparql", "as_trig", "digest", "ordered"]

Graph = NamedNode | BlankNode | DefaultGraph

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_LABEL = NamedNode(PREFIXES["rdfs"] + "label")
_PART = NamedNode(PREFIXES["dcterms"] + "isPartOf")
_ENTITY, _QUOTED, _REVISION = (
    NamedNode(PREFIXES["prov"] + name) for name in ("Entity", "wasQuotedFrom", "wasRevisionOf")
)


def as_trig(difference: Difference, *, names: tuple[str, str]) -> bytes:
    """
    Return a difference as TriG: graphs of what is removed and added, described by PROV.

    Parameters
    ----------
    difference
        What changed.
    names
        What the old version and the new one are called.
    """
    pair = difference.pair
    versions = [digest(side.quads) for side in (pair.old, pair.new)]
    quads = [Quad(versions[1], _REVISION, versions[0])] if pair.added or pair.removed else []
    for version, name in zip(versions, names, strict=True):
        quads += [Quad(version, _TYPE, _ENTITY), Quad(version, _LABEL, Literal(name))]
    for version, verb, found in (
        (versions[0], "removed", pair.removed),
        (versions[1], "added", pair.added),
    ):
        for graph, said in _by_graph(found).items():
            quads.extend(_graph(version, verb, graph, said))
    return document(quads, RdfFormat.TRIG)


def as_sparql(difference: Difference) -> str:
    """
    Return a difference as SPARQL 1.1 Update: DELETE DATA, then INSERT DATA.

    Raises
    ------
    CallError
        If blank nodes are in it, which SPARQL cannot name.
    """
    pair = difference.pair
    _refuse_blank_nodes(difference, "SPARQL")
    blocks = [("DELETE DATA", pair.removed), ("INSERT DATA", pair.added)]
    return " ;\n".join(_block(verb, quads) for verb, quads in blocks if quads) + "\n"


def as_patch(difference: Difference) -> str:
    """
    Return a difference as RDF Patch, a line a statement: D removes, A adds.

    Raises
    ------
    CallError
        If blank nodes are in it: their names mean nothing elsewhere.
    """
    pair = difference.pair
    _refuse_blank_nodes(difference, "RDF Patch")
    lines = [
        *(f"D {quad} ." for quad in ordered(pair.removed)),
        *(f"A {quad} ." for quad in ordered(pair.added)),
    ]
    return "\n".join(["TX .", *lines, "TC ."]) + "\n"


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """Return statements in the order of their N-Quads."""
    return sorted(quads, key=str)


def _refuse_blank_nodes(difference: Difference, form: str) -> None:
    pair = difference.pair
    count = sum(map(has_blank_nodes, (*pair.removed, *pair.added)))
    if count:
        raise CallError(
            _(
                "{count} of the statements that differ have blank nodes, which {form} cannot "
                "name in another store. Ask for --format trig, or give the things IRIs."
            ).format(count=count, form=form)
        )


def digest(quads: Iterable[Quad]) -> NamedNode:
    """Return the name of a version: the SHA-256 of its canonical N-Quads."""
    canonical = Dataset(quads)
    canonical.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = "".join(sorted(f"{quad} .\n" for quad in canonical))
    digest = urlsafe_b64encode(sha256(lines.encode()).digest()).decode().rstrip("=")
    return NamedNode(f"ni:///sha-256;{digest}")


def _by_graph(quads: Iterable[Quad]) -> dict[Graph, list[Quad]]:
    found: defaultdict[Graph, list[Quad]] = defaultdict(list)
    for quad in ordered(quads):
        found[quad.graph_name].append(quad)
    return found


def _graph(version: NamedNode, verb: str, graph: Graph, said: list[Quad]) -> Iterator[Quad]:
    """Yield what is removed from a graph, or added to it, and the description of this."""
    own = NamedNode(GRAPH + verb)
    if not isinstance(graph, DefaultGraph):
        own = NamedNode(f"{GRAPH}{verb}/{quote(graph.value.removeprefix(GRAPH))}")
        yield Quad(own, _PART, graph)
    yield Quad(own, _TYPE, _ENTITY)
    yield Quad(own, _QUOTED, version)
    yield from (placed(quad.triple, own) for quad in said)


def _block(verb: str, quads: Iterable[Quad]) -> str:
    lines = [verb, "{"]
    for graph, said in _by_graph(quads).items():
        triples = [f"{quad.triple} ." for quad in said]
        inside = [f"  {line}" for line in triples]
        if not isinstance(graph, DefaultGraph):
            inside = [f"  GRAPH {graph} {{", *(f"  {line}" for line in inside), "  }"]
        lines.extend(inside)
    return "\n".join([*lines, "}"])
