"""
Katz's centrality: how many walks of any length end at an actor, long ones counting less.

It is x = a A x + 1, by weight, brought to unit Euclidean norm; A is the matrix of ties [1]_.
The sum over walks is finite only for a < 1/lambda, lambda being the largest eigenvalue of A.
A constant a, such as NetworkX's 0.1, would make it meaningless for dense networks; here a is
0.85/lambda, within what Katz finds useful (1/a between lambda and 2 lambda).

References
----------
.. [1] L. Katz (1953). A new status index derived from sociometric analysis. *Psychometrika*
       18, 39-43.
"""

from gettext import gettext as _

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import ArpackNoConvergence, eigsh

from coordgraph.engines.arrays import adjacency
from coordgraph.errors import DataError
from coordgraph.ties import Floats, Ties

__all__ = ["SHARE", "katz", "largest_eigenvalue"]

SHARE = 0.85
"""What a is, as a share of 1/lambda."""

_SMALL = 64
_PRECISION = 1e-15
_ROUNDS = 1_000


def katz(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return Katz's centrality by weight, of unit Euclidean norm.

    Every actor has a value greater than 0, as the walk of no step counts, too.  Without any
    tie all are equal.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Makes no difference: as eigenvector and PageRank, it is always by weight.

    Raises
    ------
    DataError
        If the eigenvalue or the sum does not settle.

    Examples
    --------
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 1]), np.array([1, 2])
    >>> path = Ties(("a", "b", "c"), (), *ends, np.array([-1, -1]), np.ones(2))
    >>> np.round(katz(path), 3).tolist()
    [0.507, 0.697, 0.507]
    """
    del weighted
    size = len(ties.actors)
    matrix = adjacency(ties, weighted=True)
    reach = SHARE / (largest_eigenvalue(matrix) or 1.0)
    now: Floats = np.ones(size)
    for _round in range(_ROUNDS):
        before = now
        now = 1 + reach * (matrix @ before)
        if np.abs(now - before).max(initial=0) <= _PRECISION * now.max(initial=0):
            return now / (np.linalg.norm(now) or 1.0)
    raise DataError(
        _("katz does not settle in {rounds:,} rounds. Leave it out with --measure.").format(
            rounds=_ROUNDS
        )
    )


def largest_eigenvalue(matrix: "sparse.csr_array") -> float:
    """
    Return the largest eigenvalue of a symmetric matrix; 0 of one without rows.

    Raises
    ------
    DataError
        If it is not found to machine precision.
    """
    size = matrix.shape[0]
    if size <= _SMALL:
        return float(np.linalg.eigvalsh(matrix.toarray()).max(initial=0))
    try:
        found = eigsh(matrix, k=1, which="LA", v0=np.ones(size), return_eigenvectors=False)
    except ArpackNoConvergence as error:
        problem = _("The largest eigenvalue of the ties is not found. Leave katz out.")
        raise DataError(problem) from error
    return float(found[0])
