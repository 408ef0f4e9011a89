"""
What changed among ties: who coordinates now who did not, who no longer, who more or less.

Ties are those of `coordgraph.network.projection` with its defaults, weighed by the number of
mechanisms.  Only pairs of whom one takes part in a mechanism otherwise than before can have
changed: these alone are looked at.
"""

from collections import defaultdict
from collections.abc import Iterator

from coordgraph.changes.model import Change, What
from coordgraph.changes.versions import Pair, Version, node
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.selection import Selection, select

__all__ = ["tie_changes"]

Tie = tuple[str, str, str]


class _Takings:
    """Who takes part in what at which level, looked up from both ends."""

    def __init__(self, version: Version) -> None:
        incidence = select(version.store, Selection()).incidence
        self.rows = frozenset(_rows(incidence))
        self.actors: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.mechanisms: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for actor, mechanism, level in self.rows:
            self.actors[mechanism, level].add(actor)
            self.mechanisms[actor, level].add(mechanism)

    def behind(self, tie: Tie) -> list[str]:
        """Return the mechanisms behind a tie, in order."""
        one, other, level = tie
        return sorted(self.mechanisms[one, level] & self.mechanisms[other, level])


def tie_changes(pair: Pair) -> Iterator[Change]:
    """Yield what changed among ties, in order of actors and level."""
    old, new = _Takings(pair.old), _Takings(pair.new)
    for tie in sorted(_candidates(old, new)):
        before, after = old.behind(tie), new.behind(tie)
        if before != after:
            yield _change(tie, before, after)


def _candidates(old: _Takings, new: _Takings) -> set[Tie]:
    found = set[Tie]()
    for actor, mechanism, level in old.rows ^ new.rows:
        there = old.actors[mechanism, level] | new.actors[mechanism, level]
        found |= {(min(actor, one), max(actor, one), level) for one in there if one != actor}
    return found


def _change(tie: Tie, before: list[str], after: list[str]) -> Change:
    one, other, level = tie
    return Change(
        group="ties",
        what=_what(len(before), len(after)),
        thing=one,
        other=other,
        level=level,
        before=tuple(map(node, before)),
        after=tuple(map(node, after)),
    )


def _what(before: int, after: int) -> What:
    if not before or not after:
        return "removed" if before else "added"
    if before == after:
        return "as-strong"
    return "stronger" if after > before else "weaker"


def _rows(incidence: Incidence) -> Iterator[Taking]:
    levels = (*incidence.levels, "")
    columns = (incidence.actor, incidence.mechanism, incidence.level)
    for actor, mechanism, level in zip(*(part.tolist() for part in columns), strict=True):
        yield Taking(incidence.actors[actor], incidence.mechanisms[mechanism], levels[level])
