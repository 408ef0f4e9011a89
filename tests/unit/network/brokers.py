"""Brokers counted one path after the other, and all networks of a few actors."""

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from coordgraph.ties import Floats, Ints

__all__ = ["counted", "every_network"]


def counted(ties: Floats, parts: Ints) -> Floats:
    """Return the counts of many networks: networks by actors by roles, the total last."""
    size = len(parts)
    found = np.zeros((len(ties), size, 6))
    for one, broker, other in permutations(range(size), 3):
        is_open = ties[:, one, other] == 0
        paths = ties[:, one, broker] * ties[:, broker, other] * is_open
        found[:, broker, role(*(int(parts[who]) for who in (one, broker, other)))] += paths
        found[:, broker, 5] += paths
    return found


def role(one: int, broker: int, other: int) -> int:
    if one == broker == other:
        return 0
    if one == other:
        return 1
    if one == broker:
        return 2
    return 3 if broker == other else 4


def every_network(size: int, density: float, *, directed: bool) -> tuple[Floats, Floats]:
    """Return all networks of so many actors, and how likely each of them is."""
    slots = [pair for pair in permutations(range(size), 2) if directed or pair[0] < pair[1]]
    numbers = np.arange(2 ** len(slots))[:, np.newaxis]
    bits: NDArray[np.int64] = numbers >> np.arange(len(slots)) & 1
    ties = np.zeros((len(bits), size, size))
    for place, (one, other) in enumerate(slots):
        ties[:, one, other] = bits[:, place]
        if not directed:
            ties[:, other, one] = bits[:, place]
    made = bits.sum(axis=1)
    return ties, density**made * (1 - density) ** (len(slots) - made)
