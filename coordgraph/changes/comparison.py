"""What changed between two versions of the graph: actors, agreements, dates, ties, the rest."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from pyoxigraph import Quad
from rdflib import Graph

from coordgraph.changes.actors import actor_changes
from coordgraph.changes.agreements import agreement_changes
from coordgraph.changes.dates import date_changes
from coordgraph.changes.model import GROUPS, Change, Group
from coordgraph.changes.rest import Remainder, remainders, untold
from coordgraph.changes.ties import tie_changes
from coordgraph.changes.versions import Pair, pair
from coordgraph.store import Store

__all__ = ["Difference", "compare"]

_TOLD_BY: dict[Group, Callable[[Pair], Iterable[Change]]] = {
    "actors": actor_changes,
    "agreements": agreement_changes,
    "dates": date_changes,
    "ties": tie_changes,
}


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """
    What changed.

    Attributes
    ----------
    pair
        The two versions, and the statements that only one of them has.
    changes
        What these say, group by group.
    rest
        How many statements were added or removed besides; empty if only some groups were
        asked for.
    untold
        These statements.
    """

    pair: Pair
    changes: tuple[Change, ...]
    rest: tuple[Remainder, ...]
    untold: frozenset[Quad]

    def __bool__(self) -> bool:
        """Return whether anything changed that was asked for."""
        return bool(self.changes or self.untold)

    def of(self, group: Group) -> tuple[Change, ...]:
        """Return the changes of a group."""
        return tuple(change for change in self.changes if change.group == group)


def compare(
    old: Store | Graph, new: Store | Graph, *, only: Collection[Group] = ()
) -> Difference:
    """
    Return what changed between two versions of a graph.

    Every statement that only one version has is told of by a change or counted in the rest;
    names of blank nodes and the order of statements do not matter.  Where only one of the two
    has named graphs, graphs are left aside.

    Parameters
    ----------
    old, new
        Stores, or rdflib graphs or datasets.
    only
        The groups that are wanted, without the rest; all, with the rest, if empty.
    """
    both = pair(old, new)
    if not (both.added or both.removed):
        return Difference(both, (), (), frozenset())
    wanted = [group for group in GROUPS if not only or group in only]
    changes = tuple(change for group in wanted for change in _TOLD_BY[group](both))
    left = frozenset[Quad]() if only else untold(both, changes)
    return Difference(both, changes, tuple(remainders(both, left)), left)
