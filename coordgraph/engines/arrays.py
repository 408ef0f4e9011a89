"""
Measures that products of matrices give, without a walk from actor to actor.

They are NetworkX's, iteration by iteration where there is one [1]_, and hold no more of a
product at a time than a block of its rows.

References
----------
.. [1] A. A. Hagberg, D. A. Schult and P. J. Swart (2008). Exploring network structure,
       dynamics, and function using NetworkX. *Proceedings of SciPy 2008*, 11-15.
"""

from collections.abc import Iterator

import numpy as np
from scipy import sparse

from coordgraph.errors import DataError
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["constraint", "degree", "effective_size", "eigenvector", "pagerank", "strength"]

_DAMPING = 0.85
_PRECISION = 1e-13
_NOTHING = 1e-12
_ROUNDS = 100_000
_BLOCK = 1 << 22


def adjacency(ties: Ties, *, weighted: bool) -> "sparse.csr_array":
    """Return the symmetric matrix of ties, by weight or of ones: actors by actors."""
    ends = (
        np.concatenate([ties.source, ties.target]),
        np.concatenate([ties.target, ties.source]),
    )
    half = ties.weight if weighted else np.ones(len(ties))
    shape = (len(ties.actors), len(ties.actors))
    return sparse.csr_array((np.concatenate([half, half]), ends), shape=shape)


def degree(ties: Ties) -> Floats:
    """Return the number of counterparts of each actor."""
    return _summed(ties, np.ones(len(ties)))


def strength(ties: Ties) -> Floats:
    """Return the sum of the weights of each actor's ties."""
    return _summed(ties, ties.weight)


def _summed(ties: Ties, values: Floats) -> Floats:
    ends = np.concatenate([ties.source, ties.target])
    return np.bincount(ends, np.tile(values, 2), len(ties.actors)).astype(np.float64)


def eigenvector(ties: Ties) -> Floats:
    """
    Return the leading eigenvector by weight, of unit length, found as NetworkX finds it.

    The iteration starts from equal shares, which settles what a network of parts with the
    same eigenvalue has for an answer.
    """
    size = len(ties.actors)
    matrix = adjacency(ties, weighted=True)
    now: Floats = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        before = now
        now = before + matrix @ before
        now /= np.linalg.norm(now) or 1.0
        if np.abs(now - before).sum() < size * _tolerance(size):
            return np.where(now < _NOTHING, 0.0, now)
    raise _unsettled("eigenvector")


def pagerank(ties: Ties) -> Floats:
    """Return PageRank by weight; an actor without ties passes its share on to all."""
    size = len(ties.actors)
    matrix = adjacency(ties, weighted=True)
    outward = matrix.sum(axis=1)
    dangling = outward == 0
    share = np.divide(1.0, outward, out=np.zeros(size), where=~dangling)
    now: Floats = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        before = now
        passed = matrix @ (before * share) + before[dangling].sum() / size
        now = _DAMPING * passed + (1 - _DAMPING) / size
        if np.abs(now - before).sum() < size * _tolerance(size):
            return now
    raise _unsettled("pagerank")


def _tolerance(size: int) -> float:
    return max(_PRECISION / size, 1e-15)


def _unsettled(name: str) -> DataError:
    problem = f"{name} does not settle in {_ROUNDS:,} rounds. Leave it out with --measure."
    return DataError(problem)


def constraint(ties: Ties, *, weighted: bool) -> Floats:
    """
    Return Burt's constraint; NaN for an actor without ties.

    With s the sums of the rows of the matrix A, it is, for actor i, the sum over its
    counterparts j of ((a_ij + sum over q of a_iq a_qj / s_q) / s_i) squared.
    """
    matrix = adjacency(ties, weighted=weighted)
    total = matrix.sum(axis=1)
    passing = matrix.copy()
    passing.data = passing.data / total[passing.indices]
    squares = np.zeros(len(total))
    for rows, direct, through in _through(matrix, passing, matrix):
        squares[rows] = (direct + through).power(2).sum(axis=1)
    with np.errstate(invalid="ignore"):
        found: Floats = squares / total**2
    return found


def effective_size(ties: Ties, *, weighted: bool) -> Floats:
    """
    Return the effective size of each actor's network; NaN for an actor without ties.

    It is the number of counterparts v less the sum over them of p_uw m_vw, p being shares of
    the row and m shares of its largest entry.
    """
    matrix = adjacency(ties, weighted=weighted)
    counterparts = np.diff(matrix.indptr)
    row = np.repeat(np.arange(len(counterparts)), counterparts)
    shares, parts = matrix.copy(), matrix.copy()
    shares.data = shares.data / matrix.sum(axis=1)[row]
    parts.data = parts.data / matrix.max(axis=1).toarray().ravel()[row]
    redundant = np.zeros(len(counterparts))
    for rows, _, through in _through(matrix, shares, parts.T.tocsr()):
        redundant[rows] = through.sum(axis=1)
    return np.where(counterparts > 0, counterparts - redundant, np.nan)


def _through(
    matrix: "sparse.csr_array", left: "sparse.csr_array", right: "sparse.csr_array"
) -> Iterator[tuple[slice, "sparse.csr_array", "sparse.csr_array"]]:
    """Yield blocks of rows of a matrix, and of left @ right where the matrix has entries."""
    for start, stop in _blocks(matrix):
        rows = slice(start, stop)
        direct = matrix[rows]
        pattern = direct.copy()
        pattern.data = np.ones_like(pattern.data)
        yield rows, direct, (left[rows] @ right).multiply(pattern).tocsr()


def _blocks(matrix: "sparse.csr_array") -> Iterator[tuple[int, int]]:
    """Yield ranges of rows whose products take about as much work each."""
    counts: Ints = np.diff(matrix.indptr).astype(np.int64)
    work = np.append(0, np.cumsum(counts[matrix.indices]))[matrix.indptr[1:]]
    start = 0
    while start < len(counts):
        done = work[start - 1] if start else 0
        stop = max(int(np.searchsorted(work, done + _BLOCK, side="right")), start + 1)
        yield start, stop
        start = stop
