"""
How central each actor is among those who act towards each other.

============ =================================================================================
in_degree    number of actors who act towards it
out_degree   number of actors it acts towards
in_strength  sum of the weights of the arcs that come in
out_strength sum of the weights of the arcs that go out
hub          acts towards those whom good hubs act towards, by weight, summing to 1 [1]_
authority    is acted towards by those who act towards good authorities, likewise [1]_
pagerank     by weight along the arcs, damping 0.85, summing to 1 [2]_
============ =================================================================================

With W the matrix of weights from source to target, hubs are the leading eigenvector of W W',
authorities that of W' W: of a network in parts, only those of the strongest part are above 0.
Arcs at several levels from one actor to another are one, its weight
their sum.

References
----------
.. [1] J. M. Kleinberg (1999). Authoritative sources in a hyperlinked environment. *Journal of
       the ACM* 46, 604-632.
.. [2] L. Page et al. (1999). *The PageRank citation ranking*. Stanford InfoLab.
"""

from collections.abc import Sequence

import pyarrow as pa

from coordgraph.engines.arcs import DIRECTED, measured_arcs
from coordgraph.errors import UnknownMeasure
from coordgraph.network.directed import Directed
from coordgraph.network.tabulation import actor_table

__all__ = ["DIRECTED", "directed_centrality"]


def directed_centrality(
    network: Directed, *, measures: Sequence[str] | None = None
) -> pa.Table:
    """
    Return a table with one row an actor and one column a measure.

    Parameters
    ----------
    network
        Who acts towards whom; actors without an arc have rows, too.
    measures
        Names out of `DIRECTED`; all of them if not given.

    Returns
    -------
    pyarrow.Table
        Columns ``actor`` (IRI), ``label``, ``kind``, ``country``, the measures, and ``group``
        (whether the actor is known only by kind); by the first measure, highest first.
        Hubs and authorities are null where there are no arcs at all.

    Raises
    ------
    UnknownMeasure
        If a name is none of a directed measure.
    DataError
        If hubs, authorities or PageRank do not settle.

    Examples
    --------
    >>> import coordgraph as cg
    >>> network = cg.directed(cg.load(), practice="canpat")
    >>> table = directed_centrality(network, measures=["out_degree"])
    >>> first = table.to_pylist()[0]
    >>> first["actor"].rpartition("/")[2], first["out_degree"]
    ('sit-br', 6)
    """
    names = list(dict.fromkeys(measures or DIRECTED))
    for name in names:
        if name not in DIRECTED:
            raise UnknownMeasure(name, DIRECTED)
    values = measured_arcs(network.merged(), names)
    return actor_table(network, values, leading=names[0])
