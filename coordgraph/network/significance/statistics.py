"""
What is told of a whole network by one number.

============== ==============================================================================
density        the share of pairs that are tied
transitivity   of paths from one actor by a second to a third, the share that are closed by a
               tie from the first to the third [1]_
centralization how far the actor of most ties stands out: the sum of the differences of all
               degrees from the largest, of the most that is possible [2]_; with directions,
               of ties that go out
reciprocity    the share of ties that are returned
components     how many parts there are without a tie between them, directions aside
============== ==============================================================================

A number that is not defined, as the transitivity of a network without such paths, is NaN.

References
----------
.. [1] S. Wasserman and K. Faust (1994). *Social Network Analysis*, p. 243.
.. [2] L. C. Freeman (1979). Centrality in social networks: conceptual clarification. *Social
       Networks* 1, 215-239.
"""

from collections.abc import Callable, Mapping

import numpy as np
from scipy import sparse

from coordgraph.engines.masked import masked_rows
from coordgraph.network.dyads import Dyads
from coordgraph.ties import Floats

__all__ = ["STATISTICS"]

_FEW = 1 << 24
"""Up to so many pairs of a tie and an actor, to look at them all is quicker than to sort."""


def _density(dyads: Dyads) -> float:
    return _share(len(dyads.keys), dyads.pairs())


def _transitivity(dyads: Dyads) -> float:
    out, into = _degrees(dyads)
    ways = len(dyads.keys) * (1 if dyads.directed else 2)
    paths = float(out @ into) - (dyads.returned() if dyads.directed else ways)
    return _share(_closed(dyads), paths)


def _closed(dyads: Dyads) -> float:
    if len(dyads.keys) * dyads.size > _FEW:
        ties = dyads.matrix()
        ones = np.ones(ties.nnz)
        ties = sparse.csr_array((ones, ties.indices, ties.indptr), shape=ties.shape)
        return float(masked_rows(ties, ties, ties).sum())
    tied = np.zeros((dyads.size, dyads.size), dtype=np.bool_)
    source, target = dyads.ends()
    tied[source, target] = True
    if dyads.directed:
        return float(np.count_nonzero(tied[source] & tied.T[target]))
    tied[target, source] = True
    return 2.0 * np.count_nonzero(tied[source] & tied[target])


def _centralization(dyads: Dyads) -> float:
    degree, _ = _degrees(dyads)
    others = dyads.size - 1
    most = others**2 if dyads.directed else others * (others - 1)
    return _share(float((degree.max(initial=0) - degree).sum()), most)


def _reciprocity(dyads: Dyads) -> float:
    many = len(dyads.keys)
    return _share(dyads.returned() if dyads.directed else many, many)


def _components(dyads: Dyads) -> float:
    source, target = dyads.ends()
    shape = (dyads.size, dyads.size)
    ties = sparse.coo_array((np.ones(len(source)), (source, target)), shape=shape)
    return float(sparse.csgraph.connected_components(ties, directed=False)[0])


def _degrees(dyads: Dyads) -> tuple[Floats, Floats]:
    """Return how many ties go out from each actor and come in."""
    out, into = (np.bincount(end, minlength=dyads.size) for end in dyads.ends())
    return (
        (out.astype(float), into.astype(float))
        if dyads.directed
        else ((out + into).astype(float), (out + into).astype(float))
    )


def _share(some: float, of: float) -> float:
    return some / of if of > 0 else float("nan")


STATISTICS: Mapping[str, Callable[[Dyads], float]] = {
    "density": _density,
    "transitivity": _transitivity,
    "centralization": _centralization,
    "reciprocity": _reciprocity,
    "components": _components,
}
"""Every number by name: from the pairs that are tied, whose weights do not count."""
