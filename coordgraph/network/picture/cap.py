"""The part of a network that a picture can hold: its most connected actors."""

from typing import NamedTuple

import numpy as np

from coordgraph.engines.arrays import degree
from coordgraph.network.takings import Mask
from coordgraph.ties import Ints, Ties

__all__ = ["MOST_ACTORS", "MOST_TIES", "Shown", "most_connected"]

MOST_ACTORS = 5_000
"""The most actors in a picture."""

MOST_TIES = 50_000
"""The most ties in a picture."""


class Shown(NamedTuple):
    """
    What of a network is shown.

    Attributes
    ----------
    actors
        Places of the actors that are shown, in order.
    ties
        Which of all ties are among these.
    """

    actors: Ints
    ties: Mask


def most_connected(ties: Ties, *, actors: int = MOST_ACTORS, most: int = MOST_TIES) -> Shown:
    """
    Return as many actors, those with most counterparts first, as a picture can hold.

    Parameters
    ----------
    ties
        All ties; of actors with as many counterparts the first by IRI comes first.
    actors, most
        How many actors, and how many ties among them, there may be.

    Examples
    --------
    >>> three = np.arange(3)
    >>> star = Ties(tuple("abcd"), (), three * 0, three + 1, three * 0 - 1, np.ones(3))
    >>> most_connected(star, most=2).actors.tolist()
    [0, 1, 2]
    """
    order = np.argsort(-degree(ties.merged()), kind="stable")
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    later = np.maximum(rank[ties.source], rank[ties.target])
    number = min(actors, len(order))
    if np.count_nonzero(later < number) > most:
        number = int(np.sort(later)[most])
    return Shown(np.sort(order[:number]), later < number)
