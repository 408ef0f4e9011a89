"""Where actors stand in a picture of a network: each connected part in a circle of its own."""

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from coordgraph.network.picture.forces import Pulls, settled
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["places"]

_GAP = 1.2
_STEP = 0.6
_STRONGEST = 3.0


def places(ties: Ties) -> Floats:
    """
    Return where each actor of a network stands: a row of x and y each, about one apart.

    The largest part stands in the middle, the others around it.  Places depend on the names of
    the actors and on their ties alone: not on languages, and not on the order of rows.

    Parameters
    ----------
    ties
        One tie a pair; strong ones pull more, up to three times as much as one of weight 1.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = places(cg.project(cg.load(), weight="newman").merged())
    >>> found.shape
    (183, 2)
    """
    ties, size = _sorted(ties), len(ties.actors)
    ends = (ties.source, ties.target)
    matrix = sparse.coo_array((np.ones(len(ties)), ends), shape=(size, size))
    number, part = csgraph.connected_components(matrix, directed=False)
    members = np.split(np.argsort(part, kind="stable"), np.cumsum(np.bincount(part))[:-1])
    inside = np.split(
        np.argsort(part[ties.source], kind="stable"), _ends(part[ties.source], number)
    )
    order = sorted(range(number), key=lambda at: (-len(members[at]), members[at][0]))
    found = np.zeros((size, 2))
    at = np.zeros(size, dtype=np.int64)
    circles = _Circles(number)
    for one in order if size else []:
        own, rows = members[one], inside[one]
        at[own] = np.arange(len(own))
        pulls = Pulls(
            at[ties.source[rows]],
            at[ties.target[rows]],
            np.minimum(ties.weight[rows], _STRONGEST),
        )
        own_places = settled([ties.actors[actor] for actor in own], pulls)
        radius = float(np.hypot(own_places[:, 0], own_places[:, 1]).max()) + _GAP / 2
        found[own] = own_places + circles.added(radius)
    return found


def _sorted(ties: Ties) -> Ties:
    """Return ties in one order, as sums depend on it in their last digits."""
    order = np.lexsort((ties.target, ties.source))
    return Ties(
        ties.actors,
        ties.levels,
        ties.source[order],
        ties.target[order],
        ties.level[order],
        ties.weight[order],
    )


def _ends(part: Ints, number: int) -> Ints:
    counts = np.bincount(part, minlength=max(number, 1))
    found: Ints = np.cumsum(counts)[:-1]
    return found


class _Circles:
    """Circles that do not overlap, each as near to the middle as a spiral finds room for it."""

    def __init__(self, most: int) -> None:
        self._middle = np.zeros((most, 2))
        self._radius = np.zeros(most)
        self._number = 0
        self._turn = 0.0
        self._far = 0.0

    def added(self, radius: float) -> Floats:
        """Return the middle of one circle more."""
        place = np.zeros(2)
        if self._number:
            self._far = max(self._far, float(self._radius[0]) + radius)
            place = self._next()
            while self._hits(place, radius):
                place = self._next()
        self._middle[self._number] = place
        self._radius[self._number] = radius
        self._number += 1
        return place

    def _next(self) -> Floats:
        turned = _STEP / self._far
        self._turn += turned
        self._far += _STEP * turned / np.pi
        return self._far * np.array([np.cos(self._turn), np.sin(self._turn)])

    def _hits(self, place: Floats, radius: float) -> bool:
        there = self._middle[: self._number] - place
        apart = np.hypot(there[:, 0], there[:, 1])
        return bool((apart < self._radius[: self._number] + radius).any())
