"""
Whether two networks of the same actors are alike: the quadratic assignment procedure.

What is alike is measured by the correlation of what stands between each pair in both [1]_.
Pairs of one actor depend on each other, so that no table of the correlation tells how much
chance makes; instead the actors of one network change places, each order as likely as any
other, which keeps its shape and breaks what it shares with the other [2]_.

References
----------
.. [1] L. Hubert and J. Schultz (1976). Quadratic assignment as a general data analysis
       strategy. *British Journal of Mathematical and Statistical Psychology* 29, 190-241.
.. [2] D. Krackhardt (1988). Predicting with networks: nonparametric multiple regression
       analysis of dyadic data. *Social Networks* 10, 359-381.
"""

from collections.abc import Sequence
from functools import partial
from gettext import gettext as _
from typing import Literal

import numpy as np
import pyarrow as pa

from coordgraph.errors import CallError, TooSmall
from coordgraph.network.directed import Projected
from coordgraph.network.draws import Tick, drawn
from coordgraph.network.dyads import Dyads, dyads_of_network
from coordgraph.network.significance.outcome import Outcome, outcome, outcomes_table
from coordgraph.network.significance.size import hold_arrangements
from coordgraph.ties import Floats

__all__ = ["DRAWS", "Among", "among_actors", "qap", "qap_of"]

DRAWS = 999
"""How many draws, if not told: with one more, the network itself, p is in thousandths."""

Among = Literal["either", "both"]
"""The actors of one of the networks at least, or of all of them."""


def qap(  # noqa: PLR0913 - what is wanted, each by name
    one: Projected,
    other: Projected,
    *,
    actors: Among = "either",
    weighted: bool = False,
    draws: int = DRAWS,
    seed: int = 0,
    tick: Tick | None = None,
) -> pa.Table:
    """
    Return whether two networks are more alike, or less, than chance makes them.

    Parameters
    ----------
    one, other
        Two projections, such as those of two levels; or who acts towards whom in both.
    actors
        ``either``: those of one network at least; who is not in the other one has no ties
        there.  ``both``: only those of both.
    weighted
        Whether weights count, or only whether there is a tie.
    draws
        How many orders are drawn.
    seed
        What the draws start from; the same seed gives the same table.
    tick
        Told now and then how many draws are done.

    Returns
    -------
    pyarrow.Table
        One row: ``statistic, observed, expected, sd, p_low, p_high, p_both, draws, actors``.

    Raises
    ------
    TooSmall
        If there are too few actors or ties (`coordgraph.network.significance.size`).

    Examples
    --------
    >>> import coordgraph as cg
    >>> store = cg.load()
    >>> one, other = (cg.project(store, level=name) for name in ("policy", "operational"))
    >>> found = qap(one, other, draws=99).to_pylist()[0]
    >>> round(found["observed"], 2), found["actors"]
    (0.45, 25)
    """
    among = among_actors([one, other], actors)
    two = [dyads_of_network(network, among, weighted=weighted) for network in (one, other)]
    found = outcomes_table([qap_of(two[0], two[1], draws=draws, seed=seed, tick=tick)])
    return found.append_column("actors", pa.array([len(among)], pa.int64()))


def among_actors(networks: Sequence[Projected], actors: Among) -> tuple[str, ...]:
    """Return the IRIs of the actors of one of these networks, or of all, sorted."""
    sets = [set(network.actors) for network in networks]
    return tuple(sorted(set.union(*sets) if actors == "either" else set.intersection(*sets)))


def qap_of(
    one: Dyads, other: Dyads, *, draws: int = DRAWS, seed: int = 0, tick: Tick | None = None
) -> Outcome:
    """
    Return what `qap` says, of pairs of actors with or without directions.

    Raises
    ------
    TooSmall
        If there are too few actors or ties.
    CallError
        If the networks have not as many actors, or only one of them has directions.
    """
    if one.size != other.size or one.directed != other.directed:
        raise CallError(_("Two networks of the same actors, both with directions or without."))
    for network in (one, other):
        _hold_variation(network)
        hold_arrangements(network)
    few, many = sorted((one, other), key=lambda dyads: len(dyads.keys))
    seen = shared(few, many)
    found = drawn(partial(_drawn_shared, few=few, many=many), draws, seed=seed, tick=tick)
    return outcome(
        "correlation",
        float(_correlation(np.array([seen]), few, many)[0]),
        _correlation(np.array(found), few, many),
    )


def shared(few: Dyads, many: Dyads) -> float:
    """Return the sum over all pairs of the product of what stands between them in both."""
    place = np.searchsorted(many.keys, few.keys)
    place[place == len(many.keys)] = 0
    same = many.keys[place] == few.keys
    return float(few.values[same] @ many.values[place[same]])


def _drawn_shared(numbers: np.random.Generator, *, few: Dyads, many: Dyads) -> float:
    return shared(few.moved(numbers.permutation(few.size)), many)


def _correlation(products: Floats, one: Dyads, other: Dyads) -> Floats:
    pairs = one.pairs()
    means = [dyads.values.sum() / pairs for dyads in (one, other)]
    spreads = [
        (dyads.values**2).sum() / pairs - mean**2
        for dyads, mean in zip((one, other), means, strict=True)
    ]
    found: Floats = (products / pairs - means[0] * means[1]) / np.sqrt(spreads[0] * spreads[1])
    return found


def _hold_variation(dyads: Dyads) -> None:
    """Refuse a network in which all pairs are the same."""
    complete = len(dyads.keys) == dyads.pairs() and np.ptp(dyads.values) == 0
    if not len(dyads.keys) or complete:
        what = "all tied alike" if len(dyads.keys) else "not tied at all"
        raise TooSmall(
            _(
                "{size} actors, {what} in one of the networks: nothing to compare. Select "
                "others, or with --actors both only those that are in both networks."
            ).format(size=dyads.size, what=what)
        )
