"""What else points to a thing: by which property, how often, and the first of these by name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest

from pyoxigraph import NamedNode

from coordgraph.namespace import CG, PREFIXES
from coordgraph.publish.site.facts import DERIVED
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.layouts import LAYOUTS, steps
from coordgraph.publish.site.life import ACTS

__all__ = ["MOST", "Mention", "mentions"]

MOST = 60
"""The most things that a page lists of those that point to it by one property."""

_RDF = PREFIXES["rdf"]
_ELSEWHERE = DERIVED | {
    _RDF + "subject",
    _RDF + "object",
    CG + "participation",
    CG + "through",
    *ACTS,
}
_SHOWN: Mapping[str, frozenset[str]] = {
    steps(path)[0].path: frozenset(
        layout.among for layout in LAYOUTS for other in layout.paths if other == path
    )
    for layout in LAYOUTS
    for path in layout.paths
    if path.startswith("^")
}
"""By property, the classes of things that point to a thing and stand in a table on its page."""


@dataclass(frozen=True, slots=True)
class Mention:
    """
    Things that point to a thing by one property.

    Attributes
    ----------
    path
        The IRI of the property.
    count
        How many there are.
    things
        The IRIs of the first of them.
    """

    path: str
    count: int
    things: tuple[str, ...]


def mentions(knowledge: Knowledge, iri: str) -> tuple[Mention, ...]:
    """Return what points to a thing and stands nowhere else on its page."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in knowledge.pointing_unsorted(NamedNode(iri)):
        path = quad.predicate.value
        if path in _ELSEWHERE or not isinstance(quad.subject, NamedNode):
            continue
        classes = knowledge.classes.get(quad.subject.value, ())
        if path == CG + "about" and CG + "Discrepancy" in classes:
            continue
        if path == CG + "claimsPractice" or not _SHOWN.get(path, frozenset()).isdisjoint(
            classes
        ):
            continue
        found[path].add(quad.subject.value)
    return tuple(
        Mention(path, len(things), tuple(nsmallest(MOST, things)))
        for path, things in sorted(found.items())
    )
