"""
How much of a network of actors is made by tying all participants of a mechanism to each other.

A mechanism of k participants makes a clique of k (k - 1)/2 pairs, so that a projection is
dense and clustered whatever the mechanisms are [1]_.

==================== =======================================================================
mechanisms           how many; each of one actor or more
participations       pairs of an actor and a mechanism in which it takes part
two_mode_density     participations over actors times mechanisms
largest_mechanism    how many actors take part in the largest one
largest_share        share of the tied pairs that meet in that mechanism
clique_share         share of the tied pairs that no mechanism of two actors alone ties, which
                     are there because larger mechanisms are made cliques
==================== =======================================================================

References
----------
.. [1] S. Wasserman and K. Faust (1994). *Social Network Analysis*, chapter 8.
"""

import math

import numpy as np

from coordgraph.network.incidence import Incidence

__all__ = ["cliques"]


def cliques(incidence: Incidence, tied: int) -> dict[str, float]:
    """
    Return these properties by name; NaN where one is 0/0.

    Parameters
    ----------
    incidence
        Who takes part in what; the levels do not matter.
    tied
        How many pairs of actors are tied.
    """
    flat, sizes = incidence.flat(), incidence.sizes()
    actors, mechanisms = len(incidence.actors), len(incidence.mechanisms)
    largest = int(sizes.max(initial=0))
    order = np.argsort(flat.mechanism, kind="stable")
    in_pairs = flat.actor[order][sizes[flat.mechanism[order]] == 2].reshape(-1, 2)
    alone = len(np.unique(in_pairs, axis=0))
    return {
        "mechanisms": mechanisms,
        "participations": len(flat.actor),
        "two_mode_density": len(flat.actor) / (actors * mechanisms) if actors else math.nan,
        "largest_mechanism": largest,
        "largest_share": largest * (largest - 1) / 2 / tied if tied else math.nan,
        "clique_share": 1 - alone / tied if tied else math.nan,
    }
