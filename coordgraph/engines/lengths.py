"""
How long ties are where a path prefers strong ones: 1/weight, so that equal lengths are equal.

Whether two paths are equally long decides on betweenness, and 1/3 + 1/6 is not 1/2 when each
is rounded.  Where all weights are fractions of small numbers, as counts and Newman's weights
mostly are, the lengths are given as whole numbers in a common unit, whose sums are exact.
"""

from fractions import Fraction
from math import lcm

import numpy as np

from coordgraph.ties import Floats

__all__ = ["lengths"]

_DENOMINATOR = 10_000
_DIFFERENT = 10_000
_NEAR = 1e-12
_EXACT = 2**53


def lengths(weights: Floats, actors: int) -> Floats:
    """
    Return 1/weight for each tie, in a unit in which sums along paths are exact if there is one.

    Parameters
    ----------
    weights
        Greater than 0.
    actors
        How many actors there are: no path has more ties.

    Examples
    --------
    >>> lengths(np.array([2.0, 3.0, 6.0, 1.5]), 4).tolist()
    [3.0, 2.0, 1.0, 4.0]
    """
    different, place = np.unique(weights, return_inverse=True)
    if len(different) > _DIFFERENT:
        return 1 / weights
    fractions = [Fraction(weight).limit_denominator(_DENOMINATOR) for weight in different]
    if not np.allclose([float(one) for one in fractions], different, rtol=_NEAR, atol=0):
        return 1 / weights
    unit = lcm(*(one.numerator for one in fractions))
    whole = [unit * one.denominator // one.numerator for one in fractions]
    if max(whole, default=0) * actors >= _EXACT:
        return 1 / weights
    return np.array(whole, dtype=np.float64)[place]
