"""
How often two actors meet by chance: sums of mechanisms in which both may be.

A mechanism in which both are with probability p is one draw; mechanisms of one sum have one p,
and make a binomial distribution; all of them make the convolution of these, which is exact (the
Poisson-binomial distribution).
"""

from typing import NamedTuple

import numpy as np
from scipy.stats import binom

from coordgraph.network.backbone.margins import Margins
from coordgraph.ties import Floats, Ints

__all__ = ["Chances", "chances"]


class Chances(NamedTuple):
    """
    What chance makes of pairs of actors, one value a pair.

    Attributes
    ----------
    expected
        How often they meet in the mean.
    more
        The probability that they meet as often or more often.
    """

    expected: Floats
    more: Floats


def chances(found: Margins, one: Ints, other: Ints, met: Ints) -> Chances:
    """
    Return what chance makes of pairs that met so often.

    Parameters
    ----------
    found
        How likely actors are in mechanisms.
    one, other
        Actors, by their place, one pair a place.
    met
        In how many mechanisms each pair met.
    """
    low = np.minimum(found.row[one], found.row[other])
    high = np.maximum(found.row[one], found.row[other])
    keys, place = np.unique(low * len(found.rows) + high, return_inverse=True)
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(len(keys) + 1))
    expected, more = np.empty(len(met)), np.empty(len(met))
    for number, key in enumerate(keys.tolist()):
        pairs = order[starts[number] : starts[number + 1]]
        first, second = divmod(key, len(found.rows))
        both = found.chance[first] * found.chance[second]
        share = _distribution(both, found.counts)
        at_least = np.append(np.cumsum(share[::-1])[::-1], 0)
        expected[pairs] = both @ found.counts
        more[pairs] = at_least[np.minimum(met[pairs], len(share))]
    return Chances(expected, np.clip(more, 0, 1))


def _distribution(both: Floats, counts: Ints) -> Floats:
    """Return the probability of each number of meetings."""
    share = np.ones(1)
    for chance, count in zip(both.tolist(), counts.tolist(), strict=True):
        if chance > 0:
            share = np.convolve(share, binom.pmf(np.arange(count + 1), count, chance))
    return share
