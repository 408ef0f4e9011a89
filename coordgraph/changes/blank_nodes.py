"""
Blank nodes named by what is said of them, so that two versions can be compared.

Names of blank nodes mean nothing outside of their file.  Those that statements link to each
other are named together, from what these statements say; a change renames only what it
touches, while canonical names of a whole dataset change throughout.  Those that nothing tells
apart are named by the canonical form of the statements [1]_, if they are few: what it takes
grows beyond any limit with them.

References
----------
.. [1] RDF Dataset Canonicalization (RDFC-1.0). W3C Recommendation, 2024.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from gettext import gettext as _
from hashlib import sha256

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Triple,
)

from coordgraph.changes.trees import names_in_boxes, names_in_rounds
from coordgraph.errors import TooLarge
from coordgraph.store import placed

__all__ = ["has_blank_nodes", "named_by_content"]

Named = NamedNode | BlankNode

_MOST_ALIKE = 8
_MOST_LINKED = 200


def has_blank_nodes(quad: Quad) -> bool:
    """Say whether a statement or its graph is about something without a name."""
    return any(True for _ in _blank_nodes(quad))


def named_by_content(quads: Iterable[Quad]) -> frozenset[Quad]:
    """
    Return statements whose blank nodes are named by what is said of them.

    Two sets of statements that differ only in the names of blank nodes give the same.  Of
    blank nodes of which the very same is said, each keeps a name of its own.

    Raises
    ------
    TooLarge
        If many that are linked to each other cannot be told apart.

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
        told = _told_apart(group)
        lines = "\n".join(sorted(map(str, told)))
        digest = sha256(lines.encode()).hexdigest()[:32]
        stem = f"b{digest}x{times[digest]}"
        times[digest] += 1
        named.update(_renamed(quad, partial(_under, stem)) for quad in told)
    return frozenset(named)


def _told_apart(group: list[Quad]) -> Iterable[Quad]:
    """Return statements whose blank nodes are named by what they say, each otherwise."""
    names = names_in_boxes(group) or names_in_rounds(group)
    if names is not None and len(set(names.values())) == len(names):
        known = names
        return [_renamed(quad, known.__getitem__) for quad in group]
    if names is None or len(names) > _MOST_LINKED or _alike(names) > _MOST_ALIKE:
        problem = _(
            "{many:,} blank nodes that are linked to each other cannot be told apart by what "
            "is said of them, or only by looking very far. Give them IRIs."
        )
        raise TooLarge(problem.format(many=_number(group)))
    canonical = Dataset(group)
    canonical.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return canonical


def _under(stem: str, node: BlankNode) -> str:
    return stem + node.value


def _alike(names: Mapping[BlankNode, str]) -> int:
    """Return how many of some blank nodes have the name of another one."""
    return sum(number for number in Counter(names.values()).values() if number > 1)


def _number(quads: Iterable[Quad]) -> int:
    return len({node for quad in quads for node in _blank_nodes(quad)})


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


def _renamed(quad: Quad, name: Callable[[BlankNode], str]) -> Quad:
    """Return a statement whose blank nodes have other names."""

    def new(term: Named) -> Named:
        return BlankNode(name(term)) if isinstance(term, BlankNode) else term

    def triple(one: Triple) -> Triple:
        return _renamed(placed(one), name).triple

    subject, value, graph = quad.subject, quad.object, quad.graph_name
    return Quad(
        triple(subject) if isinstance(subject, Triple) else new(subject),
        quad.predicate,
        triple(value)
        if isinstance(value, Triple)
        else (value if isinstance(value, Literal) else new(value)),
        graph if isinstance(graph, DefaultGraph) else new(graph),
    )
