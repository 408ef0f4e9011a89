"""
The shortest paths on which an actor's closeness and betweenness rest, pair by pair.

Engines sum over paths and keep no pair; whoever asks what a value is made of needs them.  Paths
are counted source by source along the ties that lie on a shortest path, and what the targets
are worth is carried back to the ties that lead to them [1]_.

References
----------
.. [1] U. Brandes (2001). A faster algorithm for betweenness centrality. *Journal of
       Mathematical Sociology* 25, 163-177.
"""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from coordgraph.engines.lengths import lengths
from coordgraph.errors import TooLarge
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["LIMIT", "Passing", "Reached", "check_pairs", "passing", "reached"]

LIMIT = 32_000_000
"""How many pairs of actors, or actors times ties, are looked at to find pairs at most."""

Mask = npt.NDArray[np.bool_]

_NEAR = 1e-12


class Reached(NamedTuple):
    """
    What an actor reaches.

    Attributes
    ----------
    distance
        To each actor, in ties or sums of 1/weight; infinite where no path leads.
    carried
        A function from what reaching each actor is worth to what each counterpart's tie is
        worth: the first ties of the shortest paths, in equal parts where several are.
    """

    distance: Floats
    carried: Callable[[Floats], Floats]


class Passing(NamedTuple):
    """
    The pairs of actors with a shortest path through an actor.

    Attributes
    ----------
    one, other
        Positions of the two, the lower one first.
    share
        Which share of their shortest paths pass through the actor: above 0, at most 1.
    tie
        For each actor, the sum of the shares of the paths that use its tie to the one that is
        looked at; each path uses two such ties, and counts half for each.
    """

    one: Ints
    other: Ints
    share: Floats
    tie: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Graph:
    """Ties in both directions, with their lengths, and what a unit of length is."""

    matrix: "sparse.csr_array"
    size: int
    start: Ints
    end: Ints
    length: Floats
    unit: float

    @classmethod
    def of(cls, ties: Ties, *, weighted: bool) -> "_Graph":
        size = len(ties.actors)
        length = lengths(ties.weight, size) if weighted else np.ones(len(ties))
        unit = float(1 / (ties.weight[0] * length[0])) if weighted and len(ties) else 1.0
        start = np.concatenate([ties.source, ties.target])
        end = np.concatenate([ties.target, ties.source])
        both = np.tile(length, 2)
        matrix = sparse.csr_array((both, (start, end)), shape=(size, size))
        return cls(matrix, size, start, end, both, unit)

    def distances(self, place: int) -> Floats:
        """Return the distance from an actor to each, in units of length."""
        found: Floats = csgraph.dijkstra(self.matrix, indices=place)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Paths:
    """The shortest paths from one actor: the directed ties on them, and their numbers."""

    graph: _Graph
    place: int
    distance: Floats
    start: Ints
    end: Ints
    number: Floats

    @classmethod
    def of(cls, graph: _Graph, place: int, distance: Floats) -> "_Paths":
        on = _equal(distance[graph.start] + graph.length, distance[graph.end])
        start, end = graph.start[on], graph.end[on]
        begun = np.zeros(graph.size)
        begun[place] = 1
        number, before = begun, np.empty(0)
        while not np.array_equal(number, before):
            before = number
            number = begun + np.bincount(end, before[start], graph.size)
        return cls(graph, place, distance, start, end, number)

    def carried(self, worth: Floats) -> Floats:
        """Return what the first tie to each actor is worth, given what each actor is."""
        share = self.number[self.start] / self.number[self.end]
        passed, before = worth, np.empty(0)
        while not np.array_equal(passed, before):
            before = passed
            back = np.bincount(self.start, share * before[self.end], self.graph.size)
            passed = worth + back
        first = self.start == self.place
        led = (share * passed[self.end])[first]
        return _summed(self.end[first], led, self.graph.size)


def reached(ties: Ties, place: int, *, weighted: bool = False) -> Reached:
    """
    Return how far each actor is from one, and what its own ties have part in.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    place
        The position of the actor.
    weighted
        Whether a tie is as long as 1/weight.
    """
    graph = _Graph.of(ties, weighted=weighted)
    distance = graph.distances(place)
    paths = _Paths.of(graph, place, distance)
    return Reached(distance * graph.unit, paths.carried)


def check_pairs(ties: Ties) -> None:
    """
    Refuse a network whose pairs of actors cannot be looked at one by one.

    Raises
    ------
    TooLarge
        If there are more pairs, or steps to take, than `LIMIT`.
    """
    size = len(ties.actors)
    if size * max(size, len(ties)) > LIMIT:
        problem = _(
            "{size:,} actors and {ties:,} ties are too many to look at every pair"
        ).format(size=size, ties=len(ties))
        raise TooLarge(
            _("{problem}. Narrow the selection, as by --level or --practice.").format(
                problem=problem
            )
        )


def passing(ties: Ties, place: int, *, weighted: bool = False) -> Passing:
    """
    Return the pairs whose shortest paths pass through an actor, in order of the two.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    place
        The position of the actor.
    weighted
        Whether a tie is as long as 1/weight.

    Raises
    ------
    TooLarge
        If there are more pairs, or steps to take, than `LIMIT`.
    """
    check_pairs(ties)
    size = len(ties.actors)
    graph = _Graph.of(ties, weighted=weighted)
    own = _Paths.of(graph, place, graph.distances(place))
    sources = np.flatnonzero(np.isfinite(own.distance))
    tie = np.zeros(size)
    found: list[tuple[Ints, Ints, Floats]] = []
    for source in sources[sources != place].tolist():
        paths = _Paths.of(graph, source, graph.distances(source))
        target, share = _through(paths, own)
        tie += _entering(paths, place) * share.sum() / 2
        later = target > source
        found.append((np.full(later.sum(), source), target[later], share[later]))
    columns = zip((np.empty(0, np.int64),) * 2 + (np.empty(0),), *found, strict=True)
    one, other, share = (np.concatenate(column) for column in columns)
    return Passing(one, other, share, tie)


def _through(paths: _Paths, own: _Paths) -> tuple[Ints, Floats]:
    """Return whom paths from one actor reach through another, and which share of them."""
    place = own.place
    on = _equal(paths.distance[place] + own.distance, paths.distance)
    on[[place, paths.place]] = False
    target = np.flatnonzero(on)
    share = paths.number[place] * own.number[target] / paths.number[target]
    return target, share


def _entering(paths: _Paths, place: int) -> Floats:
    """Return by which counterparts paths come to an actor, as shares of the paths."""
    last = paths.end == place
    share = paths.number[paths.start[last]] / paths.number[place]
    return _summed(paths.start[last], share, paths.graph.size)


def _equal(length: Floats, other: Floats) -> Mask:
    """Say which lengths, where finite, are equal to others."""
    with np.errstate(invalid="ignore"):
        return np.isfinite(length) & (np.abs(length - other) <= _NEAR * length)


def _summed(places: Ints, values: Floats, size: int) -> Floats:
    return np.bincount(places, values, size).astype(np.float64)
