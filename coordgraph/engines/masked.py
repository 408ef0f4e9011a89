"""
Products of two sparse matrices, only where a third one has entries.

The whole product of a network with itself may be a thousand times larger than the network;
what is asked of it stands only where there is a tie.  GraphBLAS computes nothing else [1]_;
where it is not installed, scipy multiplies blocks of rows and throws the rest away.

References
----------
.. [1] T. A. Davis (2019). Algorithm 1000: SuiteSparse:GraphBLAS. *ACM Transactions on
       Mathematical Software* 45, 44.
"""

from collections.abc import Iterator
from importlib.util import find_spec

import numpy as np
from scipy import sparse

from coordgraph.ties import Floats, Ints

__all__ = ["blocks", "masked_rows"]

_BLOCK = 1 << 22


def masked_rows(
    left: "sparse.csr_array", right: "sparse.csr_array", mask: "sparse.csr_array"
) -> Floats:
    """
    Return, for each row i, the sum over j of ``mask_ij * (left @ right)_ij``.

    Parameters
    ----------
    left, right, mask
        Square matrices of one size, each entry stored once.
    """
    if find_spec("graphblas") is None:
        return by_blocks(left, right, mask)
    return by_graphblas(left, right, mask)


def by_graphblas(
    left: "sparse.csr_array", right: "sparse.csr_array", mask: "sparse.csr_array"
) -> Floats:
    """Return what `masked_rows` says, by GraphBLAS."""
    import graphblas as gb

    one, other, where = (gb.io.from_scipy_sparse(matrix) for matrix in (left, right, mask))
    product = gb.Matrix(float, *left.shape)
    product(where.S) << gb.semiring.plus_times(one @ other)
    kept = gb.binary.times(product & where).new()
    sums = kept.reduce_rowwise(gb.monoid.plus).new()
    found: Floats = sums.to_dense(fill_value=0.0)
    return found


def by_blocks(
    left: "sparse.csr_array", right: "sparse.csr_array", mask: "sparse.csr_array"
) -> Floats:
    """Return what `masked_rows` says, by scipy."""
    found = np.zeros(left.shape[0])
    for start, stop in blocks(left, right):
        product = (left[start:stop] @ right).multiply(mask[start:stop])
        found[start:stop] = product.sum(axis=1)
    return found


def blocks(left: "sparse.csr_array", right: "sparse.csr_array") -> Iterator[tuple[int, int]]:
    """Yield ranges of rows whose products take about as much work each."""
    counts: Ints = np.diff(right.indptr).astype(np.int64)
    work = np.append(0, np.cumsum(counts[left.indices]))[left.indptr[1:]]
    start = 0
    while start < len(work):
        done = work[start - 1] if start else 0
        stop = max(int(np.searchsorted(work, done + _BLOCK, side="right")), start + 1)
        yield start, stop
        start = stop
