"""
The actors that make the core, if the network has one core and a periphery.

In the ideal picture of Borgatti and Everett [1]_, actors of the core are tied to all, and
those of the periphery to the core only.  The core is the set of actors for which the
correlation of ties and picture, over all pairs, is highest.  It is looked for from the actors
of most ties: one is let in, out, or changed for another, as long as that betters it.

References
----------
.. [1] S. P. Borgatti and M. G. Everett (2000). Models of core/periphery structures. *Social
       Networks* 21, 375-395.
"""

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coordgraph.engines.arrays import degree
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["Core", "core_periphery"]

Mask = npt.NDArray[np.bool_]
_Change = tuple[int, int, tuple[int, ...]]

_BEGINNINGS = 12
_BETTER = 1e-12


class Core(NamedTuple):
    """
    The core.

    Attributes
    ----------
    inside
        Of each actor, whether it belongs to the core.
    correlation
        How well the picture fits: 1 if it is the network; NaN if all pairs or none are tied,
        when nobody is inside.
    """

    inside: Mask
    correlation: float


def core_periphery(ties: Ties) -> Core:
    """
    Return the core and how well it fits.

    No other core that differs by one actor, in, out or changed, fits better.  Whether one that
    differs by more does, is known only for small networks: the question is hard.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.

    Examples
    --------
    >>> star = Ties(("a", "b", "c"), (), *np.array([[0, 0], [1, 2], [-1, -1]]), np.ones(2))
    >>> core_periphery(star).inside.tolist()
    [True, False, False]
    """
    size = len(ties.actors)
    if not 0 < len(ties) < size * (size - 1) // 2:
        return Core(np.zeros(size, dtype=np.bool_), math.nan)
    order = np.argsort(-degree(ties), kind="stable")
    rank = np.empty(size, dtype=np.int64)
    rank[order] = np.arange(size)
    first = np.minimum(rank[ties.source], rank[ties.target])
    covered = np.cumsum(np.bincount(first, minlength=size))
    fits = _fit(np.arange(1, size + 1), covered, len(ties), size)
    best = Core(np.zeros(size, dtype=np.bool_), -math.inf)
    for many in np.argsort(-fits, kind="stable")[:_BEGINNINGS]:
        if np.isfinite(fits[many]):
            found = _bettered(ties, rank <= many)
            if found.correlation > best.correlation + _BETTER:
                best = found
    return best


def _fit(inside: Ints | int, covered: Ints | int, ties: int, size: int) -> Floats:
    """
    Return the correlation of ties and picture; minus infinity where the picture is constant.

    Parameters
    ----------
    inside
        How many actors the core has.
    covered
        How many ties have an end in the core.
    ties, size
        How many ties and actors there are.
    """
    pairs = size * (size - 1) / 2
    outside = size - np.asarray(inside, dtype=np.float64)
    drawn = pairs - outside * (outside - 1) / 2
    spread = drawn * (pairs - drawn) * (ties * (pairs - ties))
    with np.errstate(divide="ignore", invalid="ignore"):
        fit = (np.asarray(covered) * pairs - ties * drawn) / np.sqrt(spread)
    return np.where(spread > 0, fit, -np.inf)


def _bettered(ties: Ties, inside: Mask) -> Core:
    """Return the core that single changes of a first one lead to, the best one each time."""
    inside, size = inside.copy(), len(inside)
    while True:
        one, other = inside[ties.source], inside[ties.target]
        covered = int(np.count_nonzero(one | other))
        many = int(np.count_nonzero(inside))
        now = float(_fit(many, covered, len(ties), size))
        outward = np.bincount(ties.source[~other], minlength=size)
        outward += np.bincount(ties.target[~one], minlength=size)
        changes = _changes(ties, inside, outward)
        reached = [
            float(_fit(many + by, covered + gain, len(ties), size)) for by, gain, _ in changes
        ]
        place = int(np.argmax(reached))
        if reached[place] <= now + _BETTER:
            return Core(inside, now)
        actors = list(changes[place][2])
        inside[actors] = ~inside[actors]


def _changes(ties: Ties, inside: Mask, outward: Ints) -> list[_Change]:
    """
    Return the best actor to let in, to let out, and to change for another.

    Each with how the core grows, how many more ties it covers, and the actors concerned.
    ``outward`` is the number of each actor's ties to the periphery.
    """
    least = np.where(inside, outward, np.iinfo(np.int64).max)
    most = np.where(inside, -1, outward)
    out, into = int(np.argmin(least)), int(np.argmax(most))
    found: list[_Change] = [(1, int(most[into]), (into,)), (-1, -int(least[out]), (out,))]
    found.append((0, int(most[into] - least[out]), (out, into)))
    # Of two that are tied to each other, the tie stays covered.
    across = inside[ties.source] != inside[ties.target]
    if across.any():
        core = np.where(inside[ties.source], ties.source, ties.target)[across]
        outer = np.where(inside[ties.source], ties.target, ties.source)[across]
        gain = outward[outer] - outward[core] + 1
        best = int(np.argmax(gain))
        found.append((0, int(gain[best]), (int(core[best]), int(outer[best]))))
    return found
