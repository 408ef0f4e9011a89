"""Things of two versions matched, by name as far as they have one."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pyoxigraph import Quad

from coordgraph.changes.versions import Node, Pair

__all__ = ["matched", "under_other_name"]


def matched(
    olds: Sequence[Node], news: Sequence[Node]
) -> Iterator[tuple[Node | None, Node | None]]:
    """
    Yield things of one kind, before and after; None where there was or is none.

    Those of one name belong together, and the others in the order in which they stand.

    >>> from pyoxigraph import NamedNode
    >>> a, b, c = (NamedNode(f"urn:{name}") for name in "abc")
    >>> list(matched([a, b], [c, b])) == [(b, b), (a, c)]
    True
    """
    for node in olds:
        if node in news:
            yield node, node
    yield from zip_longest(
        (node for node in olds if node not in news),
        (node for node in news if node not in olds),
    )


def under_other_name(pair: Pair, old: Node, new: Node) -> frozenset[Quad]:
    """
    Return the statements that changed only because a thing has another name.

    A thing without a name gets another one in comparing whenever anything changes in it.
    """
    if old == new:
        return frozenset()
    before, after = pair.old.of(old), pair.new.of(new)
    said = [(name, before[name] & after[name]) for name in before.keys() & after.keys()]
    return frozenset().union(
        *(pair.saying(node, name, values) for node in (old, new) for name, values in said)
    )
