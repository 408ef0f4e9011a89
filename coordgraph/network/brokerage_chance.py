"""
How often chance alone makes brokers, in networks of the same size and density.

Each tie is there or not with one probability, the density, whatever the rest; parts are as
they are [1]_.  What is expected of an actor then depends on its part alone.  Expectations and
standard deviations are exact under this model.  In a network without directions the two ways
of a tie are one tie, so that open pairs, which count once each way, vary more than in a
directed network of the same density.

Of an actor of a directed network, all is as in sna [2]_.  Of a whole directed network sna
leaves out terms of coordinator, representative, gatekeeper and total: those of two paths of
which one is open because of a tie of the other.  They make what it says of the deviation
somewhat larger.

References
----------
.. [1] R. V. Gould and R. M. Fernandez (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. *Sociological Methodology* 19, 89-126.
.. [2] C. T. Butts (2008). Social network analysis with sna. *Journal of Statistical Software*
       24 (6).
"""

from math import prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from coordgraph.ties import Floats, Ints

__all__ = ["Chance", "of_actors", "of_network"]

Exact = npt.NDArray[np.object_]
"""Whole numbers of any size: what is not there counts 0, not a rounding error."""


class Chance(NamedTuple):
    """
    What is expected, and how much it varies.

    Attributes
    ----------
    expected, deviation
        Means and standard deviations, by `coordgraph.network.brokerage_roles.ROLES` in the
        last dimension.
    """

    expected: Floats
    deviation: Floats


class _Sharing(NamedTuple):
    """
    Pairs of different paths that have a tie, or the place of one, in common.

    In ``both`` it is a tie of both paths; in ``against`` a tie of one would close the other;
    in ``neither`` the same tie would close both.
    """

    both: Exact
    against: Exact
    neither: Exact


_OFTEN = np.array([2.0, 2.0, 1.0, 1.0, 2.0, 2.0])
"""How many paths an open pair of an undirected network makes, by role."""

_MUTUAL = [0, 4, 5]
_ONE_WAY = slice(2, 4)


def of_actors(sizes: Ints, density: float, *, directed: bool) -> Chance:
    """
    Return what is expected of an actor of each part: parts by roles.

    Parameters
    ----------
    sizes
        How many actors each part has.
    density
        The share of pairs that are tied.
    directed
        Whether ties have a direction.
    """
    own = sizes.astype(object)
    whole = own.sum()
    rest, mates = whole - own, own - 1
    two, three = _ordered(own, 2), _ordered(own, 3)
    squares, cubes = own @ own - own**2, (own**3).sum() - own**3
    pairs = [
        mates * (own - 2),
        two.sum() - two,
        mates * rest,
        mates * rest,
        rest**2 - squares,
        own * 0 + (whole - 1) * (whole - 2),
    ]
    both = [
        2 * mates * (own - 2) * (own - 3),
        2 * (three.sum() - three),
        mates * rest * (whole - 3),
        mates * rest * (whole - 3),
        2 * ((rest**2 - rest) * rest + (1 - 2 * rest) * squares + cubes),
        own * 0 + 2 * (whole - 1) * (whole - 2) * (whole - 3),
    ]
    shared = np.column_stack(both)
    nothing = np.zeros_like(shared)
    often = np.ones(len(_OFTEN)) if directed else _OFTEN
    return _chance(
        np.column_stack(pairs), _Sharing(shared, nothing, nothing), density, often=often
    )


def of_network(sizes: Ints, density: float, *, directed: bool) -> Chance:
    """
    Return what is expected of all actors together, by role.

    Parameters
    ----------
    sizes, density, directed
        As for `of_actors`.
    """
    own = sizes.astype(object)
    paths, sharing = _shared(own)
    if directed:
        return _chance(paths, sharing, density, often=np.ones(len(_OFTEN)))
    return _chance(paths, _shared_both_ways(own, paths, sharing), density, often=_OFTEN)


def _chance(paths: Exact, sharing: _Sharing, density: float, *, often: Floats) -> Chance:
    absent = 1 - density
    once = density**2 * absent
    many, both, against, neither = (column.astype(np.float64) for column in (paths, *sharing))
    varies = (
        many * once * (1 - once)
        + both * density**3 * absent**3
        - against * density**4 * absent**2
        + neither * density**5 * absent
    )
    return Chance(many * once, np.sqrt(np.maximum(varies * often, 0.0)))


def _shared(own: Exact) -> tuple[Exact, _Sharing]:
    """Return the paths of a whole directed network by role, and what pairs of them share."""
    whole, others = own.sum(), own.sum() - own
    two, three = _ordered(own, 2), _ordered(own, 3)
    squares = own @ own - own**2
    apart, weighed = _of_three_parts(own)
    every = _ordered(whole, 3)
    between = two * others
    passing, meeting = between.sum(), 2 * (two * ((own - 3) * others + squares)).sum()
    within, wide = (three * (4 * own - 10)).sum(), (4 * whole - 2) * apart - 8 * weighed
    blocked = (between * (2 * own - 3)).sum()
    twins = (between * (own - 2)).sum()
    paths = [three.sum(), passing, passing, passing, apart, every]
    both = [within, meeting, *[passing * (whole - 3)] * 2, wide, every * (4 * whole - 10)]
    against = [within, 0, blocked, blocked, wide, every * (4 * whole - 10)]
    neither = [
        (three * (own - 3)).sum(),
        (between * (others - 1)).sum(),
        twins,
        twins,
        (whole - 1) * apart - 2 * weighed,
        every * (whole - 3),
    ]
    return _exact(paths), _Sharing(_exact(both), _exact(against), _exact(neither))


def _shared_both_ways(own: Exact, paths: Exact, sharing: _Sharing) -> _Sharing:
    """
    Return what pairs of paths share where a tie goes both ways, for an open pair once.

    Two paths of one role share as much as in a directed network, but for the two ways to pass
    on what the other receives in a circle.  Representatives meet gatekeepers.
    """
    whole, others = own.sum(), own.sum() - own
    two = _ordered(own, 2)
    squares = own @ own - own**2 - others
    both, against, neither = (column.copy() for column in sharing)
    both[_MUTUAL] -= 2 * paths[_MUTUAL]
    both[_ONE_WAY] = (two * ((2 * whole - own - 4) * others + squares)).sum()
    against[_ONE_WAY] = (two * ((2 * own - 3) * others + 2 * squares)).sum()
    neither[_ONE_WAY] = (two * ((own - 2) * others + squares)).sum()
    return _Sharing(both, against, neither)


def _exact(numbers: list[int]) -> Exact:
    return np.array(numbers, dtype=object)


def _of_three_parts(own: Exact) -> tuple[int, int]:
    """Return how many paths go through three parts, also weighed by the size of the first."""
    one, two, three, four = (int((own**power).sum()) for power in range(1, 5))
    return (
        one**3 - 3 * one * two + 2 * three,
        two * one**2 - two**2 - 2 * three * one + 2 * four,
    )


def _ordered(many: Any, taken: int) -> Any:
    """Return in how many orders so many of each number can be taken."""
    return prod(many - place for place in range(taken))
