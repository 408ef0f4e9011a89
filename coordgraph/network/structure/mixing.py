"""
Whether like are tied to like.

Assortativity is 1 if every actor is tied to its like only, 0 if ties heed no likeness, and
negative if the unlike are tied.  By the number of ties it is the correlation over the ends of
ties [1]_; by country, kind or sector, (sum of e_ii - sum of a_i squared) over (1 - sum of a_i
squared), with e_ii the share of ties within part i and a_i that of the ends of ties in it [2]_.

References
----------
.. [1] M. E. J. Newman (2002). Assortative mixing in networks. *Physical Review Letters* 89,
       208701.
.. [2] M. E. J. Newman (2003). Mixing patterns in networks. *Physical Review E* 67, 026126.
"""

import math
from collections.abc import Sequence

import numpy as np

from coordgraph.engines.arrays import degree
from coordgraph.ties import Ties

__all__ = ["assortativity", "degree_assortativity"]

_NOTHING = 1e-12


def degree_assortativity(ties: Ties) -> float:
    """
    Return the correlation of the numbers of ties at both ends; NaN if all are the same.

    Examples
    --------
    >>> star = Ties(("a", "b", "c"), (), *np.array([[0, 0], [1, 2], [-1, -1]]), np.ones(2))
    >>> round(degree_assortativity(star), 6)
    -1.0
    """
    counterparts = degree(ties)
    ends = counterparts[ties.source], counterparts[ties.target]
    one, other = np.concatenate(ends), np.concatenate(ends[::-1])
    if not len(one) or np.ptp(one) == 0:
        return math.nan
    centred = one - one.mean()
    return float(centred @ (other - one.mean()) / (centred @ centred))


def assortativity(ties: Ties, parts: Sequence[str]) -> float:
    """
    Return the assortativity by part; NaN if all ties are within one part, or there is none.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    parts
        The part of each actor; an empty text if it is not known.  Ties of such actors do not
        count.

    Examples
    --------
    >>> star = Ties(("a", "b", "c"), (), *np.array([[0, 0], [1, 2], [-1, -1]]), np.ones(2))
    >>> assortativity(star, ["ARG", "BRA", "BRA"])
    -1.0
    """
    names, place = np.unique(np.array(parts, dtype=str), return_inverse=True)
    known = names[place] != ""
    counted = known[ties.source] & known[ties.target]
    one, other = place[ties.source[counted]], place[ties.target[counted]]
    if not len(one):
        return math.nan
    ends = np.bincount(np.concatenate([one, other]), minlength=len(names)) / (2 * len(one))
    expected = float(ends @ ends)
    within = float(np.mean(one == other))
    return (within - expected) / (1 - expected) if 1 - expected > _NOTHING else math.nan
