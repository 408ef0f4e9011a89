"""
How likely each actor is in each mechanism if only how busy both are is known.

Of all tables of actors and mechanisms that have, in the mean, the same sums of rows and
columns, the most random has independent cells, filled with probability ``x y / (1 + x y)``, x
of the actor and y of the mechanism [1]_.  Actors of equal sums have equal x: there is one
unknown a different sum, and their equations are solved as fixed points.

References
----------
.. [1] F. Saracco, R. Di Clemente, A. Gabrielli and T. Squartini (2015). Randomizing bipartite
       networks: the case of the World Trade Web. *Scientific Reports* 5, 10595.
"""

from dataclasses import dataclass
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from coordgraph.errors import DataError
from coordgraph.ties import Floats, Ints

__all__ = ["Margins", "margins"]

_CLOSE = 1e-9
_ROUNDS = 20_000


class Margins(NamedTuple):
    """
    How likely actors of each sum are in mechanisms of each sum.

    Attributes
    ----------
    rows
        The different numbers of mechanisms that actors are in, ascending.
    row
        The place in these of each actor.
    columns
        The different numbers of actors of mechanisms, ascending.
    counts
        How many mechanisms have each.
    chance
        Sums of rows by sums of columns: the probability of a cell.
    """

    rows: Ints
    row: Ints
    columns: Ints
    counts: Ints
    chance: Floats


def margins(by_actor: Ints, by_mechanism: Ints) -> Margins:
    """
    Return the most random table with these sums.

    Parameters
    ----------
    by_actor
        How many mechanisms each actor is in.
    by_mechanism
        How many actors each mechanism has; of as many participations as these.

    Raises
    ------
    DataError
        If no such table is found.
    """
    rows, row, alike = np.unique(by_actor, return_inverse=True, return_counts=True)
    columns, counts = np.unique(by_mechanism, return_counts=True)
    chance = np.zeros((len(rows), len(columns)))
    table = _Left(chance, rows.copy(), alike, np.ones(len(rows), bool))
    turned = _Left(chance.T, columns.copy(), counts, np.ones(len(columns), bool))
    # Who is in all that are left, or in none, leaves no chance; nor do then, perhaps, others.
    while table.settle(turned) or turned.settle(table):
        pass
    if table.open.any():
        chance[np.ix_(table.open, turned.open)] = _solved(
            table.sums[table.open].astype(float),
            alike[table.open].astype(float),
            turned.sums[turned.open].astype(float),
            counts[turned.open].astype(float),
        )
    return Margins(rows, row, columns, counts, chance)


@dataclass(frozen=True, slots=True)
class _Left:
    """One side of a table: what its sums still lack, and which of them are not settled."""

    chance: Floats
    sums: Ints
    alike: Ints
    open: NDArray[np.bool_]

    def settle(self, other: "_Left") -> bool:
        """Settle a sum that is full or empty, if there is one."""
        whole = other.alike[other.open].sum()
        for place in np.flatnonzero(self.open):
            if self.sums[place] in (0, whole):
                self.open[place] = False
                if self.sums[place]:
                    self.chance[place, other.open] = 1
                    other.sums[other.open] -= self.alike[place]
                return True
        return False


def _solved(rows: Floats, alike: Floats, columns: Floats, counts: Floats) -> Floats:
    total = np.sqrt((rows * alike).sum())
    x, y = rows / total, columns / total
    for _round in range(_ROUNDS):
        x = rows / ((counts * y) / (1 + np.outer(x, y))).sum(axis=1)
        y = columns / ((alike * x) / (1 + np.outer(y, x))).sum(axis=1)
        odds = np.outer(x, y)
        found: Floats = odds / (1 + odds)
        off = np.abs(found @ counts - rows) / rows
        if off.max() < _CLOSE:
            return found
    raise DataError(
        _(
            "No random table has these numbers of mechanisms and actors in the mean; use "
            "the model fdsm, which keeps them as they are."
        )
    )
