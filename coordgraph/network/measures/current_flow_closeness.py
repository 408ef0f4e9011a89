"""
Closeness by current: like closeness, with resistances in place of distances.

Many paths between two actors make the resistance between them less than the shortest path
would.  Stephenson and Zelen call it information centrality [1]_; that it is closeness with
resistances is Brandes and Fleischer's insight [2]_.

References
----------
.. [1] K. Stephenson and M. Zelen (1989). Rethinking centrality: methods and examples. *Social
       Networks* 11, 1-37.
.. [2] U. Brandes and D. Fleischer (2005). Centrality measures based on current flow. *STACS
       2005*, LNCS 3404, 533-544.
"""

import numpy as np

from coordgraph.network.measures.circuits import circuits
from coordgraph.ties import Floats, Ties

__all__ = ["current_flow_closeness"]


def current_flow_closeness(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return the reciprocal mean resistance to others, scaled to the part that is reached.

    An actor that reaches r of n - 1 others, with resistances that sum to R, has
    (r / R) (r / (n - 1)), as `closeness` has it for distances: on a network without cycles
    the two are the same.  NetworkX gives 1/R, and no value for a network in parts.  An actor
    without ties has 0.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Whether a tie's weight is its conductance; 1, if not.

    Raises
    ------
    TooLarge
        If more than 5,000 actors hang together.

    Examples
    --------
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 0, 1]), np.array([1, 2, 2])
    >>> triangle = Ties(("a", "b", "c"), (), *ends, np.full(3, -1), np.ones(3))
    >>> np.round(current_flow_closeness(triangle), 3).tolist()
    [1.5, 1.5, 1.5]
    """
    size = len(ties.actors)
    found = np.zeros(size)
    for circuit in circuits(ties, weighted=weighted):
        reached = len(circuit.members) - 1
        own = np.diag(circuit.inverse)
        resistance = len(circuit.members) * own + own.sum()
        found[circuit.members] = reached / resistance * reached / (size - 1)
    return found
