"""
What two tied actors have in common: sums over the counterparts that they share.

Every triad of three ties is met once in each of its three corners.  Actors are ranked by their
numbers of ties and each tie is directed up the ranks, so that no actor has many ties upward
and triads are found without a walk through the pairs of a hub's counterparts [1]_.  GraphBLAS
multiplies only where there is a tie [2]_; where it is not installed, scipy multiplies blocks
of rows, which takes longer for large networks.

References
----------
.. [1] T. Schank and D. Wagner (2005). Finding, counting and listing all triangles in large
       graphs. *Experimental and Efficient Algorithms*, LNCS 3503, 606-609.
.. [2] T. A. Davis (2019). Algorithm 1000: SuiteSparse:GraphBLAS. *ACM Transactions on
       Mathematical Software* 45, 44.
"""

from importlib.util import find_spec

import numpy as np
from scipy import sparse

from coordgraph.engines.masked import blocks
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["shared"]


def shared(ties: Ties, strength: Floats, passing: Floats) -> Floats:
    """
    Return, for each tie of i and j, the sum over q of ``s_iq * passing_q * s_qj``.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    strength
        How strong each tie counts (s), one a tie.
    passing
        How much each actor passes on, one an actor.
    """
    if not len(ties):
        return np.empty(0)
    if find_spec("graphblas") is None:
        return by_rows(ties, strength, passing)
    return by_triads(ties, strength, passing)


def by_triads(ties: Ties, strength: Floats, passing: Floats) -> Floats:
    """Return what `shared` says, from triads of ranked actors, by GraphBLAS."""
    import graphblas as gb

    low, high, ranked = _ranked(ties, passing)
    size = len(ranked)
    times = gb.semiring.plus_times
    upward = gb.Matrix.from_coo(low, high, strength, nrows=size, ncols=size, dtype=float)
    shares = gb.Vector.from_dense(ranked).diag()
    onward, passed = times(shares @ upward).new(), times(upward @ shares).new()
    total = gb.Matrix.from_coo(low, high, 0.0, nrows=size, ncols=size, dtype=float)
    for corner, method in (
        (times(upward @ onward), "saxpy"),
        (times(upward.T.new() @ onward), "saxpy"),
        (times(passed @ upward.T), "dot"),
    ):
        part = gb.Matrix(float, size, size)
        part(upward.S, axb_method=method) << corner
        total(accum=gb.binary.plus) << part
    _, _, values = total.to_coo()
    found = np.empty(len(ties))
    found[np.argsort(low * size + high)] = values
    return found


def _ranked(ties: Ties, passing: Floats) -> tuple[Ints, Ints, Floats]:
    """Return the lower and the higher rank of each tie, and what each rank passes on."""
    size = len(ties.actors)
    degree = np.bincount(np.concatenate([ties.source, ties.target]), minlength=size)
    order = np.argsort(degree, kind="stable")
    rank = np.empty(size, dtype=np.int64)
    rank[order] = np.arange(size)
    one, other = rank[ties.source], rank[ties.target]
    return np.minimum(one, other), np.maximum(one, other), passing[order]


def by_rows(ties: Ties, strength: Floats, passing: Floats) -> Floats:
    """Return what `shared` says, from products of blocks of rows, by scipy."""
    size = len(ties.actors)
    ends = (
        np.concatenate([ties.source, ties.target]),
        np.concatenate([ties.target, ties.source]),
    )
    whole = sparse.csr_array((np.tile(strength, 2), ends), shape=(size, size))
    onward = whole.multiply(passing[:, np.newaxis]).tocsr()
    once = (np.ones(len(ties)), (ties.source, ties.target))
    wanted = sparse.csr_array(once, shape=(size, size))
    order = np.argsort(ties.source * size + ties.target)
    keys = (ties.source * size + ties.target)[order]
    found = np.zeros(len(ties))
    for start, stop in blocks(whole, onward):
        product = (whole[start:stop] @ onward).multiply(wanted[start:stop]).tocoo()
        row, column = product.coords
        found[order[np.searchsorted(keys, (row + start) * size + column)]] = product.data
    return found
