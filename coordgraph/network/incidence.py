"""Who takes part in which mechanism, of which level, as columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import integers, numbers, texts
from coordgraph.meetings import meetings
from coordgraph.namespace import LEVELS
from coordgraph.network.takings import Named
from coordgraph.ties import NO_LEVEL, Ints, Ties

__all__ = ["Incidence", "Taking"]


class Taking(NamedTuple):
    """One actor takes part in one mechanism, of one level or of none (an empty text)."""

    actor: str
    mechanism: str
    level: str


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """
    Actors by mechanisms by levels; a row stands once.

    Attributes
    ----------
    actors, mechanisms, levels
        IRIs, each sorted; levels from policy to street, others after them.
    actor, mechanism, level
        Positions in these, one a row; the level may be ``NO_LEVEL``.  Rows are in order of
        actor, mechanism and level.
    """

    actors: tuple[str, ...]
    mechanisms: tuple[str, ...]
    levels: tuple[str, ...]
    actor: Ints
    mechanism: Ints
    level: Ints

    @classmethod
    def of(cls, takings: set[Taking]) -> "Incidence":
        """Return the columns of a set of rows."""
        rows = list(takings)
        return cls.of_columns(
            _encoded(row.actor for row in rows),
            _encoded(row.mechanism for row in rows),
            _encoded(row.level for row in rows),
        )

    @classmethod
    def of_columns(cls, actor: Named, mechanism: Named, level: Named) -> "Incidence":
        """Return the columns of rows that may stand more than once, in any order."""
        actors, actor_at = _sorted(actor)
        mechanisms, mechanism_at = _sorted(mechanism)
        levels, level_at = _by_rank(level)
        high, low = max(len(mechanisms), 1), len(levels) + 1
        keys = np.unique((actor_at * high + mechanism_at) * low + (level_at - NO_LEVEL))
        pairs, last = np.divmod(keys, low)
        first, middle = np.divmod(pairs, high)
        return cls(actors, mechanisms, levels, first, middle, last + NO_LEVEL)

    def rows_of(self, actor: Named, mechanism: Named, level: Named) -> tuple[Ints, Ints, Ints]:
        """Return the positions of rows of which these columns were made."""
        places = (
            _places(column, names)
            for column, names in (
                (actor, self.actors),
                (mechanism, self.mechanisms),
                (level, self.levels),
            )
        )
        first, second, third = places
        return first, second, third

    def sizes(self) -> Ints:
        """Return how many different actors take part in each mechanism."""
        pairs = np.unique(self.actor * max(len(self.mechanisms), 1) + self.mechanism)
        return np.bincount(pairs % max(len(self.mechanisms), 1), minlength=len(self.mechanisms))

    def flat(self) -> "Incidence":
        """Return who takes part in what, whatever the level."""
        wide = max(len(self.mechanisms), 1)
        actor, mechanism = np.divmod(np.unique(self.actor * wide + self.mechanism), wide)
        none = np.full(len(actor), NO_LEVEL, dtype=np.int64)
        return Incidence(self.actors, self.mechanisms, (), actor, mechanism, none)

    def shared(self, one: int, other: int, level: int) -> list[str]:
        """Return the mechanisms of a level in which two actors both take part, sorted."""
        both = np.intersect1d(self._of(one, level), self._of(other, level))
        return [self.mechanisms[place] for place in both]

    def _of(self, actor: int, level: int) -> Ints:
        start, stop = np.searchsorted(self.actor, [actor, actor + 1])
        mechanisms: Ints = self.mechanism[start:stop][self.level[start:stop] == level]
        return mechanisms

    def behind(self, ties: Ties) -> pa.ListArray:
        """
        Return the mechanisms behind each tie, sorted: what `shared` says, for all ties at once.

        Parameters
        ----------
        ties
            The ties that this incidence makes, in their order; some of them may be left out.
        """
        source, target, level, mechanism = self._meetings(np.unique(ties.source))
        wide, low = len(self.actors), len(self.levels) + 1
        met = (source * wide + target) * low + (level - NO_LEVEL)
        tied = (ties.source * wide + ties.target) * low + (ties.level - NO_LEVEL)
        order = np.lexsort((mechanism, met))
        met, mechanism = met[order], mechanism[order]
        first = np.searchsorted(met, tied, side="left")
        count = np.searchsorted(met, tied, side="right") - first
        ends = np.append(0, np.cumsum(count))
        picked = np.arange(ends[-1]) + np.repeat(first - ends[:-1], count)
        names = pa.DictionaryArray.from_arrays(
            integers(mechanism[picked]), texts(self.mechanisms)
        )
        offsets = integers(ends).cast(pa.int32())
        return pa.ListArray.from_arrays(offsets, names.dictionary_decode())

    def _meetings(self, sources: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Return pairs of actors of a mechanism and level, the lower one of these sources."""
        order = np.lexsort((self.actor, self.level, self.mechanism))
        actor, level, mechanism = (
            column[order] for column in (self.actor, self.level, self.mechanism)
        )
        group = mechanism * (len(self.levels) + 1) + (level - NO_LEVEL)
        one, other = meetings(group, actor, wanted=sources)
        return actor[one], actor[other], level[one], mechanism[one]


def _encoded(values: Iterable[str]) -> Named:
    return Named.of(pa.chunked_array([texts(values).dictionary_encode()]))


def _sorted(column: Named) -> tuple[tuple[str, ...], Ints]:
    """Return the names that are used, sorted, and each row's position among them."""
    used = np.unique(column.place)
    names = column.names.take(integers(used))
    order = numbers(pc.sort_indices(names))
    position = np.empty(len(column.names), dtype=np.int64)
    position[used[order]] = np.arange(len(used))
    return tuple(names.take(integers(order)).to_pylist()), position[column.place]


def _places(column: Named, names: tuple[str, ...]) -> Ints:
    found = numbers(pc.index_in(column.names, value_set=texts(names)), null=NO_LEVEL)
    places: Ints = np.append(found, NO_LEVEL)[column.place]
    return places


def _by_rank(column: Named) -> tuple[tuple[str, ...], Ints]:
    """Return the levels that are used, from policy to street, and each row's position."""
    levels = tuple(sorted(filter(None, column.used()), key=_rank))
    places = {**{level: place for place, level in enumerate(levels)}, "": NO_LEVEL}
    known = [places.get(name, NO_LEVEL) for name in column.names.to_pylist()]
    return levels, np.array([*known, NO_LEVEL], dtype=np.int64)[column.place]


def _rank(level: str) -> tuple[int, str]:
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)
