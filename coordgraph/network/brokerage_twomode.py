"""
Who connects actors across mechanisms: brokerage in the two-mode network.

An actor v brokers from a to c if a and v take part in one mechanism, v and c in another, and
a and c meet in none: a chain of five, *a - mechanism - v - mechanism - c*.  A pair that v
meets in several mechanisms makes several chains, so that the number of chains says how many
mechanisms carry the connection, and the number of pairs, how many others it connects.  The
roles are those of `coordgraph.network.brokerage_roles`, by the parts of the three actors;
each chain counts once each way.

Jasny and Lubell [1]_ brought brokerage to two-mode networks of organizations and institutions
and order its structures from homogeneous to heterogeneous ones.  What is here rests on the
paper's published summary, not on its text, and is this package's own reading of it: chains
of actors and mechanisms that no mechanism closes, by the parts of the actors.  The kinds of
the mechanisms, which the paper's scale takes in, do not count here, nor are mechanisms
brokers.

References
----------
.. [1] L. Jasny and M. Lubell (2015). Two-mode brokerage in policy networks. *Social Networks*
       41, 36-47.
"""

import numpy as np
from scipy import sparse

from coordgraph.engines.arrays import adjacency
from coordgraph.network.brokerage_roles import role_counts
from coordgraph.network.incidence import Incidence
from coordgraph.network.parts import Parts
from coordgraph.network.projection import tie
from coordgraph.ties import Floats

__all__ = ["chains"]


def chains(incidence: Incidence, parts: Parts) -> Floats:
    """
    Return the chains of each actor by role, and the pairs it connects, as a last column.

    Parameters
    ----------
    incidence
        Who takes part in what; the levels do not matter.
    parts
        Which part each actor belongs to; one column of numbers an actor that is kept.

    Raises
    ------
    TooLarge
        If the mechanisms make more ties than the memory holds.
    """
    meetings = adjacency(tie(incidence.flat(), weight="count"), weighted=True)
    kept = np.flatnonzero(parts.kept)
    ways = sparse.csr_array(meetings[kept][:, kept])
    pairs = role_counts((ways != 0).astype(np.float64), parts.place)[:, -1]
    return np.column_stack([role_counts(ways, parts.place), pairs])
