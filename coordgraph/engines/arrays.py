"""
Measures that products of matrices give, without a walk from actor to actor.

They are NetworkX's, iteration by iteration where there is one [1]_.

References
----------
.. [1] A. A. Hagberg, D. A. Schult and P. J. Swart (2008). Exploring network structure,
       dynamics, and function using NetworkX. *Proceedings of SciPy 2008*, 11-15.
"""

from gettext import gettext as _

import numpy as np
from scipy import sparse

from coordgraph.engines.triads import shared
from coordgraph.errors import DataError
from coordgraph.ties import Floats, Ties

__all__ = [
    "ROUNDS",
    "adjacency",
    "constraint",
    "constraints",
    "degree",
    "effective_size",
    "eigenvector",
    "leading",
    "pagerank",
    "strength",
    "strong_of",
    "summed",
    "tolerance",
    "unsettled",
    "walked",
]

_DAMPING = 0.85
_PRECISION = 1e-13
_NOTHING = 1e-12
_SMALL, _SOON = 1_000, 10_000
_SAME = 1e-12
ROUNDS = 100_000
"""After how many rounds an iteration is given up."""


def adjacency(ties: Ties, *, weighted: bool) -> "sparse.csr_array":
    """Return the symmetric matrix of ties, by weight or of ones: actors by actors."""
    shape = (len(ties.actors), len(ties.actors))
    strong = strong_of(ties, weighted=weighted)
    ends = (ties.source.astype(np.int32), ties.target.astype(np.int32))
    half = sparse.coo_array((strong, ends), shape=shape).tocsr()
    # The sum of two sorted halves takes a third of the time of sorting both at once.
    return half + half.T.tocsr()


def degree(ties: Ties) -> Floats:
    """Return the number of counterparts of each actor."""
    return summed(ties, np.ones(len(ties)))


def strength(ties: Ties) -> Floats:
    """Return the sum of the weights of each actor's ties."""
    return summed(ties, ties.weight)


def summed(ties: Ties, values: Floats) -> Floats:
    """Return, for each actor, the sum of values of its ties, one a tie."""
    ends = np.concatenate([ties.source, ties.target])
    return np.bincount(ends, np.tile(values, 2), len(ties.actors)).astype(np.float64)


def eigenvector(ties: Ties) -> Floats:
    """
    Return the leading eigenvector by weight, of unit length, found as NetworkX finds it.

    The iteration starts from equal shares, which settles what a network of parts with the
    same eigenvalue has for an answer.
    """
    return leading(adjacency(ties, weighted=True))


def leading(matrix: "sparse.csr_array") -> Floats:
    """
    Return the leading eigenvector of a symmetric matrix, of unit length.

    Where two parts have almost the same eigenvalue, the iteration comes nearer by little each
    round; of no more than 1,000 actors, all eigenvectors are then worked out instead.

    Examples
    --------
    >>> two, near = np.array([[0.0, 1.0], [1.0, 0.0]]), 1 - 1e-6
    >>> leading(sparse.csr_array(np.kron(np.diag([1, near]), two))).round(6).tolist()
    [0.707107, 0.707107, 0.0, 0.0]
    """
    size = matrix.shape[0]
    now: Floats = np.full(size, 1 / size)
    for _round in range(_SOON if size <= _SMALL else ROUNDS):
        before = now
        now = before + matrix @ before
        now /= np.linalg.norm(now)
        if np.abs(now - before).sum() < size * tolerance(size):
            return np.where(now < _NOTHING, 0.0, now)
    if size > _SMALL:
        raise unsettled("eigenvector")
    eigenvalues, vectors = np.linalg.eigh(matrix.toarray())
    highest = vectors[:, eigenvalues >= eigenvalues[-1] * (1 - _SAME)]
    found = highest @ highest.sum(axis=0)
    found /= np.linalg.norm(found)
    return np.where(found < _NOTHING, 0.0, found)


def pagerank(ties: Ties) -> Floats:
    """Return PageRank by weight; an actor without ties passes its share on to all."""
    return walked(adjacency(ties, weighted=True))


def walked(matrix: "sparse.csr_array") -> Floats:
    """
    Return PageRank on a matrix of weights, followed from rows to columns.

    An actor from whom nothing leads on passes its share on to all.
    """
    size = matrix.shape[0]
    outward = matrix.sum(axis=1)
    dangling = outward == 0
    share = np.divide(1.0, outward, out=np.zeros(size), where=~dangling)
    onward = matrix.T.tocsr()
    now: Floats = np.full(size, 1 / size)
    for _round in range(ROUNDS):
        before = now
        passed = onward @ (before * share) + before[dangling].sum() / size
        now = _DAMPING * passed + (1 - _DAMPING) / size
        if np.abs(now - before).sum() < size * tolerance(size):
            return now
    raise unsettled("pagerank")


def tolerance(size: int) -> float:
    """Return by how much an actor's value may still change, on average, when it has settled."""
    return max(_PRECISION / size, 1e-15)


def unsettled(name: str) -> DataError:
    """Return the error of a measure that does not settle."""
    problem = _(
        "{name} does not settle in {rounds:,} rounds. Leave it out with --measure."
    ).format(name=name, rounds=ROUNDS)
    return DataError(problem)


def constraint(ties: Ties, *, weighted: bool) -> Floats:
    """
    Return Burt's constraint; NaN for an actor without ties.

    It is the sum over an actor's counterparts of what `constraints` says of them.
    """
    total, held = _held(ties, weighted=weighted)
    with np.errstate(invalid="ignore"):
        return summed(ties, held**2) / total**2


def constraints(ties: Ties, *, weighted: bool) -> tuple[Floats, Floats]:
    """
    Return how much each tie's target constrains its source, and its source its target.

    With s the sums of the rows of the matrix A, counterpart j constrains actor i by
    ((a_ij + sum over q of a_iq a_qj / s_q) / s_i) squared.
    """
    total, held = _held(ties, weighted=weighted)
    return (held / total[ties.source]) ** 2, (held / total[ties.target]) ** 2


def _held(ties: Ties, *, weighted: bool) -> tuple[Floats, Floats]:
    """Return what of each actor's investment there is, and what each tie holds of it."""
    strong = strong_of(ties, weighted=weighted)
    total = summed(ties, strong)
    with np.errstate(divide="ignore"):
        return total, strong + shared(ties, strong, 1 / total)


def effective_size(ties: Ties, *, weighted: bool) -> Floats:
    """
    Return the effective size of each actor's network; NaN for an actor without ties.

    It is the number of counterparts v less the sum over them of p_uw m_vw, p being shares of
    the row and m shares of its largest entry.
    """
    strong = strong_of(ties, weighted=weighted)
    common = shared(ties, strong, np.ones(len(ties.actors)))
    counterparts, total = degree(ties), summed(ties, strong)
    most = np.zeros(len(total))
    np.maximum.at(most, ties.source, strong)
    np.maximum.at(most, ties.target, strong)
    redundant = np.bincount(ties.source, common / most[ties.target], len(total))
    redundant += np.bincount(ties.target, common / most[ties.source], len(total))
    with np.errstate(invalid="ignore"):
        return counterparts - redundant / total


def strong_of(ties: Ties, *, weighted: bool) -> Floats:
    """Return how strong each tie counts: its weight, or 1."""
    return ties.weight if weighted else np.ones(len(ties))
