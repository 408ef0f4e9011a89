"""
How central each actor is, by the measures that studies of coordination use.

All are taken on the undirected projection, in which ties at several levels between two actors
are one, its weight their sum.  Definitions are NetworkX's:

=============== ==============================================================================
degree          number of different counterparts
strength        sum of the weights of an actor's ties
betweenness     share of shortest paths that pass through the actor, of all pairs of others [1]_
closeness       reciprocal mean distance, scaled to the part that is reached [2]_
harmonic        sum of reciprocal distances, not normalised [3]_
eigenvector     by weights, of unit Euclidean norm [4]_
pagerank        by weights, damping 0.85, summing to 1 [5]_
constraint      how much an actor's counterparts are tied to each other [6]_
effective_size  counterparts less their mean number of ties to each other [6]_
core            the largest k such that the actor is in the k-core [7]_
community       by Louvain's method with a fixed seed; 1 is the largest [8]_
=============== ==============================================================================

References
----------
.. [1] L. C. Freeman (1977). A set of measures of centrality based on betweenness. *Sociometry*
       40, 35-41.
.. [2] S. Wasserman and K. Faust (1994). *Social Network Analysis*, p. 201.
.. [3] P. Boldi and S. Vigna (2014). Axioms for centrality. *Internet Mathematics* 10, 222-262.
.. [4] P. Bonacich (1987). Power and centrality. *American Journal of Sociology* 92, 1170-1182.
.. [5] L. Page et al. (1999). *The PageRank citation ranking*. Stanford InfoLab.
.. [6] R. S. Burt (1992). *Structural Holes*.
.. [7] S. B. Seidman (1983). Network structure and minimum degree. *Social Networks* 5, 269-287.
.. [8] V. D. Blondel et al. (2008). Fast unfolding of communities in large networks. *J. Stat.
       Mech.* P10008.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa

from coordgraph.engines import networkx as engine
from coordgraph.errors import UnknownMeasure
from coordgraph.network.projection import Network
from coordgraph.ties import Floats

__all__ = ["MEASURES", "centrality"]

MEASURES = tuple(engine.MEASURES)
"""The names of all measures, in the order of their columns."""

_COUNTED = {"degree", "core", "community"}


def centrality(
    network: Network, *, measures: Sequence[str] | None = None, weighted: bool = False
) -> pa.Table:
    """
    Return a table with one row an actor and one column a measure.

    Parameters
    ----------
    network
        A projection; actors without a tie have rows, too.
    measures
        Names out of `MEASURES`; all of them if not given.
    weighted
        Whether betweenness, closeness, harmonic (distance = 1/weight), constraint and
        effective size use weights.

    Returns
    -------
    pyarrow.Table
        Columns ``actor`` (IRI), ``label``, ``kind``, ``country``, the measures, and ``group``
        (whether the actor is known only by kind); by strength or the first measure given,
        highest first.  A measure that is not defined for an actor is null: constraint and
        effective size of one without ties.

    Raises
    ------
    UnknownMeasure
        If a name is none of a measure.
    """
    names = list(dict.fromkeys(measures or MEASURES))
    for name in names:
        if name not in MEASURES:
            raise UnknownMeasure(name, MEASURES)
    graph = engine.simple(network.ties.merged())
    values = {name: engine.measure(graph, name, weighted=weighted) for name in names}
    return _table(network, values)


def _table(network: Network, values: dict[str, Floats]) -> pa.Table:
    actors = list(network.actors.values())
    described = {
        "actor": _texts(actor.iri for actor in actors),
        "label": _texts(actor.label for actor in actors),
        "kind": _texts(actor.kind for actor in actors),
        "country": _texts(actor.country for actor in actors),
    }
    measured = {name: _column(name, column) for name, column in values.items()}
    groups = pa.array([actor.is_group for actor in actors], pa.bool_())
    table = pa.table({**described, **measured, "group": groups})
    leading = "strength" if "strength" in values else next(iter(values))
    iris = [actor.iri for actor in actors]
    return table.take(pa.array(_order(values[leading], iris), pa.int64()))


def _texts(values: Iterable[str]) -> pa.Array:
    return pa.array(list(values), pa.string())


def _column(name: str, values: Floats) -> pa.Array:
    if name in _COUNTED:
        return pa.array(values.astype(np.int64))
    return pa.array(values, mask=np.isnan(values))


def _order(values: Floats, iris: list[str]) -> list[int]:
    ranked = np.nan_to_num(values, nan=-np.inf)
    return sorted(range(len(iris)), key=lambda place: (-ranked[place], iris[place]))
