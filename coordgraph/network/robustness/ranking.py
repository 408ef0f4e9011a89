"""The values of a measure on a network, and the ranks that they give."""

from importlib.util import find_spec

import numpy as np
from scipy import stats

from coordgraph.engines.base import ASKED_FOR, MEASURES
from coordgraph.engines.choice import Choice, measured
from coordgraph.errors import UnknownMeasure
from coordgraph.network.measures.by_name import BY_NAME
from coordgraph.network.projection import Network
from coordgraph.ties import Floats

__all__ = ["RANKED", "agreement", "known", "ranks", "values"]

RANKED = tuple(name for name in (*MEASURES, *BY_NAME, *ASKED_FOR) if name != "community")
"""The measures that order actors; the number of a community does not."""

_DIGITS = 9


def known(measure: str) -> None:
    """
    Refuse what is no measure that orders actors.

    Raises
    ------
    UnknownMeasure
        If none of `RANKED` has this name.
    """
    if measure not in RANKED:
        raise UnknownMeasure(measure, RANKED)


def values(network: Network, measure: str, *, weighted: bool = False) -> Floats:
    """Return an exact value an actor, in the order of the ties' actors; NaN if undefined."""
    ties = network.merged()
    if measure in BY_NAME:
        found = BY_NAME[measure](ties, weighted=weighted)
    else:
        engine = Choice("igraph" if find_spec("igraph") else "networkx")
        found = measured(ties, [measure], weighted=weighted, choice=engine).values[measure]
    return np.asarray(found, dtype=np.float64)


def ranks(of: Floats) -> Floats:
    """
    Return 1 and the number of greater values; NaN where a value is.

    Values that differ by rounding alone are equal.

    >>> ranks(np.array([2.0, 5.0, 2.0, np.nan])).tolist()
    [2.0, 1.0, 2.0, nan]
    """
    scale = np.nanmax(np.abs(of), initial=0) or 1.0
    found: Floats = stats.rankdata(
        -np.round(of / scale, _DIGITS), method="min", nan_policy="omit"
    ).astype(np.float64)
    return found


def agreement(one: Floats, other: Floats) -> float:
    """
    Return Kendall's tau-b of two orders of actors [1]_; NaN if one of them orders nobody.

    Actors without a value in one of them do not count.

    References
    ----------
    .. [1] M. G. Kendall (1945). The treatment of ties in ranking problems. *Biometrika* 33,
           239-251.
    """
    both = ~(np.isnan(one) | np.isnan(other))
    first, second = ranks(one[both]), ranks(other[both])
    if min(len(np.unique(first)), len(np.unique(second))) < 2:
        return float("nan")
    return float(stats.kendalltau(first, second).statistic)
