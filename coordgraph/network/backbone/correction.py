"""
P-values of many tests at once.

References
----------
.. [1] S. Holm (1979). A simple sequentially rejective multiple test procedure. *Scandinavian
       Journal of Statistics* 6, 65-70.
.. [2] Y. Benjamini and Y. Hochberg (1995). Controlling the false discovery rate. *Journal of
       the Royal Statistical Society B* 57, 289-300.
"""

from typing import Literal, get_args

import numpy as np

from coordgraph.ties import Floats

__all__ = ["CORRECTIONS", "Correction", "corrected"]

Correction = Literal["holm", "bh", "none"]

CORRECTIONS: tuple[Correction, ...] = get_args(Correction)


def corrected(values: Floats, tests: int, *, by: Correction) -> Floats:
    """
    Return p-values that count for all tests.

    Parameters
    ----------
    values
        P-values.
    tests
        How many tests there are; those that are not among the values have a p of 1.
    by
        ``holm`` keeps the probability of a single false finding, ``bh`` the share of false ones
        among all findings, below a level; ``none`` neither.

    Examples
    --------
    >>> corrected(np.array([0.01, 0.04, 0.03]), 3, by="holm").tolist()
    [0.03, 0.06, 0.06]
    >>> corrected(np.array([0.01, 0.04, 0.03]), 3, by="bh").tolist()
    [0.03, 0.04, 0.04]
    """
    if by == "none" or not len(values):
        return values
    order = np.argsort(values, kind="stable")
    ranks = np.arange(1, len(values) + 1)
    found = np.empty(len(values))
    if by == "holm":
        found[order] = np.maximum.accumulate(values[order] * (tests - ranks + 1))
    else:
        scaled = values[order] * tests / ranks
        found[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    return np.minimum(found, 1)
