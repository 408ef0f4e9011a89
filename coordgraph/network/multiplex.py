"""
A network whose layers are levels of coordination: who is active where, and who joins levels.

Each level at which the mechanisms of a network stand is a layer; that actors are tied at no
stated level can be a layer apart, or be left out.  With k_l the number of counterparts of an
actor at layer l, and L the number of layers:

=================== ==========================================================================
levels              at how many layers the actor has a counterpart
neighbours          number of different counterparts, at whichever layer (neighbourhood [2]_)
overlapping         sum of k_l (overlapping degree [1]_)
participation       L/(L-1) (1 - sum of (k_l / overlapping)^2) [1]_: 0 if all ties are at one
                    layer, 1 if they are spread evenly; null without ties, or of one layer
bridges             how many pairs of parts of layers the actor alone joins; see below
degree              k_l
exclusive           counterparts at l to whom the actor is tied at no other layer [2]_
relevance           k_l / neighbours [2]_
exclusive_relevance exclusive / neighbours [2]_
=================== ==========================================================================

At a layer, tied actors form parts, the connected components of the layer.  Two parts, of one
layer or of two, are joined where an actor belongs to both, or by a chain of such parts.
``bridges`` counts the pairs of parts that are joined only as long as the actor joins them: 0
for whoever is active at one level, or not the only one to connect what it connects.  (This
measure is defined here; it is the cut vertices of the graph of actors and parts.)

Two layers are compared by Jaccard's index of the actors active at them and of the pairs tied at
them, by how much of one is found at the other (overlap [1]_), and by the correlation of the
numbers of counterparts of the actors active at both [3]_.

References
----------
.. [1] F. Battiston, V. Nicosia and V. Latora (2014). Structural measures for multiplex
       networks. *Physical Review E* 89, 032804.
.. [2] M. Berlingerio, M. Coscia, F. Giannotti, A. Monreale and D. Pedreschi (2013).
       Multidimensional networks: foundations of structural analysis. *World Wide Web* 16,
       567-593.
.. [3] V. Nicosia and V. Latora (2015). Measuring and modeling correlations in multiplex
       networks. *Physical Review E* 92, 032805.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal, NamedTuple

import numpy as np
from scipy import sparse, stats

from coordgraph.engines.removal import removals
from coordgraph.ties import NO_LEVEL, Floats, Ints, Ties

__all__ = ["Multiplex", "PairOfLayers", "Unstated"]

Unstated = Literal["drop", "keep"]

_FEWEST = 3
"""Actors without whom a correlation says nothing."""


class PairOfLayers(NamedTuple):
    """
    How two layers are alike.

    Attributes
    ----------
    one, other
        Positions of the layers.
    actors, ties
        How many actors are active at both; how many pairs are tied at both.
    jaccard_actors, jaccard_ties
        The same, of those of either; NaN if there are none.
    overlap, overlap_other
        Which share of the pairs tied at one are tied at the other, and the reverse.
    degree_correlation, rank_correlation
        Pearson's and Spearman's, of the degrees of the actors active at both; NaN for fewer
        than three, or where all have the same degree.
    """

    one: int
    other: int
    actors: int
    jaccard_actors: float
    ties: int
    jaccard_ties: float
    overlap: float
    overlap_other: float
    degree_correlation: float
    rank_correlation: float


@dataclass(frozen=True)
class Multiplex:
    """
    The layers of a network; arrays are layers by actors, or one value an actor.

    Attributes
    ----------
    layers
        The IRIs of the levels, from policy to street; an empty text for no stated level.
    ties
        Whose ``level`` is a position in ``layers``.
    """

    layers: tuple[str, ...]
    ties: Ties

    @classmethod
    def of(cls, ties: Ties, *, unstated: Unstated = "drop") -> "Multiplex":
        """
        Return the layers of ties.

        Parameters
        ----------
        ties
            Of all levels that are to be layers.
        unstated
            Whether ties at no stated level are left out, or are a layer of their own.
        """
        if unstated == "drop":
            return cls(ties.levels, ties.part(ties.level != NO_LEVEL))
        layers = (*ties.levels, "")
        level = np.where(ties.level == NO_LEVEL, len(ties.levels), ties.level)
        weight = ties.weight
        return cls(layers, Ties(ties.actors, layers, ties.source, ties.target, level, weight))

    @cached_property
    def degree(self) -> Ints:
        """How many counterparts each actor has at each layer."""
        return self._counted(np.ones(len(self.ties))).astype(np.int64)

    @cached_property
    def strength(self) -> Floats:
        """The sum of the weights of each actor's ties at each layer."""
        return self._counted(self.ties.weight)

    @cached_property
    def exclusive(self) -> Ints:
        """How many counterparts each actor has at each layer and at no other."""
        return self._counted(self._alone.astype(np.float64)).astype(np.int64)

    @cached_property
    def neighbours(self) -> Ints:
        """How many different counterparts each actor has, at whichever layer."""
        merged = self.ties.merged()
        ends = np.concatenate([merged.source, merged.target])
        return np.bincount(ends, minlength=len(merged.actors)).astype(np.int64)

    @property
    def levels(self) -> Ints:
        """At how many layers each actor has a counterpart."""
        active: Ints = np.count_nonzero(self.degree, axis=0).astype(np.int64)
        return active

    @property
    def overlapping(self) -> Ints:
        """The sum of each actor's degrees over the layers."""
        summed: Ints = self.degree.sum(axis=0)
        return summed

    @property
    def participation(self) -> Floats:
        """How evenly each actor's ties are spread over the layers."""
        count = len(self.layers)
        if count < 2:
            return np.full(len(self.ties.actors), np.nan)
        shares = _ratio(self.degree, self.overlapping)
        spread: Floats = count / (count - 1) * (1 - (shares**2).sum(axis=0))
        return spread

    @property
    def relevance(self) -> Floats:
        """Which share of each actor's counterparts it is tied to at each layer."""
        return _ratio(self.degree, self.neighbours)

    @property
    def exclusive_relevance(self) -> Floats:
        """Which share of each actor's counterparts it is tied to at each layer alone."""
        return _ratio(self.exclusive, self.neighbours)

    @cached_property
    def parts(self) -> Ints:
        """The part of its layer to which each actor belongs; -1 where it is not active."""
        ties, size = self.ties, len(self.ties.actors)
        nodes = len(self.layers) * size
        ends = (ties.level * size + ties.source, ties.level * size + ties.target)
        graph = sparse.coo_array((np.ones(len(ties)), ends), shape=(nodes, nodes))
        _, label = sparse.csgraph.connected_components(graph, directed=False)
        active = self.degree.ravel() > 0
        found = np.full(nodes, -1, dtype=np.int64)
        found[active] = np.unique(label[active], return_inverse=True)[1]
        return found.reshape(self.degree.shape)

    @property
    def bridges(self) -> Ints:
        """How many pairs of parts of layers each actor alone joins."""
        size, count = len(self.ties.actors), int(self.parts.max(initial=-1)) + 1
        layer, actor = np.nonzero(self.parts >= 0)
        nodes = (*self.ties.actors, *(f"part {place}" for place in range(count)))
        part = self.parts[layer, actor] + size
        none = np.full(len(part), NO_LEVEL, dtype=np.int64)
        belonging = Ties(nodes, (), actor, part, none, np.ones(len(part)))
        worth = np.repeat([0, 1], [size, count])
        return removals(belonging, worth=worth).cut_off[:size]

    def pairs(self) -> list[PairOfLayers]:
        """Return how every two layers are alike, in their order."""
        return [self._alike(*two) for two in combinations(range(len(self.layers)), 2)]

    def _alike(self, one: int, other: int) -> PairOfLayers:
        active = self.degree[[one, other]] > 0
        tied = [self._keys[self.ties.level == place] for place in (one, other)]
        both = len(np.intersect1d(tied[0], tied[1], assume_unique=True))
        shared = active.all(axis=0)
        degrees = self.degree[[one, other]][:, shared].astype(np.float64)
        return PairOfLayers(
            one,
            other,
            int(shared.sum()),
            _share(int(shared.sum()), int(active.any(axis=0).sum())),
            both,
            _share(both, len(tied[0]) + len(tied[1]) - both),
            _share(both, len(tied[0])),
            _share(both, len(tied[1])),
            _correlation(degrees),
            _correlation(np.array([stats.rankdata(row) for row in degrees])),
        )

    @cached_property
    def _keys(self) -> Ints:
        """The pair that each tie ties."""
        return self.ties.source * max(len(self.ties.actors), 1) + self.ties.target

    @cached_property
    def _alone(self) -> np.typing.NDArray[np.bool_]:
        """Whether each tie is the only one of its pair."""
        _, place, times = np.unique(self._keys, return_inverse=True, return_counts=True)
        alone: np.typing.NDArray[np.bool_] = times[place] == 1
        return alone

    def alone_at(self) -> Ints:
        """Return how many pairs are tied at each layer and at no other."""
        found = np.bincount(self.ties.level[self._alone], minlength=len(self.layers))
        return found.astype(np.int64)

    def _counted(self, values: Floats) -> Floats:
        ties, size = self.ties, len(self.ties.actors)
        nodes = len(self.layers) * size
        ends = np.concatenate([ties.level * size + end for end in (ties.source, ties.target)])
        counted = np.bincount(ends, np.tile(values, 2), nodes).astype(np.float64)
        return counted.reshape(len(self.layers), size)


def _ratio(values: Ints, whole: Ints) -> Floats:
    """Return shares of a whole, one an actor; NaN of nothing."""
    nothing = np.full(values.shape, np.nan)
    found: Floats = np.divide(values, whole, out=nothing, where=whole > 0)
    return found


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def _correlation(rows: Floats) -> float:
    if rows.shape[1] < _FEWEST or np.any(np.ptp(rows, axis=1) == 0):
        return float("nan")
    return float(stats.pearsonr(rows[0], rows[1]).statistic)
