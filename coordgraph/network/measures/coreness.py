"""
Coreness: how near each actor is to the core, if the network has one core and a periphery.

The continuous model of Borgatti and Everett [1]_ looks for values c, not negative, so that
c_i c_j is like the tie of i and j: actors of high coreness are tied to each other, those of
low coreness to few.  c is what makes the sum over pairs of (a_ij - c_i c_j) squared least, as
UCINET's and MINRES [2]_ have it; how good it is, is the correlation of a_ij and c_i c_j.

References
----------
.. [1] S. P. Borgatti and M. G. Everett (2000). Models of core/periphery structures. *Social
       Networks* 21, 375-395.
.. [2] J. P. Boyd, W. J. Fitzgerald, M. C. Mahutga and D. A. Smith (2010). Computing continuous
       core/periphery structures for social relations data with MINRES/SVD. *Social Networks*
       32, 125-137.
"""

from gettext import gettext as _

import numpy as np
import scipy
from scipy import sparse

from coordgraph.engines.arrays import adjacency, strong_of
from coordgraph.errors import DataError
from coordgraph.ties import Floats, Ties

__all__ = ["coreness", "correlation"]

_SEED = 0
_STEPS = 50
_ROUNDS = 300
_LEVEL = 1e-9
_LARGE = 100_000
_FLAT = 1e-6
_NEAR = 1e-9
_NOTHING = 1e-6


def coreness(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return the coreness of each actor, of unit Euclidean norm; NaN if there is no tie.

    The least sum is looked for from two beginnings, the number of ties and the leading
    eigenvector; of more than 50,000 ties from the latter only, to five digits.  Where several
    fits are equally good, as of two equal cliques, it is one of them, the same in every run.
    Where one actor alone makes the core, as in a star, the fit gets ever better as the others'
    values go to 0: it has 1, they have 0.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Whether a_ij is the weight of the tie; 1, if not.

    Raises
    ------
    DataError
        If no fit settles.

    Examples
    --------
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 0, 1]), np.array([1, 2, 2])
    >>> triangle = Ties(("a", "b", "c", "d"), (), *ends, np.full(3, -1), np.ones(3))
    >>> np.round(coreness(triangle), 3).tolist()
    [0.577, 0.577, 0.577, 0.0]
    """
    if not len(ties):
        return np.full(len(ties.actors), np.nan)
    matrix = adjacency(ties, weighted=weighted)
    matrix = matrix / matrix.max()
    alone = matrix.multiply(matrix).sum(axis=1)
    best, least = _alone(alone), -2 * alone.max()
    fits = [_fitted(matrix, start) for start in _beginnings(matrix)]
    for settled, misfit, values in fits:
        if settled and misfit <= least + _NEAR * abs(least):
            best, least = values, misfit
    if min(misfit for _, misfit, _ in fits) < least - _NEAR * abs(least):
        raise DataError(
            _(
                "coreness does not settle in {rounds:,} rounds. Leave it out with --measure."
            ).format(rounds=_ROUNDS)
        )
    return best


def _alone(total: Floats) -> Floats:
    """Return the coreness where the actor of the most is the core alone."""
    values = np.zeros(len(total))
    values[np.argmax(total)] = 1
    return values


def _beginnings(matrix: "sparse.csr_array") -> list[Floats]:
    """
    Return vectors near a fit, a little uneven, so that none is in balance by chance.

    Two; one, for a large network.
    """
    uneven = 1 + 0.01 * np.random.default_rng(_SEED).random(matrix.shape[0])
    total = matrix.sum(axis=1)
    leading = total / np.linalg.norm(total)
    for _round in range(_STEPS):
        leading = leading + matrix @ leading / total.max()
        leading /= np.linalg.norm(leading)
    strength = np.sqrt(leading @ (matrix @ leading))
    by_ties, by_eigenvector = total / np.sqrt(total.sum()), leading * strength
    starts = [by_eigenvector] if matrix.nnz > _LARGE else [by_ties, by_eigenvector]
    return [start * uneven for start in starts]


def _fitted(matrix: "sparse.csr_array", start: Floats) -> tuple[bool, float, Floats]:
    """Return whether a least misfit is found from a start, how much it is, and where."""
    # Values are squares, so that none is negative.
    # The last digits of a large network take longer than all others.
    level = _LEVEL if matrix.nnz <= _LARGE else 10_000 * _LEVEL
    scale = max(np.abs(matrix @ start).max(), 1.0)
    found = scipy.optimize.minimize(
        _misfit,
        np.sqrt(start),
        args=(matrix,),
        jac=True,
        hessp=_curve,
        method="trust-ncg",
        options={"maxiter": _ROUNDS, "gtol": level * scale},
    )
    values = found.x**2
    steepest = np.abs(found.jac).max() / scale
    unit = values / np.linalg.norm(values)
    settled = bool(found.success) or steepest < _FLAT
    return settled, float(found.fun), np.where(unit < _NOTHING, 0.0, unit)


def _misfit(roots: Floats, matrix: "sparse.csr_array") -> tuple[float, Floats]:
    """Return the sum of squares, less what does not depend on the values, and its slope."""
    values = roots**2
    total, across = values @ values, matrix @ values
    misfit = total**2 - (values**2) @ (values**2) - 2 * values @ across
    return float(misfit), 8 * roots * (total * values - values**3 - across)


def _curve(roots: Floats, way: Floats, matrix: "sparse.csr_array") -> Floats:
    """Return how the slope changes along a way: the product of the Hessian with it."""
    values, step = roots**2, 2 * roots * way
    total = values @ values
    slope = total * values - values**3 - matrix @ values
    bend = total * step + 2 * values * (values @ step) - 3 * values**2 * step - matrix @ step
    curved: Floats = 8 * (roots * bend + way * slope)
    return curved


def correlation(ties: Ties, values: Floats, *, weighted: bool = False) -> float:
    """
    Return the correlation of a_ij and c_i c_j over all pairs; NaN if one of them is constant.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    values
        As `coreness` gives them, c.
    weighted
        Whether a_ij is the weight of the tie; 1, if not.
    """
    if not len(ties):
        return float("nan")
    size = len(ties.actors)
    pairs = size * (size - 1) / 2
    strong = strong_of(ties, weighted=weighted)
    strong = strong / strong.max()
    if np.count_nonzero(values) == 1:  # its own ties are what the fit goes to
        pattern = strong * (values[ties.source] + values[ties.target])
        sums = pattern.sum(), (pattern**2).sum()
    else:
        pattern = values[ties.source] * values[ties.target]
        squares = values**2
        total = squares.sum()
        sums = (values.sum() ** 2 - total) / 2, (total**2 - squares @ squares) / 2
    spread = (strong**2).sum() - strong.sum() ** 2 / pairs, sums[1] - sums[0] ** 2 / pairs
    if min(spread) <= _NOTHING**2:
        return float("nan")
    return float((strong @ pattern - strong.sum() * sums[0] / pairs) / np.sqrt(np.prod(spread)))
