"""Who takes part in which mechanism, of which level, as columns."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from coordgraph.namespace import LEVELS
from coordgraph.ties import NO_LEVEL, Ints

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
        Positions in these, one a row; the level may be ``NO_LEVEL``.
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
        rows = sorted(takings)
        actors = tuple(sorted({row.actor for row in rows}))
        mechanisms = tuple(sorted({row.mechanism for row in rows}))
        levels = tuple(sorted({row.level for row in rows if row.level}, key=_rank))
        places = {**{level: place for place, level in enumerate(levels)}, "": NO_LEVEL}
        return cls(
            actors,
            mechanisms,
            levels,
            _positions([row.actor for row in rows], actors),
            _positions([row.mechanism for row in rows], mechanisms),
            np.array([places[row.level] for row in rows], dtype=np.int64),
        )

    def sizes(self) -> Ints:
        """Return how many different actors take part in each mechanism."""
        pairs = np.unique(np.stack([self.mechanism, self.actor]), axis=1)
        return np.bincount(pairs[0], minlength=len(self.mechanisms))

    def shared(self, one: int, other: int, level: int) -> list[str]:
        """Return the mechanisms of a level in which two actors both take part, sorted."""
        both = np.intersect1d(self._of(one, level), self._of(other, level))
        return [self.mechanisms[place] for place in both]

    def _of(self, actor: int, level: int) -> Ints:
        mechanisms: Ints = self.mechanism[(self.actor == actor) & (self.level == level)]
        return mechanisms


def _rank(level: str) -> tuple[int, str]:
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)


def _positions(values: list[str], known: tuple[str, ...]) -> Ints:
    places = {value: place for place, value in enumerate(known)}
    return np.array([places[value] for value in values], dtype=np.int64)
