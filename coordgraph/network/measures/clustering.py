"""
Local clustering: how many of an actor's pairs of counterparts are tied to each other.

It is the number of triangles at the actor over k (k - 1)/2, with k counterparts [1]_.  By
weight, a triangle counts the geometric mean of its three weights, each divided by the
largest weight of the network [2]_.

References
----------
.. [1] D. J. Watts and S. H. Strogatz (1998). Collective dynamics of 'small-world' networks.
       *Nature* 393, 440-442.
.. [2] J.-P. Onnela et al. (2005). Intensity and coherence of motifs in weighted complex
       networks. *Physical Review E* 71, 065103.
"""

import numpy as np

from coordgraph.engines.arrays import degree, strong_of, summed
from coordgraph.engines.triads import shared
from coordgraph.ties import Floats, Ties

__all__ = ["clustering"]


def clustering(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return the clustering of each actor; 0 for one of less than two counterparts.

    There is no pair of counterparts then; that the value is 0 is NetworkX's convention.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Whether triangles count by weight.

    Examples
    --------
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 0, 1, 2]), np.array([1, 2, 2, 3])
    >>> kite = Ties(("a", "b", "c", "d"), (), *ends, np.full(4, -1), np.ones(4))
    >>> np.round(clustering(kite), 3).tolist()
    [1.0, 1.0, 0.333, 0.0]
    """
    strong = strong_of(ties, weighted=weighted)
    side = np.cbrt(strong / strong.max(initial=0)) if weighted else strong
    # Each triangle is met at both of the actor's ties.
    twice = summed(ties, side * shared(ties, side, np.ones(len(ties.actors))))
    counterparts = degree(ties)
    pairs = counterparts * (counterparts - 1)
    return np.divide(twice, pairs, out=np.zeros(len(pairs)), where=pairs > 0)
