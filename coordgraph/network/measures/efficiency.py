"""
Burt's efficiency: how much of an actor's network is not redundant.

It is effective size over the number of counterparts [1]_.

References
----------
.. [1] R. S. Burt (1992). *Structural Holes*, p. 53.
"""

from coordgraph.engines.arrays import degree, effective_size
from coordgraph.ties import Floats, Ties

__all__ = ["efficiency"]


def efficiency(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return the efficiency of each actor's network; NaN for an actor without ties.

    It is 1 if no two counterparts are tied to each other, and 1/k if all k of them are.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Whether redundancy is by weight.

    Examples
    --------
    >>> import numpy as np
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 1]), np.array([1, 2])
    >>> path = Ties(("a", "b", "c"), (), *ends, np.array([-1, -1]), np.ones(2))
    >>> efficiency(path).tolist()
    [1.0, 1.0, 1.0]
    """
    return effective_size(ties, weighted=weighted) / degree(ties)
