"""
Things without names told apart by what is said of them, in time that grows with what is said.

Most stand in each other as boxes do: each is named by what it holds, from the innermost on,
and by what holds it.  Others are told apart round by round, by what is said of those that they
are linked to [1]_.

References
----------
.. [1] L. Babai, P. Erdős, S. M. Selkow (1980). Random graph isomorphism. *SIAM Journal on
   Computing* 9 (3).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from pyoxigraph import BlankNode, Quad, Triple

__all__ = ["names_in_boxes", "names_in_rounds"]

Names = Mapping[BlankNode, str]

_MOST_STEPS = 3_000_000


def names_in_boxes(quads: Sequence[Quad]) -> dict[BlankNode, str] | None:
    """
    Return a name for each blank node of which no two others say anything, else None.

    Names are the same wherever the same is said; of two blank nodes of which the very same is
    said by the same, one is the first and one the second, no matter which.

    Examples
    --------
    >>> from pyoxigraph import NamedNode
    >>> one, other, p = BlankNode("a"), BlankNode("b"), NamedNode("urn:p")
    >>> len(set(names_in_boxes([Quad(one, p, other)]).values()))
    2
    >>> names_in_boxes([Quad(one, p, other), Quad(other, p, one)])
    """
    said: dict[BlankNode, list[str]] = defaultdict(list)
    inside: dict[BlankNode, list[tuple[str, BlankNode]]] = defaultdict(list)
    holders: dict[BlankNode, BlankNode] = {}
    for quad in quads:
        if isinstance(quad.graph_name, BlankNode) or Triple in map(type, quad):
            return None
        one, other = quad.subject, quad.object
        link = f"{quad.predicate} {quad.graph_name}"
        if isinstance(one, BlankNode) and isinstance(other, BlankNode):
            if other in holders:
                return None
            holders[other] = one
            inside[one].append((link, other))
        elif isinstance(one, BlankNode):
            said[one].append(f"> {link} {other}")
        elif isinstance(other, BlankNode):
            said[other].append(f"< {link} {one}")
    return _named({*said, *inside, *holders}, said, inside, holders)


def _named(
    nodes: Iterable[BlankNode],
    said: Mapping[BlankNode, list[str]],
    inside: Mapping[BlankNode, list[tuple[str, BlankNode]]],
    holders: Mapping[BlankNode, BlankNode],
) -> dict[BlankNode, str] | None:
    order = [node for node in nodes if node not in holders]
    outermost, known = len(order), set(nodes)
    for node in order:  # it grows meanwhile
        order.extend(inner for _, inner in inside.get(node, ()))
    if len(order) < len(known):
        return None  # some stand in a circle
    holds: dict[BlankNode, str] = {}
    for node in reversed(order):
        inner = [f"{link} {holds[other]}" for link, other in inside.get(node, ())]
        holds[node] = _digest(*sorted(said.get(node, ())), "", *sorted(inner))
    named = {node: holds[node] for node in order[:outermost]}
    for node in order:
        times = Counter[str]()
        for link, other in inside.get(node, ()):
            place = f"{link} {holds[other]}"
            times[place] += 1
            named[other] = _digest(named[node], place, str(times[place]))
    return {node: f"n{name}" for node, name in named.items()}


def names_in_rounds(quads: Sequence[Quad]) -> dict[BlankNode, str] | None:
    """
    Return a name for each blank node as far as what is said tells them apart.

    Two have the same name if nothing tells them apart.  None if there is too much to look at.
    """
    names = dict.fromkeys(_blank_nodes_of(quads), "")
    kinds, steps = 0, 0
    while (number := len(set(names.values()))) > kinds and number < len(names):
        kinds, steps = number, steps + len(quads)
        if steps > _MOST_STEPS:
            return None
        said: dict[BlankNode, list[str]] = defaultdict(list)
        for quad in quads:
            for node in _blank_nodes_of([quad]):
                said[node].append(_seen_from(node, quad, names))
        names = {node: _digest(names[node], *sorted(said[node])) for node in names}
    return {node: f"n{name}" for node, name in names.items()}


def _seen_from(node: BlankNode, quad: Quad, names: Names) -> str:
    """Return a statement as one of its blank nodes is known by it."""

    def told(term: object) -> str:
        if isinstance(term, BlankNode):
            return "_:itself" if term == node else f"_:{names[term]}"
        if isinstance(term, Triple):
            return " ".join(("<<(", *map(told, term), ")>>"))
        return str(term)

    return " ".join(map(told, quad))


def _blank_nodes_of(quads: Iterable[Quad]) -> dict[BlankNode, None]:
    found: dict[BlankNode, None] = {}

    def look(terms: Iterable[object]) -> None:
        for term in terms:
            if isinstance(term, BlankNode):
                found[term] = None
            elif isinstance(term, Triple):
                look(term)

    for quad in quads:
        look(quad)
    return found


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:32]
