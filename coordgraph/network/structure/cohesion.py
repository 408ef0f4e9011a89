"""
How closely a network holds together.

=========================== ================================================================
actors, ties                how many; a tie is a pair of actors, whatever the levels
density                     ties over pairs, n (n - 1)/2
mean_degree                 counterparts of an actor, on average
components                  parts that no path joins; an actor without ties is one
largest_component           how many actors the largest of them has
isolates                    actors without ties
transitivity                three times the triangles over the pairs of ties that meet [1]_
mean_clustering             mean of the actors' clustering, 0 for less than two ties [2]_
degree_centralization       sum of what the actors' numbers of ties lack to the largest one,
                            over the most it can be: that of a star, (n - 1)(n - 2) [3]_
=========================== ================================================================

References
----------
.. [1] M. E. J. Newman, S. H. Strogatz and D. J. Watts (2001). Random graphs with arbitrary
       degree distributions and their applications. *Physical Review E* 64, 026118.
.. [2] D. J. Watts and S. H. Strogatz (1998). Collective dynamics of 'small-world' networks.
       *Nature* 393, 440-442.
.. [3] L. C. Freeman (1979). Centrality in social networks: conceptual clarification. *Social
       Networks* 1, 215-239.
"""

import math

import numpy as np
from scipy import sparse

from coordgraph.engines.arrays import adjacency, degree
from coordgraph.network.measures.clustering import clustering
from coordgraph.ties import Ties

__all__ = ["cohesion"]


def cohesion(ties: Ties) -> dict[str, float]:
    """
    Return these properties by name; NaN where one is 0/0.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    """
    size, counterparts = len(ties.actors), degree(ties)
    _, part = sparse.csgraph.connected_components(
        adjacency(ties, weighted=False), directed=False
    )
    parts = np.bincount(part, minlength=1)
    local = clustering(ties)
    meeting = counterparts * (counterparts - 1) / 2
    lacking = float(counterparts.max(initial=0) * size - counterparts.sum())
    return {
        "actors": size,
        "ties": len(ties),
        "density": _over(len(ties), size * (size - 1) / 2),
        "mean_degree": _over(2 * len(ties), size),
        "components": int(np.count_nonzero(parts)),
        "largest_component": int(parts.max()),
        "isolates": int(np.count_nonzero(counterparts == 0)),
        "transitivity": _over(float(local @ meeting), float(meeting.sum())),
        "mean_clustering": _over(float(local.sum()), size),
        "degree_centralization": _over(lacking, (size - 1) * (size - 2) if size else 0),
    }


def _over(part: float, whole: float) -> float:
    return part / whole if whole > 0 else math.nan
