"""
How often each actor stands between two others who are not tied, and in which role.

An actor v brokers from a to c if a is tied to v, v to c, and a not to c.  Which parts the
three belong to gives the role [1]_; sna [2]_ writes them as in brackets:

============== ============ =====================================================
coordinator    A -> A -> A  all of one part (w_I)
itinerant      A -> B -> A  between two of a part that is not one's own (w_O)
representative A -> A -> B  from one's own part to another (b_IO)
gatekeeper     A -> B -> B  from another part into one's own (b_OI)
liaison        A -> B -> C  between two other parts (b_O)
============== ============ =====================================================

The five sum to the total (t).  In a network without directions each tie goes both ways, as in
sna: an open pair counts once each way, so that coordinator, itinerant, liaison and total are
even, and a representative is as often a gatekeeper.

References
----------
.. [1] R. V. Gould and R. M. Fernandez (1989). Structures of mediation: a formal approach to
       brokerage in transaction networks. *Sociological Methodology* 19, 89-126.
.. [2] C. T. Butts (2008). Social network analysis with sna. *Journal of Statistical Software*
       24 (6).
"""

import numpy as np
from scipy import sparse

from coordgraph.engines.masked import masked_rows
from coordgraph.ties import Floats, Ints

__all__ = ["ROLES", "role_counts"]

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")
"""The roles of a broker in the order of their columns, and their sum."""


def role_counts(matrix: "sparse.csr_array", parts: Ints) -> Floats:
    """
    Return how often each actor is a broker: actors by `ROLES`.

    Parameters
    ----------
    matrix
        Actors by actors: an entry a_ij other than 0 is a tie from i to j, which stands for so
        many ways from one to the other; the diagonal does not count.  A way of a_iv and a way
        of a_vj make a_iv * a_vj paths, which count if a_ij is 0.
    parts
        The part of each actor, numbered from 0.

    Examples
    --------
    A sends to B of its own part, who passes on to C of another: B represents its part.

    >>> from scipy import sparse
    >>> ties = sparse.csr_array(([1.0, 1.0], ([0, 1], [1, 2])), shape=(3, 3))
    >>> dict(zip(ROLES, role_counts(ties, np.array([0, 0, 1]))[1].tolist()))["representative"]
    1.0
    """
    ways = _without_diagonal(matrix)
    inside, outside = _split(ways, parts)
    found = _paths(ways, inside, parts) - _closed(inside, outside)
    return np.column_stack([found, found.sum(axis=1)])


def _without_diagonal(matrix: "sparse.csr_array") -> "sparse.csr_array":
    entries = sparse.coo_array(matrix)
    row, column = entries.coords
    kept = (row != column) & (entries.data != 0)
    values = entries.data[kept].astype(np.float64)
    return sparse.csr_array((values, (row[kept], column[kept])), shape=entries.shape)


def _split(
    ways: "sparse.csr_array", parts: Ints
) -> tuple["sparse.csr_array", "sparse.csr_array"]:
    """Return the ties inside parts, and those between parts."""
    entries = ways.tocoo()
    row, column = entries.coords
    same = parts[row] == parts[column]
    inside, outside = (
        sparse.csr_array((entries.data[mask], (row[mask], column[mask])), shape=entries.shape)
        for mask in (same, ~same)
    )
    return inside, outside


def _paths(ways: "sparse.csr_array", inside: "sparse.csr_array", parts: Ints) -> Floats:
    """Return how many paths pass through each actor from one to another, by role."""
    size = len(parts)
    shape = (size, int(parts.max(initial=0)) + 1)
    member = sparse.csr_array((np.ones(size), (np.arange(size), parts)), shape=shape)
    into, out = ways.sum(axis=0), ways.sum(axis=1)
    into_own, out_own = inside.sum(axis=0), inside.sum(axis=1)
    back_own = inside.multiply(inside.T).sum(axis=1)
    back = ways.multiply(ways.T).sum(axis=1) - back_own
    same_part = (ways.T.tocsr() @ member).multiply(ways @ member).sum(axis=1)
    same_other = same_part - into_own * out_own
    into_other, out_other = into - into_own, out - out_own
    return np.column_stack(
        [
            into_own * out_own - back_own,
            same_other - back,
            into_own * out_other,
            into_other * out_own,
            into_other * out_other - same_other,
        ]
    )


def _closed(inside: "sparse.csr_array", outside: "sparse.csr_array") -> Floats:
    """Return how many of these paths are closed by a tie from their start to their end."""
    back_in, back_out = inside.T.tocsr(), outside.T.tocsr()
    tied_in, tied_out = _pattern(inside), _pattern(outside)
    return np.column_stack(
        [
            masked_rows(back_in, tied_in, inside),
            masked_rows(back_out, tied_in, outside),
            masked_rows(back_in, tied_out, outside),
            masked_rows(back_out, tied_out, inside),
            masked_rows(back_out, tied_out, outside),
        ]
    )


def _pattern(matrix: "sparse.csr_array") -> "sparse.csr_array":
    ones = np.ones(matrix.nnz)
    return sparse.csr_array((ones, matrix.indices, matrix.indptr), shape=matrix.shape)
