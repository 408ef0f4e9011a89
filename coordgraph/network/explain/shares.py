"""
What each tie of an actor gives to a measure of it, so that the shares sum to the value.

=============== ==============================================================================
degree          1 for each counterpart
strength        the weight of each tie
closeness       what reaching each actor changes, carried by the first ties of shortest paths
harmonic        the reciprocal distance to each actor, carried likewise
betweenness     half of the paths through the actor for each of the two ties that they use
eigenvector     weight times the counterpart's value
pagerank        what the counterpart passes on; the rest, which no tie gives, is the base
constraint      the square of what each counterpart takes of the actor's ties [1]_
effective_size  1 less how far each counterpart is tied to the others [1]_
katz            a times weight times the counterpart's value; a walk of no step is the base
efficiency      its part of effective size, by the number of counterparts
hierarchy       its part of the Coleman-Theil index of the counterparts' constraints
clustering      half of the pairs that it makes with tied counterparts, of all pairs
core, community no sums: counterparts that are in the core, or in the community, count
=============== ==============================================================================

Closeness is the share r/(n-1) of actors that are reached times r/S, S being the sum of the
distances: an actor at distance d has part in it by C (2/r - d/S), its Euler or Aumann-Shapley
price [2]_, which is negative for one that is more than twice as far away as the mean.

References
----------
.. [1] R. S. Burt (1992). *Structural Holes*.
.. [2] R. J. Aumann and L. S. Shapley (1974). *Values of Non-Atomic Games*, chapter VI.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import xlogy

from coordgraph.engines.arrays import adjacency
from coordgraph.engines.geodesics import passing, reached
from coordgraph.network.measures.katz import SHARE, largest_eigenvalue
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["EXPLAINED", "Asked", "Parts", "Shares", "shares"]

Mask = npt.NDArray[np.bool_]

_DAMPING = 0.85


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """
    Whose measure is asked for, and what is known of it.

    Attributes
    ----------
    ties
        Merged over the levels: one a pair.
    place
        The position of the actor.
    values
        The measure, one value an actor.
    weighted
        Whether paths and Burt's measures go by weight.
    """

    ties: Ties
    place: int
    values: Floats
    weighted: bool = False

    @property
    def value(self) -> float:
        """The value of the actor."""
        return float(self.values[self.place])


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """
    Actors that are reached, or pairs whose paths pass through the actor.

    Attributes
    ----------
    one, other
        Positions; ``other`` is None where there are no pairs.
    distance
        To the actor that is reached; None for pairs.
    share
        Which share of the shortest paths of a pair pass through the actor; None for actors.
    given
        What each gives to the value; they sum to it.
    """

    one: Ints
    other: Ints | None
    distance: Floats | None
    share: Floats | None
    given: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """
    What a value is made of.

    Attributes
    ----------
    counterpart
        The positions of the actors that the actor is tied to, in order.
    weight
        The weight of the tie to each.
    given
        What each tie gives; NaN where the measure is no sum.
    counts
        Whether the tie counts: it gives something, or is within the core or community.
    base
        What no tie gives; with it the ties sum to the value.
    parts
        Of measures that rest on paths: actors or pairs.
    """

    counterpart: Ints
    weight: Floats
    given: Floats
    counts: Mask
    base: float = 0.0
    parts: Parts | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Own:
    """The ties of an actor, in the order of the counterparts."""

    counterpart: Ints
    weight: Floats

    def give(self, given: Floats, *, base: float = 0.0, parts: Parts | None = None) -> Shares:
        """Return what each tie gives; it counts if that is something."""
        return Shares(self.counterpart, self.weight, given, given != 0, base, parts)

    def hold(self, inside: Mask) -> Shares:
        """Return which ties count, where they sum to nothing."""
        nothing = np.full(len(inside), np.nan)
        return Shares(self.counterpart, self.weight, nothing, inside)


def shares(measure: str, asked: Asked) -> Shares:
    """
    Return what a measure of an actor is made of.

    Parameters
    ----------
    measure
        A key of `EXPLAINED`.
    asked
        The actor and its network.

    Raises
    ------
    TooLarge
        If pairs of actors are asked for, and there are too many.
    """
    own = _own(asked)
    if not len(own.counterpart):
        return own.give(np.empty(0), base=0.0 if np.isnan(asked.value) else asked.value)
    return EXPLAINED[measure](asked, own)


def _own(asked: Asked) -> _Own:
    ties = asked.ties
    mine = (ties.source == asked.place) | (ties.target == asked.place)
    counterpart = ties.source[mine] + ties.target[mine] - asked.place
    order = np.argsort(counterpart)
    return _Own(counterpart[order], ties.weight[mine][order])


def _degree(_: Asked, own: _Own) -> Shares:
    return own.give(np.ones(len(own.counterpart)))


def _strength(_: Asked, own: _Own) -> Shares:
    return own.give(own.weight)


def _closeness(asked: Asked, own: _Own) -> Shares:
    def price(distance: Floats) -> Floats:
        priced: Floats = asked.value * (2 / len(distance) - distance / distance.sum())
        return priced

    return _by_distance(asked, own, price)


def _harmonic(asked: Asked, own: _Own) -> Shares:
    return _by_distance(asked, own, np.reciprocal)


def _by_distance(asked: Asked, own: _Own, worth: Callable[[Floats], Floats]) -> Shares:
    found = reached(asked.ties, asked.place, weighted=asked.weighted)
    there = np.isfinite(found.distance)
    there[asked.place] = False
    one = np.flatnonzero(there)
    worths = np.zeros(len(there))
    worths[one] = worth(found.distance[one])
    parts = Parts(one, None, found.distance[one], None, worths[one])
    return own.give(found.carried(worths)[own.counterpart], parts=parts)


def _betweenness(asked: Asked, own: _Own) -> Shares:
    found = passing(asked.ties, asked.place, weighted=asked.weighted)
    others = len(asked.ties.actors) - 1
    each = 2 / (others * (others - 1)) if others > 1 else 0.0
    parts = Parts(found.one, found.other, None, found.share, found.share * each)
    return own.give(found.tie[own.counterpart] * each, parts=parts)


def _eigenvector(asked: Asked, own: _Own) -> Shares:
    passed = own.weight * asked.values[own.counterpart]
    total = passed.sum()
    return own.give(asked.value * passed / total if total > 0 else passed)


def _pagerank(asked: Asked, own: _Own) -> Shares:
    ties = asked.ties
    ends = np.concatenate([ties.source, ties.target])
    total = np.bincount(ends, np.tile(ties.weight, 2), len(ties.actors))
    passed = own.weight / total[own.counterpart] * asked.values[own.counterpart]
    idle = asked.values[total == 0].sum()
    base = (1 - _DAMPING + _DAMPING * idle) / len(ties.actors)
    return own.give(_DAMPING * passed, base=float(base))


def _constraint(asked: Asked, own: _Own) -> Shares:
    matrix = adjacency(asked.ties, weighted=asked.weighted)
    total = matrix.sum(axis=1)
    direct, through = _invested(asked, own, 1 / np.where(total > 0, total, 1))
    return own.give((direct + through) ** 2)


def _effective_size(asked: Asked, own: _Own) -> Shares:
    matrix = adjacency(asked.ties, weighted=asked.weighted)
    most = matrix.max(axis=1).toarray().ravel()
    _, through = _invested(asked, own, np.ones(len(most)))
    return own.give(1 - through / most[own.counterpart])


def _invested(asked: Asked, own: _Own, passing_on: Floats) -> tuple[Floats, Floats]:
    """
    Return what part of its ties an actor has with each counterpart, directly and by others.

    What goes by others is the sum, over the counterparts q, of the part that q has, times the
    strength of its tie to the counterpart, times what q passes on.
    """
    matrix = adjacency(asked.ties, weighted=asked.weighted)
    strong = own.weight if asked.weighted else np.ones(len(own.weight))
    direct = strong / strong.sum()
    among = matrix[own.counterpart][:, own.counterpart]
    through: Floats = (direct * passing_on[own.counterpart]) @ among
    return direct, through


def _katz(asked: Asked, own: _Own) -> Shares:
    reach = SHARE / largest_eigenvalue(adjacency(asked.ties, weighted=True))
    given = reach * own.weight * asked.values[own.counterpart]
    return own.give(given, base=float(asked.value - given.sum()))


def _efficiency(asked: Asked, own: _Own) -> Shares:
    return own.give(_effective_size(asked, own).given / len(own.counterpart))


def _hierarchy(asked: Asked, own: _Own) -> Shares:
    number = len(own.counterpart)
    if number == 1:
        return own.give(np.ones(1))
    parts = _constraint(asked, own).given
    ratio = parts / parts.mean()
    return own.give(xlogy(ratio, ratio) / (number * np.log(number)))


def _clustering(asked: Asked, own: _Own) -> Shares:
    number = len(own.counterpart)
    matrix = adjacency(asked.ties, weighted=asked.weighted)
    if asked.weighted:
        matrix = (matrix / matrix.max()).power(1 / 3)
    among = matrix[own.counterpart][:, own.counterpart]
    side = matrix[[asked.place]].toarray()[0][own.counterpart]
    return own.give(side * (side @ among) / max(number * (number - 1), 1))


def _core(asked: Asked, own: _Own) -> Shares:
    return own.hold(asked.values[own.counterpart] >= asked.value)


def _community(asked: Asked, own: _Own) -> Shares:
    return own.hold(asked.values[own.counterpart] == asked.value)


EXPLAINED: Mapping[str, Callable[[Asked, _Own], Shares]] = {
    "degree": _degree,
    "strength": _strength,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": _eigenvector,
    "pagerank": _pagerank,
    "constraint": _constraint,
    "effective_size": _effective_size,
    "core": _core,
    "community": _community,
    "katz": _katz,
    "efficiency": _efficiency,
    "hierarchy": _hierarchy,
    "clustering": _clustering,
}
"""The measures that can be explained, in the order of their columns."""
