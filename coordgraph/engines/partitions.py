"""
Communities: parts of a network with more ties within than chance would put there.

Both methods look for a partition of high modularity (`modularity`), by weight, and find one
good partition of many; another draw may find another.

======= ===================================================================================
leiden  moves actors and refines, so that no community falls apart; by igraph [1]_
louvain moves actors and merges; by NetworkX, above `LARGE` ties by igraph [2]_
======= ===================================================================================

References
----------
.. [1] V. A. Traag, L. Waltman and N. J. van Eck (2019). From Louvain to Leiden: guaranteeing
       well-connected communities. *Scientific Reports* 9, 5233.
.. [2] V. D. Blondel et al. (2008). Fast unfolding of communities in large networks. *J. Stat.
       Mech.* P10008.
.. [3] J. Reichardt and S. Bornholdt (2006). Statistical mechanics of community detection.
       *Physical Review E* 74, 016110.
"""

import math
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Literal, get_args

import numpy as np

from coordgraph.engines.arrays import strength
from coordgraph.engines.choice import LARGE
from coordgraph.errors import MissingEngine, UnknownMethod
from coordgraph.ties import Ints, Ties

__all__ = ["METHODS", "Method", "check_method", "modularity", "numbered", "partitioned"]

Method = Literal["leiden", "louvain"]

METHODS: tuple[Method, ...] = get_args(Method)
"""The names of the methods."""


def check_method(method: str) -> None:
    """
    Refuse a method that there is not.

    Raises
    ------
    UnknownMethod
        If no method has this name.
    MissingEngine
        If igraph is needed and not installed.
    """
    if method not in METHODS:
        raise UnknownMethod(method, METHODS)
    if method == "leiden" and find_spec("igraph") is None:
        raise MissingEngine("igraph", instead="The method louvain does without it.")
    # It takes a second, which is not to be taken for the time of a run.
    import_module("coordgraph.engines.networkx")
    if find_spec("igraph"):
        import_module("coordgraph.engines.igraph")


def partitioned(
    generator: np.random.Generator, *, ties: Ties, method: Method, resolution: float
) -> Ints:
    """
    Return the community of each actor, from 0 for the largest.

    Parameters
    ----------
    generator
        What the draw starts from.
    ties
        Merged over the levels: one a pair.
    method
        One of `METHODS`.
    resolution
        Greater for smaller communities; 1 is modularity as it was first defined.
    """
    seed = int(generator.integers(2**31))
    if method == "leiden" or (len(ties) > LARGE and find_spec("igraph")):
        from coordgraph.engines.igraph import communities

        return numbered(communities(ties, method, resolution, seed=seed), len(ties.actors))
    from coordgraph.engines.networkx import louvain

    return numbered(louvain(ties, resolution, seed=seed), len(ties.actors))


def numbered(groups: Iterable[Iterable[int]], size: int) -> Ints:
    """
    Return the number of each actor's group, 0 for the largest; of equal ones, the first.

    >>> numbered([{2}, {0, 3}, {1}], 4).tolist()
    [0, 1, 2, 0]
    """
    listed = sorted((sorted(group) for group in groups), key=lambda one: (-len(one), one[:1]))
    places = np.empty(size, dtype=np.int64)
    for number, group in enumerate(listed):
        places[group] = number
    return places


def modularity(ties: Ties, place: Ints, *, resolution: float = 1.0) -> float:
    """
    Return the share of ties within communities less what chance would put there [3]_.

    It is the sum over communities of w_c/w - r (s_c / 2w) squared, with w_c the weight of the
    ties within, s_c the strength of the members, w the weight of all ties and r the
    resolution.  NaN if there is no tie.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    place
        The community of each actor.
    resolution
        What chance is multiplied by.

    Examples
    --------
    >>> pairs = Ties(tuple("abcd"), (), *np.array([[0, 2], [1, 3], [-1, -1]]), np.ones(2))
    >>> modularity(pairs, np.array([0, 0, 1, 1]))
    0.5
    """
    whole = float(ties.weight.sum())
    if not whole:
        return math.nan
    within = float(ties.weight[place[ties.source] == place[ties.target]].sum())
    members = np.bincount(place, strength(ties))
    return within / whole - resolution * float(((members / (2 * whole)) ** 2).sum())
