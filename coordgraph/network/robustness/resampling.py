"""
How far values and ranks might have been otherwise, had other mechanisms been found.

Mechanisms are drawn with replacement, as many as there are, and the network of those that are
drawn is measured: the bootstrap, with percentile intervals [1]_.  A mechanism that is drawn
twice adds twice to weights.  About 37 of 100 mechanisms are missing from a draw, so that
measures that count different counterparts are lower in draws than in the whole: ``expected``
tells by how much.

References
----------
.. [1] B. Efron and R. J. Tibshirani (1993). *An Introduction to the Bootstrap*, chapter 13.
"""

from dataclasses import replace
from functools import partial
from gettext import gettext as _

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers
from coordgraph.errors import CallError, TooSmall
from coordgraph.network.draws import Tick, drawn
from coordgraph.network.incidence import Incidence
from coordgraph.network.projection import Network, tie
from coordgraph.network.robustness.ranking import known, ranks, values
from coordgraph.network.significance.size import hold_actors
from coordgraph.network.tabulation import described
from coordgraph.ties import Floats, Ints

__all__ = ["DRAWS", "LEAST_MECHANISMS", "bootstrap", "resampled"]

DRAWS = 999
"""How many draws are made, if no number is given."""

LEAST_MECHANISMS = 10
"""With fewer mechanisms there is no interval: each is more than a tenth of what is known."""


def bootstrap(  # noqa: PLR0913 - what is wanted, each by name
    network: Network,
    measure: str = "degree",
    *,
    draws: int = DRAWS,
    seed: int = 0,
    confidence: float = 0.95,
    weighted: bool = False,
    tick: Tick | None = None,
) -> pa.Table:
    """
    Return intervals of the values and ranks of actors.

    Parameters
    ----------
    network
        A projection.
    measure
        One of `coordgraph.network.robustness.ranking.RANKED`.
    draws, seed, tick
        How many draws, what they start from, and who is told how far they are.
    confidence
        The share of draws that an interval holds, between 0 and 1.
    weighted
        As for `coordgraph.network.centrality.centrality`.

    Returns
    -------
    pyarrow.Table
        ``actor, label, kind, country, value, rank, expected`` (mean of the draws),
        ``value_low, value_high, rank_low, rank_high, draws`` (in which the value is defined);
        by rank.

    Raises
    ------
    UnknownMeasure
        If no measure that orders actors has this name.
    CallError
        If the confidence is no share.
    TooSmall
        If there are fewer than 8 actors or `LEAST_MECHANISMS` mechanisms of two actors.

    Examples
    --------
    >>> import coordgraph as cg
    >>> network = cg.project(cg.load(), network="practices")
    >>> bootstrap(network, "strength", draws=99).column_names[-1]
    'draws'
    """
    known(measure)
    if not 0 < confidence < 1:
        raise CallError(
            _("{confidence:g} is no confidence. Give a share between 0 and 1.").format(
                confidence=confidence
            )
        )
    hold_actors(len(network.actors))
    tying = int(np.count_nonzero(network.incidence.sizes() > 1))
    if tying < LEAST_MECHANISMS:
        raise TooSmall(
            _(
                "{tying} mechanisms of two actors or more: too few to resample. "
                "{least_mechanisms} are needed at least; select more, or leave one out at a "
                "time."
            ).format(tying=tying, least_mechanisms=LEAST_MECHANISMS)
        )
    whole = values(network, measure, weighted=weighted)
    task = partial(_draw, replace(network, actors={}), measure, weighted=weighted)
    found = np.array(drawn(task, draws, seed=seed, tick=tick))
    return _table(network, whole, found, confidence)


def _draw(
    network: Network,
    measure: str,
    numbers: np.random.Generator,
    *,
    weighted: bool,
) -> Floats:
    size = len(network.incidence.mechanisms)
    incidence = resampled(network.incidence, numbers.integers(size, size=size))
    ties = tie(incidence, weight=network.weight)
    again = replace(network, incidence=incidence, ties=ties)
    return values(again, measure, weighted=weighted)


def resampled(incidence: Incidence, drawn_places: Ints) -> Incidence:
    """
    Return the incidence of the same actors in the mechanisms drawn, each as often as drawn.

    Parameters
    ----------
    incidence
        Who takes part in what.
    drawn_places
        Positions of mechanisms.
    """
    order = np.argsort(incidence.mechanism, kind="stable")
    first = np.searchsorted(incidence.mechanism[order], drawn_places, side="left")
    count = np.searchsorted(incidence.mechanism[order], drawn_places, side="right") - first
    ends = np.append(0, np.cumsum(count))
    nth = np.arange(ends[-1]) - np.repeat(ends[:-1], count)
    rows = order[np.repeat(first, count) + nth]
    mechanism = np.repeat(np.arange(len(drawn_places)), count)
    actor, level = incidence.actor[rows], incidence.level[rows]
    sorted_rows = np.lexsort((level, mechanism, actor))
    return Incidence(
        incidence.actors,
        tuple(f"{incidence.mechanisms[at]} {nth}" for nth, at in enumerate(drawn_places)),
        incidence.levels,
        actor[sorted_rows],
        mechanism[sorted_rows],
        level[sorted_rows],
    )


def _table(network: Network, whole: Floats, found: Floats, confidence: float) -> pa.Table:
    defined = ~np.isnan(found)
    many = defined.sum(axis=0)
    ranked = np.array([ranks(row) for row in found])
    low, high = (1 - confidence) / 2, (1 + confidence) / 2
    total = np.where(defined, found, 0).sum(axis=0)
    expected = np.divide(total, many, out=np.full(len(whole), np.nan), where=many > 0)
    table = pa.table(
        {
            **described(network),
            "value": floats(whole),
            "rank": _whole_numbers(ranks(whole)),
            "expected": floats(expected),
            "value_low": floats(_quantile(found, low)),
            "value_high": floats(_quantile(found, high)),
            "rank_low": _whole_numbers(_quantile(ranked, low)),
            "rank_high": _whole_numbers(_quantile(ranked, high)),
            "draws": integers(many.astype(np.int64)),
        }
    )
    return table.sort_by([("rank", "ascending"), ("actor", "ascending")])


def _quantile(rows: Floats, share: float) -> Floats:
    """Return a quantile of each column, a value that was drawn; NaN where none is defined."""
    found = np.full(rows.shape[1], np.nan)
    some = ~np.isnan(rows).all(axis=0)
    found[some] = np.nanquantile(rows[:, some], share, axis=0, method="inverted_cdf")
    return found


def _whole_numbers(values_of: Floats) -> pa.Array:
    return pa.array(values_of, mask=np.isnan(values_of)).cast(pa.int64())
