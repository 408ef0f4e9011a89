"""
The communities of a network, found many times over, so that one sees how sure they are.

A method that finds communities depends on chance.  It is run from several seeds; the run of
the highest modularity is kept, and the others are compared with it and with each other.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _
from typing import Any

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts
from coordgraph.engines.arrays import strength
from coordgraph.engines.partitions import Method, check_method, modularity, partitioned
from coordgraph.errors import CallError
from coordgraph.network.communities.likeness import mean_likeness, meeting
from coordgraph.network.draws import drawn
from coordgraph.network.projection import Network
from coordgraph.network.tabulation import actor_table
from coordgraph.ties import Floats, Ints

__all__ = ["SEEDS", "Communities", "communities"]

SEEDS = 20
"""From how many seeds communities are looked for, if nothing else is asked for."""

_NAMED = 3


@dataclass(frozen=True, slots=True, eq=False)
class Communities:
    """
    A partition of a network, and how sure it is.

    Attributes
    ----------
    table
        One row an actor: ``actor, label, kind, country, community, strength, together,
        stability, group``, by community, then by strength.  Community 1 is the largest.
        ``together`` is the share of the actor's fellows that another run puts with it, on
        average; ``stability`` the fellows in both, over those in either (Jaccard), itself
        counted.  Null where there are no fellows, or no other run.
    sizes
        One row a community: ``community, size, within`` (the share of its members' strength
        that stays within), ``together`` and ``stability`` (means of its members), ``leading``
        (labels of the strongest members).
    modularity
        Of this partition, at this resolution; NaN if there is no tie.
    ari, nmi
        How alike two runs are, on average over all pairs; NaN for a single run.
    method, resolution, seeds, seed
        How they were found.
    """

    table: pa.Table
    sizes: pa.Table
    modularity: float
    ari: float
    nmi: float
    method: Method
    resolution: float
    seeds: int
    seed: int

    def to_pandas(self) -> Any:
        """Return the rows of the actors as a data frame of pandas."""
        return self.table.to_pandas()


def communities(  # noqa: PLR0913 - how to look, each by name
    network: Network,
    *,
    method: Method = "leiden",
    resolution: float = 1.0,
    seeds: int = SEEDS,
    seed: int = 0,
    tick: Callable[[int], None] | None = None,
) -> Communities:
    """
    Return the communities of a network, by weight, and how sure they are.

    Parameters
    ----------
    network
        A projection, with ties; those at several levels between two actors are one.
    method
        ``leiden`` (by igraph) or ``louvain``.
    resolution
        Greater for smaller communities.
    seeds
        How many runs.
    seed
        What all runs start from; the same seed gives the same communities.
    tick
        Told how many runs are done.

    Raises
    ------
    UnknownMethod
        If no method has this name.
    MissingEngine
        If igraph is needed and not installed.
    CallError
        If the resolution is not greater than 0, or there is no run.

    Examples
    --------
    >>> import coordgraph as cg
    >>> found = communities(cg.project(cg.load(), practice="siaci"), method="louvain")
    >>> found.sizes.column("size").to_pylist(), found.ari
    ([5, 1], 1.0)
    """
    check_method(method)
    if not (seeds > 0 and resolution > 0):
        raise CallError(_("Seeds and resolution are greater than 0."))
    ties = network.merged()
    task = partial(partitioned, ties=ties, method=method, resolution=resolution)
    runs = drawn(task, seeds, seed=seed, tick=tick)
    worth = [modularity(ties, run, resolution=resolution) for run in runs]
    chosen = int(np.argmax(np.nan_to_num(worth)))
    place = runs[chosen]
    likeness = _likeness(place, [run for number, run in enumerate(runs) if number != chosen])
    ari, nmi = mean_likeness(runs)
    return Communities(
        _actors(network, place, likeness),
        _sizes(network, place, likeness),
        worth[chosen],
        ari,
        nmi,
        method,
        resolution,
        seeds,
        seed,
    )


def _likeness(place: Ints, others: Sequence[Ints]) -> tuple[Floats, Floats]:
    """Return how many of their fellows actors keep, and how alike their communities are."""
    together, alike = np.zeros(len(place)), np.zeros(len(place))
    fellows = np.bincount(place)[place] - 1
    for other in others:
        met = meeting(place, other)
        either = met.one + met.other - met.both
        together += (met.both[met.of] - 1) / np.maximum(fellows, 1)
        alike += (met.both / either)[met.of]
    if not others:
        return np.full(len(place), math.nan), np.full(len(place), math.nan)
    return np.where(fellows > 0, together / len(others), math.nan), alike / len(others)


def _actors(network: Network, place: Ints, likeness: tuple[Floats, Floats]) -> pa.Table:
    values = {
        "community": (place + 1).astype(np.float64),
        "strength": strength(network.merged()),
        "together": likeness[0],
        "stability": likeness[1],
    }
    table = actor_table(network, values, leading="strength")
    return table.sort_by("community") if len(place) else table


def _sizes(network: Network, place: Ints, likeness: tuple[Floats, Floats]) -> pa.Table:
    ties = network.merged()
    size = np.bincount(place)
    count, strong = len(size), strength(ties)
    inside = place[ties.source] == place[ties.target]
    within = 2 * np.bincount(place[ties.source[inside]], ties.weight[inside], count)
    with np.errstate(invalid="ignore"):
        means = [np.bincount(place, one, count) / size for one in likeness]
        share = within / np.bincount(place, strong, count)
    order = np.lexsort((-strong, place))
    firsts = np.append(0, np.cumsum(size))
    labels = [actor.label for actor in network.actors.values()]
    leading = [
        "; ".join(labels[one] for one in order[first : min(first + _NAMED, last)])
        for first, last in zip(firsts[:-1].tolist(), firsts[1:].tolist(), strict=True)
    ]
    return pa.table(
        {
            "community": integers(np.arange(1, count + 1)),
            "size": integers(size),
            "within": floats(share),
            "together": floats(means[0]),
            "stability": floats(means[1]),
            "leading": texts(leading),
        }
    )
