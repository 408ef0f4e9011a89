"""
Measures of who acts towards whom, from products of matrices.

They are NetworkX's on a directed graph, but for hubs and authorities where several parts of a
network weigh the same: NetworkX gives those of one of them, drawn at random; here all count.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from scipy import sparse

from coordgraph.engines.arrays import ROUNDS, tolerance, unsettled, walked
from coordgraph.ties import Floats, Ties

__all__ = ["DIRECTED", "measured_arcs"]

_NOTHING = 1e-12


def measured_arcs(arcs: Ties, names: Sequence[str]) -> dict[str, Floats]:
    """
    Return measures, one value an actor, in the order of ``arcs.actors``.

    Parameters
    ----------
    arcs
        Merged over the levels: one a pair and direction.
    names
        Out of `DIRECTED`.
    """
    if not arcs.actors:
        return {name: np.array([], dtype=np.float64) for name in names}
    return {name: _MEASURES[name](arcs) for name in names}


def _matrix(arcs: Ties) -> "sparse.csr_array":
    shape = (len(arcs.actors), len(arcs.actors))
    return sparse.coo_array((arcs.weight, (arcs.source, arcs.target)), shape=shape).tocsr()


def _hub(arcs: Ties) -> Floats:
    matrix = _matrix(arcs)
    return _leading(matrix, matrix.T.tocsr(), "hub")


def _authority(arcs: Ties) -> Floats:
    matrix = _matrix(arcs)
    return _leading(matrix.T.tocsr(), matrix, "authority")


def _leading(matrix: "sparse.csr_array", back: "sparse.csr_array", name: str) -> Floats:
    """
    Return the leading eigenvector of a matrix times its transpose, summing to 1.

    The iteration starts from equal shares, which settles what a network of parts with the
    same eigenvalue has for an answer.
    """
    size = matrix.shape[0]
    if not matrix.nnz:
        return np.full(size, np.nan)
    now: Floats = np.full(size, 1 / size)
    for _ in range(ROUNDS):
        before = now
        now = matrix @ (back @ before)
        now /= now.sum()
        if np.abs(now - before).sum() < size * tolerance(size):
            return np.where(now < _NOTHING, 0.0, now)
    raise unsettled(name)


def _coming(arcs: Ties, values: Floats) -> Floats:
    return np.bincount(arcs.target, values, len(arcs.actors)).astype(np.float64)


def _going(arcs: Ties, values: Floats) -> Floats:
    return np.bincount(arcs.source, values, len(arcs.actors)).astype(np.float64)


_MEASURES: Mapping[str, Callable[[Ties], Floats]] = {
    "in_degree": lambda arcs: _coming(arcs, np.ones(len(arcs))),
    "out_degree": lambda arcs: _going(arcs, np.ones(len(arcs))),
    "in_strength": lambda arcs: _coming(arcs, arcs.weight),
    "out_strength": lambda arcs: _going(arcs, arcs.weight),
    "hub": _hub,
    "authority": _authority,
    "pagerank": lambda arcs: walked(_matrix(arcs)),
}

DIRECTED = tuple(_MEASURES)
"""The names of all directed measures, in the order of their columns."""
