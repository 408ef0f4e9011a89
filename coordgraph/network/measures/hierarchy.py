"""
Burt's hierarchy: how much of an actor's constraint comes from one counterpart.

With c_j how much counterpart j constrains the actor, and r_j = c_j / mean of c over its N
counterparts, it is the sum of r_j ln(r_j) over N ln(N): the disorder index of Coleman and
Theil [1]_.

References
----------
.. [1] R. S. Burt (1992). *Structural Holes*, p. 71.
"""

import numpy as np
from scipy.special import xlogy

from coordgraph.engines.arrays import constraints, degree
from coordgraph.ties import Floats, Ties

__all__ = ["hierarchy"]


def hierarchy(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return the hierarchy of each actor's constraint; NaN for an actor without ties.

    It is 0 if all counterparts constrain the actor alike, and near 1 if one does it all.  An
    actor with one counterpart has 1, as Burt's program STRUCTURE gives it: the formula is 0/0.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Whether constraint is by weight.

    Examples
    --------
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 1]), np.array([1, 2])
    >>> path = Ties(("a", "b", "c"), (), *ends, np.array([-1, -1]), np.ones(2))
    >>> hierarchy(path).tolist()
    [1.0, 0.0, 1.0]
    """
    size, counterparts = len(ties.actors), degree(ties)
    ends = np.concatenate([ties.source, ties.target])
    parts = np.concatenate(constraints(ties, weighted=weighted))
    several = counterparts > 1
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.bincount(ends, parts, size) / counterparts
        ratio = parts / mean[ends]
        uneven = np.bincount(ends, xlogy(ratio, ratio), size)
        found = np.clip(uneven / (counterparts * np.log(counterparts)), 0, 1)
    return np.where(several, found, np.where(counterparts == 1, 1.0, np.nan))
