"""What changed besides: statements that no change tells of, counted by what they are about."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Quad

from coordgraph.changes.model import Change
from coordgraph.changes.versions import TYPE, Node, Pair, is_derived
from coordgraph.store import text

__all__ = ["DERIVED", "Remainder", "remainders", "untold"]

DERIVED = "derived"
"""What statements are called that follow from others by rule."""


class Remainder(NamedTuple):
    """
    How many statements of a kind were added and removed besides.

    Attributes
    ----------
    about
        The IRI of the class of things that they are about, ``derived`` if they follow by rule,
        or an empty text.
    property
        The IRI of their property.
    added, removed
        How many.
    """

    about: str
    property: str
    added: int
    removed: int


def untold(pair: Pair, changes: Iterable[Change]) -> frozenset[Quad]:
    """Return the statements, added or removed, that no change tells of."""
    told = {quad for change in changes for quad in change.because}
    return (pair.added | pair.removed) - told


def remainders(pair: Pair, quads: Iterable[Quad]) -> list[Remainder]:
    """Return how many statements there are of each kind, in order of kind and property."""
    counts: dict[tuple[str, str], Counter[bool]] = {}
    classes: dict[Node, str] = {}
    for quad in quads:
        key = (_about(pair, quad, classes), quad.predicate.value)
        counts.setdefault(key, Counter())[quad in pair.added] += 1
    return [Remainder(*key, counts[key][True], counts[key][False]) for key in sorted(counts)]


def _about(pair: Pair, quad: Quad, known: dict[Node, str]) -> str:
    if is_derived(quad):
        return DERIVED
    assert isinstance(quad.subject, Node)
    if quad.subject not in known:
        known[quad.subject] = _class(pair, quad.subject)
    return known[quad.subject]


def _class(pair: Pair, thing: Node) -> str:
    for version in (pair.new, pair.old):
        found = version.types(thing) or version.linked(TYPE, thing)
        if found:
            return min(map(text, found))
    return ""
