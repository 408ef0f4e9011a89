"""
What is too small to test.

A test compares a network with others that might as well have been.  It says nothing

- of fewer than `LEAST_ACTORS` actors: they make 21 pairs at most, and a single tie decides;
- where chance makes fewer than `LEAST_WAYS` different networks: no p below 1/`LEAST_WAYS` can
  come out, however strong what is seen.

Such tests are refused instead of answered with a p-value.
"""

from gettext import gettext as _
from math import exp, lgamma

import numpy as np

from coordgraph.errors import TooSmall
from coordgraph.network.dyads import Dyads
from coordgraph.ties import Ints

__all__ = [
    "LEAST_ACTORS",
    "LEAST_WAYS",
    "hold_actors",
    "hold_arrangements",
    "hold_ways",
    "ways_to_part",
]

LEAST_ACTORS = 8
"""With fewer actors there is no test."""

LEAST_WAYS = 100
"""With fewer networks that chance makes there is no test."""

_TRIED = 2 * LEAST_WAYS
_SEED = 0
_MANY = 50.0


def hold_actors(many: int) -> None:
    """
    Refuse to test fewer actors than `LEAST_ACTORS`.

    Raises
    ------
    TooSmall
        If there are fewer.
    """
    if many < LEAST_ACTORS:
        raise TooSmall(
            _(
                "{many} actors: too small to test. A test needs {least_actors} actors at "
                "least; select more, or report the numbers without a p-value."
            ).format(many=many, least_actors=LEAST_ACTORS)
        )


def hold_ways(ways: float, actors: int) -> None:
    """
    Refuse a test in which chance makes fewer than `LEAST_WAYS` networks.

    Raises
    ------
    TooSmall
        If it makes fewer.
    """
    if ways < LEAST_WAYS:
        raise TooSmall(
            _(
                "{actors} actors, but chance makes fewer than {least_ways} different "
                "networks of them: too small to test. No small p-value could come out; "
                "report the numbers without one."
            ).format(actors=actors, least_ways=LEAST_WAYS)
        )


def ways_to_part(sizes: Ints) -> float:
    """
    Return in how many ways actors can be parted into parts of these sizes.

    >>> round(ways_to_part(np.array([3, 1])))
    4
    """
    logarithm = lgamma(int(sizes.sum()) + 1) - sum(lgamma(int(size) + 1) for size in sizes)
    return exp(min(logarithm, _MANY))


def hold_arrangements(dyads: Dyads) -> None:
    """
    Refuse a network that hardly changes when its actors change places.

    A star of ten, say, has only ten arrangements: one an actor in its centre.  Actors of
    different sums of ties are not alike, which gives a least number of arrangements; where
    that does not suffice, some are drawn and the different ones counted.

    Raises
    ------
    TooSmall
        If there are fewer actors than `LEAST_ACTORS`, or about fewer arrangements than
        `LEAST_WAYS`.
    """
    hold_actors(dyads.size)
    _, alike = np.unique(dyads.sums().round(9), axis=1, return_counts=True)
    if ways_to_part(alike) >= LEAST_WAYS:
        return
    numbers = np.random.default_rng(_SEED)
    marks = {_mark(dyads.moved(numbers.permutation(dyads.size))) for _ in range(_TRIED)}
    # So many of LEAST_WAYS are expected to turn up at least once.
    turned_up = LEAST_WAYS * (1 - (1 - 1 / LEAST_WAYS) ** _TRIED)
    hold_ways(LEAST_WAYS if len(marks) >= turned_up else 0, dyads.size)


def _mark(dyads: Dyads) -> bytes:
    return dyads.keys.tobytes() + dyads.values.tobytes()
