"""
How many ties mechanisms may make, and how many a machine is asked to hold.

A mechanism of k actors ties k(k-1)/2 pairs: 50,000 actors of one treaty make more than a
thousand million.  This is known before any tie is made.
"""

from collections.abc import Sequence
from gettext import gettext as _

import numpy as np

from coordgraph import memory
from coordgraph.errors import TooLarge
from coordgraph.network.incidence import Incidence
from coordgraph.ties import NO_LEVEL, Ints

__all__ = ["BYTES_A_TIE", "LARGEST", "affordable", "foreseen", "hold", "too_many"]

BYTES_A_TIE = 120
"""What a tie takes while ties are made and sorted."""

LARGEST = 3
"""How many mechanisms are named where they make too many ties."""


def affordable() -> int:
    """Return how many ties half the memory of this machine holds; of 8 GB, if it is unknown."""
    return memory.of_machine() // 2 // BYTES_A_TIE


def foreseen(incidence: Incidence) -> int:
    """
    Return how many ties an incidence makes at most, over all levels.

    At a level no more than the pairs of its mechanisms, nor than the pairs of its actors.
    """
    total = 0
    for level in (*range(len(incidence.levels)), NO_LEVEL):
        here = incidence.level == level
        members = np.bincount(incidence.mechanism[here]).astype(np.int64)
        actors = len(np.unique(incidence.actor[here]))
        total += min(int(_pairs(members).sum()), actors * (actors - 1) // 2)
    return total


def _pairs(members: Ints) -> Ints:
    return members * (members - 1) // 2


def hold(incidence: Incidence, most: int | None) -> None:
    """
    Refuse an incidence that may make too many ties.

    Raises
    ------
    TooLarge
        If it may make more than ``most``, or than is `affordable`.
    """
    limit = affordable() if most is None else most
    expected = foreseen(incidence)
    if expected <= limit:
        return
    sizes = incidence.sizes()
    largest = np.argsort(-sizes, kind="stable")[:LARGEST]
    named = [(incidence.mechanisms[place], int(sizes[place])) for place in largest]
    raise too_many(expected, limit, named)


def too_many(expected: int, limit: int, largest: Sequence[tuple[str, int]]) -> TooLarge:
    """
    Return the refusal of too many ties.

    Parameters
    ----------
    expected
        How many may be made.
    limit
        How many are made at most.
    largest
        The mechanisms with most actors, and how many these are.
    """
    named = ", ".join(f"{mechanism} ({size:,})" for mechanism, size in largest)
    return TooLarge(
        _(
            "These mechanisms may make {expected:,} ties, and at most {limit:,} are made "
            "here. The largest, with their participants: {named}. Select fewer, allow "
            "more with --max-ties, or ask for `coordgraph centrality --two-mode`, which "
            "makes no ties."
        ).format(expected=expected, limit=limit, named=named)
    )
