"""
Blank nodes named by what is said of them, so that two versions can be compared.

Names of blank nodes mean nothing outside of their file.  Those that statements link to each
other are named together, from the canonical form of these statements [1]_; a change renames
only what it touches, while canonical names of a whole dataset change throughout.

References
----------
.. [1] RDF Dataset Canonicalization (RDFC-1.0). W3C Recommendation, 2024.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
    Triple,
)

from coordgraph.store import Term, placed

__all__ = ["has_blank_nodes", "named_by_content"]

Named = NamedNode | BlankNode


def has_blank_nodes(quad: Quad) -> bool:
    """Say whether a statement or its graph is about something without a name."""
    return any(True for _ in _blank_nodes(quad))


def named_by_content(quads: Iterable[Quad]) -> frozenset[Quad]:
    """
    Return statements whose blank nodes are named by what is said of them.

    Two sets of statements that differ only in the names of blank nodes give the same.  Of
    blank nodes of which the very same is said, each keeps a name of its own.

    Examples
    --------
    >>> from pyoxigraph import NamedNode
    >>> one, other = (Quad(BlankNode(), NamedNode("urn:p"), BlankNode()) for _ in range(2))
    >>> named_by_content([one]) == named_by_content([other])
    True
    >>> len(named_by_content([one, other]))
    2
    """
    named, unnamed = set[Quad](), list[Quad]()
    for quad in quads:
        (unnamed.append if has_blank_nodes(quad) else named.add)(quad)
    times = Counter[str]()
    for group in _linked(unnamed):
        canonical = Dataset(group)
        canonical.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        lines = "\n".join(sorted(map(str, canonical)))
        digest = sha256(lines.encode()).hexdigest()[:32]
        stem = f"b{digest}x{times[digest]}"
        times[digest] += 1
        named.update(_renamed(quad, stem) for quad in canonical)
    return frozenset(named)


def _linked(quads: list[Quad]) -> Iterator[list[Quad]]:
    """Yield the statements that blank nodes link to each other, group by group."""
    heads: dict[BlankNode, BlankNode] = {}

    def head(node: BlankNode) -> BlankNode:
        heads.setdefault(node, node)
        while heads[node] != node:
            heads[node] = heads[heads[node]]
            node = heads[node]
        return node

    for quad in quads:
        first, *others = _blank_nodes(quad)
        for other in others:
            heads[head(other)] = head(first)
    groups = defaultdict[BlankNode, list[Quad]](list)
    for quad in quads:
        groups[head(next(_blank_nodes(quad)))].append(quad)
    yield from groups.values()


def _blank_nodes(statement: Quad | Triple) -> Iterator[BlankNode]:
    for term in statement:
        if isinstance(term, BlankNode):
            yield term
        elif isinstance(term, Triple):
            yield from _blank_nodes(term)


def _renamed(quad: Quad, stem: str) -> Quad:
    def new(term: Named) -> Named:
        return BlankNode(stem + term.value) if isinstance(term, BlankNode) else term

    subject, graph = quad.subject, quad.graph_name
    return Quad(
        _triple(subject, stem) if isinstance(subject, Triple) else new(subject),
        quad.predicate,
        _object(quad.object, stem),
        graph if isinstance(graph, DefaultGraph) else new(graph),
    )


def _triple(triple: Triple, stem: str) -> Triple:
    quad = _renamed(placed(triple), stem)
    return quad.triple


def _object(term: Term, stem: str) -> Term:
    if isinstance(term, Triple):
        return _triple(term, stem)
    return BlankNode(stem + term.value) if isinstance(term, BlankNode) else term
