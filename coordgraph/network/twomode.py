"""
How central each actor is among mechanisms, without ties: two-mode centrality.

Actors and mechanisms are both nodes, and each participation is an edge, so that no pairs are
made and a mechanism of 50,000 actors is one node of 50,000 edges.  Values are normalised by
the most that is possible in a network of so many actors and mechanisms [1]_, as NetworkX's
``bipartite`` does.

=========== ==================================================================================
mechanisms  in how many mechanisms the actor takes part
degree      that number, of all mechanisms
closeness   the least possible sum of distances over the sum of distances, scaled to the part
            of the network that is reached
betweenness share of the shortest paths among all nodes that pass through the actor
eigenvector in proportion to the sum over its mechanisms, theirs to that over their actors; of
            unit Euclidean norm over the actors [2]_
=========== ==================================================================================

References
----------
.. [1] S. P. Borgatti and M. G. Everett (1997). Network analysis of 2-mode data. *Social
       Networks* 19, 243-269.
.. [2] P. Bonacich (1991). Simultaneous group and individual centralities. *Social Networks*
       13, 155-168.
"""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from coordgraph.engines import arrays
from coordgraph.engines.choice import Choice, Measured, measured
from coordgraph.errors import UnknownMeasure
from coordgraph.network.incidence import Incidence
from coordgraph.ties import NO_LEVEL, Ints, Ties

__all__ = ["TWO_MODE", "two_mode"]

TWO_MODE = ("mechanisms", "degree", "closeness", "betweenness", "eigenvector")
"""The names of all two-mode measures, in the order of their columns."""


def two_mode(
    incidence: Incidence,
    *,
    measures: Sequence[str] | None = None,
    choice: Choice | None = None,
) -> Measured:
    """
    Return two-mode measures, one value an actor, in the order of ``incidence.actors``.

    Parameters
    ----------
    incidence
        Who takes part in what; the levels do not matter.
    measures
        Names out of `TWO_MODE`; all of them if not given.
    choice
        Which engine follows the paths, and whether all of them.

    Raises
    ------
    UnknownMeasure
        If a name is none of a two-mode measure.
    """
    names = list(dict.fromkeys(measures or TWO_MODE))
    for name in names:
        if name not in TWO_MODE:
            raise UnknownMeasure(name, TWO_MODE)
    edges = _edges(incidence)
    actors, others = len(incidence.actors), len(incidence.mechanisms)
    taken = np.bincount(edges.source, minlength=actors)[:actors].astype(np.float64)
    of_paths = [name for name in names if name in {"closeness", "betweenness"}]
    found = measured(edges, of_paths, choice=choice)
    values = {"mechanisms": taken, "degree": taken / max(others, 1)}
    if "closeness" in of_paths:
        reached = _reached(edges)[:actors]
        nearest = others + 2 * (actors - 1)
        own = found.values["closeness"][:actors]
        scale = np.divide(nearest, reached, out=np.zeros(actors), where=reached > 0)
        values["closeness"] = own * scale
    if "betweenness" in of_paths:
        size = actors + others
        pairs = (size - 1) * (size - 2) / 2
        most = _most_between(actors, others)
        values["betweenness"] = found.values["betweenness"][:actors] * pairs / max(most, 1)
    if "eigenvector" in names:
        own = arrays.eigenvector(edges)[:actors] if actors else np.empty(0)
        values["eigenvector"] = own / (np.linalg.norm(own) or 1.0)
        found.engines["eigenvector"] = "scipy"
    kept = {name: values[name] for name in names}
    return Measured(kept, found.engines, found.bounds, found.notes)


def _edges(incidence: Incidence) -> Ties:
    """Return participations as ties between actors and mechanisms, which come after them."""
    wide = max(len(incidence.mechanisms), 1)
    pairs = np.unique(incidence.actor * wide + incidence.mechanism)
    actor, mechanism = np.divmod(pairs, wide)
    return Ties(
        (*incidence.actors, *incidence.mechanisms),
        (),
        actor,
        mechanism + len(incidence.actors),
        np.full(len(pairs), NO_LEVEL, dtype=np.int64),
        np.ones(len(pairs)),
    )


def _reached(edges: Ties) -> Ints:
    """Return how many other nodes each node reaches."""
    size = len(edges.actors)
    shape = (size, size)
    matrix = sparse.coo_array((edges.weight, (edges.source, edges.target)), shape=shape)
    _, part = sparse.csgraph.connected_components(matrix, directed=False)
    reached: Ints = np.bincount(part)[part] - 1 if size else np.array([], dtype=np.int64)
    return reached


def _most_between(own: int, others: int) -> float:
    """Return the most shortest paths that can pass through one of ``own`` nodes."""
    whole, rest = divmod(own - 1, max(others, 1))
    return (
        others**2 * (whole + 1) ** 2
        + others * (whole + 1) * (2 * rest - whole - 1)
        - rest * (2 * whole - rest + 3)
    ) / 2
