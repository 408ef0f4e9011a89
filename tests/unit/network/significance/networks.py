"""Random networks as matrices and as pairs."""

import numpy as np
from scipy import sparse

from coordgraph.network.dyads import Dyads, dyads_of
from coordgraph.ties import Floats

__all__ = ["pairs", "random"]


def random(seed: int, size: int, *, density: float = 0.3, directed: bool = False) -> Floats:
    """Return a matrix of ones and zeros."""
    ties = (np.random.default_rng(seed).random((size, size)) < density).astype(np.float64)
    np.fill_diagonal(ties, 0)
    return ties if directed else np.triu(ties) + np.triu(ties).T


def pairs(matrix: Floats, *, directed: bool = False) -> Dyads:
    return dyads_of(sparse.csr_array(matrix), directed=directed)
