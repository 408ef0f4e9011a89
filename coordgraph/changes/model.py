"""One change, as what it says and as the statements that say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pyoxigraph import Quad

from coordgraph.store import Term

__all__ = ["GROUPS", "Change", "Group", "What"]

Group = Literal["actors", "agreements", "dates", "ties"]

GROUPS: tuple[Group, ...] = ("actors", "agreements", "dates", "ties")
"""What changes are about, in the order in which they are told."""

What = Literal[
    "added",
    "removed",
    "changed",
    "event-added",
    "event-removed",
    "joined",
    "left",
    "more-precise",
    "less-precise",
    "preferred",
    "claim-added",
    "claim-removed",
    "stronger",
    "weaker",
    "as-strong",
]
"""
What became of a thing or of one of its properties.

``more-precise`` and ``less-precise`` are of dates that agree; with ``preferred`` the graph
prefers another of the dates that it knew before and still knows; ``as-strong`` is a tie that
rests on as many mechanisms as before, but on other ones.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    One change.

    Attributes
    ----------
    group, what
        What it is about, and what happened.
    thing
        The IRI of what changed: an actor, a mechanism, one actor of a tie.
    property
        The IRI of what changed about it: a property, or the kind of an event; empty if the
        thing itself came or went.
    language
        Of which language the texts are that changed; empty where that does not matter.
    other
        The IRI of who joined or left, of whom an event is, of the other actor of a tie.
    level
        The IRI of the level of a tie.
    before, after
        The values; of a tie, the mechanisms behind it; of an event in the life of actors, who
        there was before it and after it.
    details
        What there is to know of a thing that came or went, by property.
    because
        The statements, added or removed, that this change tells of; none for a tie, which
        follows from others.
    """

    group: Group
    what: What
    thing: str
    property: str = ""
    language: str = ""
    other: str = ""
    level: str = ""
    before: tuple[Term, ...] = ()
    after: tuple[Term, ...] = ()
    details: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    because: frozenset[Quad] = frozenset()
