"""What a test by draws says of a number."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts
from coordgraph.ties import Floats

__all__ = ["Outcome", "outcome", "outcomes_table"]

_EQUAL = 1e-9


class Outcome(NamedTuple):
    """
    A number, and where it stands among those that were drawn.

    Attributes
    ----------
    name
        What is tested.
    observed
        The number of the network.
    expected, sd
        Mean and standard deviation of the draws.
    p_low, p_high
        The share of draws no greater, and no less, than what is observed, which counts as one
        of them: no p is 0 [1]_.
    p_both
        Twice the lesser of these, 1 at most.
    draws
        How many were drawn.

    References
    ----------
    .. [1] B. Phipson and G. K. Smyth (2010). Permutation p-values should never be zero.
           *Statistical Applications in Genetics and Molecular Biology* 9, 39.
    """

    name: str
    observed: float
    expected: float
    sd: float
    p_low: float
    p_high: float
    p_both: float
    draws: int


def outcome(name: str, observed: float, drawn: Floats) -> Outcome:
    """
    Return what draws say of a number.

    Draws that differ by rounding alone are equal; those in which the number is not defined
    (NaN) do not count, and where it is not defined itself, nothing is said of it.

    Examples
    --------
    >>> found = outcome("density", 0.3, np.array([0.1, 0.2, 0.3]))
    >>> found.p_low, found.p_high, found.p_both
    (1.0, 0.5, 1.0)
    """
    defined = drawn[~np.isnan(drawn)]
    if np.isnan(observed) or not len(defined):
        return Outcome(name, observed, *(float("nan"),) * 5, len(defined))
    slack = _EQUAL * max(1.0, abs(observed))
    low, high = (
        (1 + int(np.count_nonzero(sign * (defined - observed) <= slack))) / (1 + len(defined))
        for sign in (1, -1)
    )
    return Outcome(
        name,
        observed,
        float(defined.mean()),
        float(defined.std()),
        low,
        high,
        min(1.0, 2 * min(low, high)),
        len(defined),
    )


def outcomes_table(outcomes: Iterable[Outcome], *, name: str = "statistic") -> pa.Table:
    """Return a row an outcome; the first column has the name given."""
    rows = list(outcomes)
    numbers = {
        field: floats(np.array([getattr(row, field) for row in rows], np.float64))
        for field in ("observed", "expected", "sd", "p_low", "p_high", "p_both")
    }
    draws = integers(np.array([row.draws for row in rows], np.int64))
    return pa.table({name: texts(row.name for row in rows), **numbers, "draws": draws})
