"""
Whether a network is more than its size or its ties make it: conditional uniform graph tests.

The network is compared with others drawn from all those that have as many actors, and, as
asked for, as many ties, or as many pairs tied both ways, one way and not at all, each as
likely as any other [1]_.

A projection ties all actors of a mechanism to each other, so that it is far more transitive
than networks of as many ties whatever the actors do.  A network of single ties is a fair
comparison for ties that stand alone, not for those.

References
----------
.. [1] C. T. Butts (2008). Social networks: a methodological introduction. *Asian Journal of
       Social Psychology* 11, 13-41.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from gettext import gettext as _
from math import exp, lgamma
from typing import Literal

import numpy as np
import pyarrow as pa

from coordgraph.arrow import integers
from coordgraph.errors import CallError, TooLarge, UnknownStatistic
from coordgraph.network.directed import Projected
from coordgraph.network.draws import Tick, drawn
from coordgraph.network.dyads import Dyads, dyads_of_network
from coordgraph.network.significance.outcome import Outcome, outcome, outcomes_table
from coordgraph.network.significance.qap import DRAWS
from coordgraph.network.significance.size import hold_actors, hold_ways
from coordgraph.network.significance.statistics import STATISTICS
from coordgraph.ties import Floats, Ints

__all__ = ["Given", "cug", "cug_of"]

Given = Literal["size", "edges", "dyads"]
"""What networks that are drawn have in common with the one that is tested."""

_FIXED: Mapping[str, frozenset[str]] = {
    "size": frozenset(),
    "edges": frozenset({"density"}),
    "dyads": frozenset({"density", "reciprocity"}),
}
_MOST_ACTORS = 2_000
_MANY = 50.0


def cug(  # noqa: PLR0913 - what is wanted, each by name
    network: Projected,
    statistics: Sequence[str] = (),
    *,
    given: Given = "edges",
    draws: int = DRAWS,
    seed: int = 0,
    tick: Tick | None = None,
) -> pa.Table:
    """
    Return whether numbers of a network are more than chance makes, or less.

    Parameters
    ----------
    network
        A projection, or who acts towards whom; levels and weights do not count.
    statistics
        Names out of `coordgraph.network.significance.statistics.STATISTICS`; those that
        ``given`` leaves free, if none is named.
    given
        ``size``: as many actors, each pair tied or not with equal chances; ``edges``: as many
        ties, too; ``dyads``: as many pairs that act towards each other both ways, one way and
        not at all (the same as ``edges`` where ties have no direction).
    draws, seed, tick
        As for `coordgraph.network.significance.qap.qap`.

    Returns
    -------
    pyarrow.Table
        A row a statistic: ``statistic, observed, expected, sd, p_low, p_high, p_both, draws,
        actors``.

    Raises
    ------
    UnknownStatistic
        If a name is none of a statistic.
    CallError
        If what is given settles a statistic.
    TooSmall
        If there are too few actors, or too few networks to draw from.
    TooLarge
        If there are more than 2,000 actors and only the size is given: half of all pairs
        would be tied.
    """
    dyads = dyads_of_network(network)
    found = cug_of(dyads, statistics, given=given, draws=draws, seed=seed, tick=tick)
    table = outcomes_table(found)
    return table.append_column("actors", integers(np.full(len(found), dyads.size)))


def cug_of(  # noqa: PLR0913 - what is wanted, each by name
    dyads: Dyads,
    statistics: Sequence[str] = (),
    *,
    given: Given = "edges",
    draws: int = DRAWS,
    seed: int = 0,
    tick: Tick | None = None,
) -> list[Outcome]:
    """
    Return what `cug` says, of pairs of actors with or without directions.

    Raises
    ------
    UnknownStatistic, CallError, TooSmall, TooLarge
        As `cug` does.
    """
    names = _names(dyads, statistics, given)
    hold_actors(dyads.size)
    if given == "size" and dyads.size > _MOST_ACTORS:
        raise TooLarge(
            _(
                "{size:,} actors, half of whose pairs would be tied in each network drawn: "
                "at most {most_actors:,}. Give the edges, too, or select fewer."
            ).format(size=dyads.size, most_actors=_MOST_ACTORS)
        )
    hold_ways(_ways(dyads, given), dyads.size)
    task = partial(_drawn_numbers, like=dyads, names=names, given=given)
    found: Floats = np.array(drawn(task, draws, seed=seed, tick=tick))
    return [
        outcome(name, STATISTICS[name](dyads), found[:, place])
        for place, name in enumerate(names)
    ]


def _names(dyads: Dyads, statistics: Sequence[str], given: Given) -> tuple[str, ...]:
    """Return the statistics that are asked for, or all those that can differ."""
    fixed = _FIXED[given] | (frozenset() if dyads.directed else frozenset({"reciprocity"}))
    for name in statistics:
        if name not in STATISTICS:
            raise UnknownStatistic(name, STATISTICS)
        if name in fixed:
            what = "ties without direction" if name not in _FIXED[given] else given
            raise CallError(
                _("The {name} is settled by {what}: there is nothing to test.").format(
                    name=name, what=what
                )
            )
    return tuple(dict.fromkeys(statistics)) or tuple(
        name for name in STATISTICS if name not in fixed
    )


def _ways(dyads: Dyads, given: Given) -> float:
    """Return how many networks there are to draw from, or a number beyond all need."""
    pairs = dyads.pairs()
    if given == "size":
        return exp(min(pairs, _MANY))
    mutual = dyads.returned() // 2 if given == "dyads" and dyads.directed else 0
    single = len(dyads.keys) - 2 * mutual
    if not mutual and not (given == "dyads" and dyads.directed):
        return exp(min(_log_choices(pairs, single), _MANY))
    unordered = pairs // 2
    logarithm = (
        _log_choices(unordered, mutual) + _log_choices(unordered - mutual, single) + single
    )
    return exp(min(logarithm, _MANY))


def _log_choices(many: int, taken: int) -> float:
    return lgamma(many + 1) - lgamma(taken + 1) - lgamma(many - taken + 1)


def _drawn_numbers(
    numbers: np.random.Generator, *, like: Dyads, names: tuple[str, ...], given: Given
) -> list[float]:
    found = random_dyads(numbers, like, given)
    return [STATISTICS[name](found) for name in names]


def random_dyads(numbers: np.random.Generator, like: Dyads, given: Given) -> Dyads:
    """Return a network drawn from all that have in common with another what is given."""
    if given == "dyads" and like.directed:
        return _of_census(numbers, like)
    pairs = like.pairs()
    many = int(numbers.binomial(pairs, 0.5)) if given == "size" else len(like.keys)
    picked = numbers.choice(pairs, many, replace=False, shuffle=False)
    if like.directed:
        source, target = np.divmod(picked, like.size - 1)
        return _dyads(source, target + (target >= source), like)
    return _dyads(*_unordered(picked, like.size), like)


def _of_census(numbers: np.random.Generator, like: Dyads) -> Dyads:
    mutual = like.returned() // 2
    single = len(like.keys) - 2 * mutual
    picked = numbers.choice(like.pairs() // 2, mutual + single, replace=False)
    low, high = _unordered(picked, like.size)
    turned = numbers.random(single) < 0.5
    both = slice(mutual), slice(mutual, None)
    source = np.concatenate(
        [low[both[0]], high[both[0]], np.where(turned, high[both[1]], low[both[1]])]
    )
    target = np.concatenate(
        [high[both[0]], low[both[0]], np.where(turned, low[both[1]], high[both[1]])]
    )
    return _dyads(source, target, like)


def _unordered(picked: Ints, size: int) -> tuple[Ints, Ints]:
    """
    Return the lower and the higher actor of pairs that are numbered from 0.

    The triangle of pairs is folded to a rectangle: a row holds the pairs of one actor as the
    lower one, and the few of another from the end.
    """
    wide = size if size % 2 else size - 1
    row, column = np.divmod(picked, wide)
    if size % 2:
        upper = column > row
        return np.where(upper, row, size - 2 - row), np.where(upper, column, size - 1 - column)
    upper = column >= row
    return np.where(upper, row, size - 1 - row), np.where(upper, column + 1, size - 1 - column)


def _dyads(source: Ints, target: Ints, like: Dyads) -> Dyads:
    keys = np.sort(source * like.size + target)
    return Dyads(like.size, keys, np.ones(len(keys)), like.directed)
