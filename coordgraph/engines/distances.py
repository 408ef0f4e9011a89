"""
How far actors are from each other: the mean distance of those whom a path joins, the longest.

Sixty-four actors at a time send a word along all ties at once, each as one bit, so that a step
of all of them is one pass over the ties [1]_.

References
----------
.. [1] M. Then et al. (2014). The more the merrier: efficient multi-source graph traversal.
       *Proceedings of the VLDB Endowment* 8, 449-460.
"""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from coordgraph.engines.arrays import adjacency
from coordgraph.ties import Ints, Ties

__all__ = ["ERROR", "EXACT", "Distances", "distances"]

EXACT = 10_000_000_000
"""How many steps, actors times ties of a component, are taken at most to follow all paths."""

ERROR = 0.02
"""How far an estimated mean may be from the exact one, as a share of the longest distance."""

CONFIDENCE = 0.9
"""With what probability it is not farther."""

_SEED = 0
_BITS = 64

Words = npt.NDArray[np.uint64]
Tick = Callable[[int, int], None]


class Distances(NamedTuple):
    """
    Distances in ties, over the pairs of different actors that a path joins.

    Attributes
    ----------
    mean
        Their mean; NaN if there is no such pair.
    longest
        The longest one, the diameter; NaN if there is no such pair.
    estimated
        Whether the mean is estimated, and the longest distance is one that was met and may
        be exceeded.
    """

    mean: float
    longest: float
    estimated: bool


def distances(
    ties: Ties, *, exact: int = EXACT, seed: int = _SEED, tick: Tick | None = None
) -> Distances:
    """
    Return the mean and the longest distance.

    A component of more than ``exact`` steps is estimated from the distances of a sample of its
    actors: the mean within `ERROR` of the longest, by Hoeffding's inequality.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    exact
        How many steps a component may take.
    seed
        What a sample starts from.
    tick
        Told how many actors were asked, and of how many.

    Examples
    --------
    >>> path = Ties(("a", "b", "c"), (), *np.array([[0, 1], [1, 2], [-1, -1]]), np.ones(2))
    >>> round(distances(path).mean, 4), distances(path).longest
    (1.3333, 2.0)
    """
    total, pairs, longest, estimated = 0.0, 0.0, 0.0, False
    for component in _components(ties):
        if component.is_complete:
            found, share = np.array([0, component.size * (component.size - 1)]), 1.0
        else:
            sources = component.sources(exact, seed)
            found, share = component.counted(sources, tick), component.size / len(sources)
        total += share * float(found @ np.arange(len(found)))
        pairs += share * float(found.sum())
        longest = max(longest, len(found) - 1.0)
        estimated = estimated or share > 1
    if not pairs:
        return Distances(math.nan, math.nan, estimated=False)
    return Distances(total / pairs, longest, estimated)


class _Component(NamedTuple):
    """Who is tied to whom: the counterparts of each actor, one after the other."""

    counterparts: Ints
    first: Ints

    @property
    def size(self) -> int:
        return len(self.first)

    @property
    def is_complete(self) -> bool:
        return len(self.counterparts) == self.size * (self.size - 1)

    def sources(self, exact: int, seed: int) -> Ints:
        """Return the actors to start from: all, or a sample if that takes too long."""
        enough = math.ceil(math.log(2 / (1 - CONFIDENCE)) / (2 * ERROR**2))
        if self.size * len(self.counterparts) <= 2 * exact or self.size <= enough:
            return np.arange(self.size)
        drawn = np.random.default_rng(seed).permutation(self.size)
        return np.sort(drawn[:enough])

    def counted(self, sources: Ints, tick: Tick | None) -> Ints:
        """Return how many actors the sources find at each distance, from 0 for none."""
        found = np.zeros(self.size, dtype=np.int64)
        for start in range(0, len(sources), _BITS):
            some = sources[start : start + _BITS]
            for distance, many in enumerate(self._met(some), 1):
                found[distance] += many
            if tick is not None:
                tick(start + len(some), len(sources))
        return np.trim_zeros(found, "b")

    def _met(self, sources: Ints) -> Iterator[int]:
        """Yield how many actors are met first at distance 1, 2, and so on."""
        word = np.zeros(self.size, dtype=np.uint64)
        word[sources] = np.uint64(1) << np.arange(len(sources), dtype=np.uint64)
        known = word.copy()
        while True:
            heard: Words = np.bitwise_or.reduceat(word[self.counterparts], self.first)
            word = heard & ~known
            if not word.any():
                return
            known |= word
            yield int(np.unpackbits(word.view(np.uint8)).sum(dtype=np.int64))


def _components(ties: Ties) -> Iterator[_Component]:
    """Yield each component of two actors or more."""
    matrix = adjacency(ties, weighted=False)
    _, part = sparse.csgraph.connected_components(matrix, directed=False)
    order = np.argsort(part, kind="stable")
    sorted_by_part = matrix[order][:, order]
    starts = sorted_by_part.indptr.astype(np.int64)
    ends = np.cumsum(np.bincount(part, minlength=1)).tolist()
    for start, stop in zip([0, *ends[:-1]], ends, strict=True):
        if stop - start > 1:
            low, high = starts[start], starts[stop]
            counterparts = sorted_by_part.indices[low:high].astype(np.int64) - start
            yield _Component(counterparts, starts[start:stop] - low)
