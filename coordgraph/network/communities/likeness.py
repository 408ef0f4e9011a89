"""
How alike two partitions of the same actors are.

=== =======================================================================================
ARI adjusted Rand index: pairs on which both agree, less what chance would give; 1 if they are
    the same, 0 on average if they have nothing to do with each other [1]_
NMI normalised mutual information: 2 I / (H_1 + H_2), from 0 to 1 [2]_
=== =======================================================================================

References
----------
.. [1] L. Hubert and P. Arabie (1985). Comparing partitions. *Journal of Classification* 2,
       193-218.
.. [2] L. Danon et al. (2005). Comparing community structure identification. *J. Stat. Mech.*
       P09008.
"""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from scipy.special import entr

from coordgraph.ties import Floats, Ints

__all__ = ["Meeting", "ari", "mean_likeness", "meeting", "nmi"]


class Meeting(NamedTuple):
    """
    How the groups of two partitions meet: those who meet, and sizes, one a pair of groups.

    Attributes
    ----------
    both
        How many actors are in both groups of the pair.
    one, other
        The sizes of the two groups.
    of
        The position of each actor's pair in these.
    """

    both: Ints
    one: Ints
    other: Ints
    of: Ints


def meeting(one: Ints, other: Ints) -> Meeting:
    """Return how the groups of two partitions meet."""
    wide = int(other.max(initial=0)) + 1
    keys, place, both = np.unique(one * wide + other, return_inverse=True, return_counts=True)
    return Meeting(both, np.bincount(one)[keys // wide], np.bincount(other)[keys % wide], place)


def ari(one: Ints, other: Ints) -> float:
    """
    Return the adjusted Rand index; 1 if both put all together, or all apart.

    >>> ari(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    together = _pairs(meeting(one, other).both)
    first, second = _pairs(np.bincount(one)), _pairs(np.bincount(other))
    expected = first * second / max(len(one) * (len(one) - 1) / 2, 1)
    most = (first + second) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def _pairs(sizes: Ints) -> float:
    return float((sizes * (sizes - 1) / 2).sum())


def nmi(one: Ints, other: Ints) -> float:
    """
    Return the normalised mutual information; 1 if both put all together.

    >>> round(nmi(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])), 12)
    0.0
    """
    first, second = _entropy(np.bincount(one)), _entropy(np.bincount(other))
    shared = first + second - _entropy(meeting(one, other).both)
    return min(2 * shared / (first + second), 1.0) if first + second > 0 else 1.0


def _entropy(sizes: Ints) -> float:
    shares: Floats = sizes / max(sizes.sum(), 1)
    return float(entr(shares).sum())


def mean_likeness(partitions: Sequence[Ints]) -> tuple[float, float]:
    """
    Return the mean ARI and the mean NMI over all pairs of partitions; NaN if there is no pair.

    >>> mean_likeness([np.array([0, 0, 1])] * 3)
    (1.0, 1.0)
    """
    pairs = len(partitions) * (len(partitions) - 1) / 2
    if not pairs:
        return math.nan, math.nan
    different, times = np.unique(np.array(partitions), axis=0, return_counts=True)
    same = float((times * (times - 1) / 2).sum())
    totals = np.array([same, same])
    for one, other in combinations(range(len(different)), 2):
        alike = ari(different[one], different[other]), nmi(different[one], different[other])
        totals += times[one] * times[other] * np.array(alike)
    return float(totals[0] / pairs), float(totals[1] / pairs)
