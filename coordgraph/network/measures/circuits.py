"""
A network as an electrical circuit: ties are conductors, and current takes all paths at once.

The resistance between two actors of a component is L_ii + L_jj - 2 L_ij, with L the
pseudo-inverse of the component's Laplacian matrix [1]_.  It takes the cube of the number of
actors, so that a component of more than `MOST` is refused.

References
----------
.. [1] D. J. Klein and M. Randić (1993). Resistance distance. *Journal of Mathematical
       Chemistry* 12, 81-95.
"""

from collections.abc import Iterator
from gettext import gettext as _
from typing import NamedTuple

import numpy as np
from scipy import sparse

from coordgraph.engines.arrays import strong_of
from coordgraph.errors import TooLarge
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["MOST", "Circuit", "circuits"]

MOST = 5_000
"""How many actors a component may have: its matrix takes 200 MB, its inverse seconds."""


class Circuit(NamedTuple):
    """
    A component of two actors or more.

    Attributes
    ----------
    members
        Positions of its actors in ``ties.actors``, rising.
    source, target
        Positions of its ties' ends in ``members``.
    conductance
        How strong each of its ties is.
    inverse
        The pseudo-inverse of its Laplacian matrix: members by members.
    """

    members: Ints
    source: Ints
    target: Ints
    conductance: Floats
    inverse: Floats


def circuits(ties: Ties, *, weighted: bool) -> Iterator[Circuit]:
    """
    Yield each component of two actors or more.

    Raises
    ------
    TooLarge
        If one has more than `MOST` actors; before any is inverted.
    """
    size = len(ties.actors)
    strong = strong_of(ties, weighted=weighted)
    matrix = sparse.coo_array((strong, (ties.source, ties.target)), shape=(size, size))
    _count, part = sparse.csgraph.connected_components(matrix, directed=False)
    sizes = np.bincount(part, minlength=1)
    if sizes.max() > MOST:
        raise TooLarge(
            _(
                "Current-flow measures take the cube of the number of actors; {sizes:,} hang "
                "together here, and at most {most:,} are measured. Select fewer, or ask for "
                "betweenness and closeness."
            ).format(sizes=sizes.max(), most=MOST)
        )
    place = np.empty(size, dtype=np.int64)
    for number in np.flatnonzero(sizes > 1):
        members = np.flatnonzero(part == number)
        place[members] = np.arange(len(members))
        own = part[ties.source] == number
        source, target = place[ties.source[own]], place[ties.target[own]]
        conductance = strong[own]
        inverse = _inverse(len(members), source, target, conductance)
        yield Circuit(members, source, target, conductance, inverse)


def _inverse(size: int, source: Ints, target: Ints, conductance: Floats) -> Floats:
    """Return the pseudo-inverse of a connected circuit's Laplacian matrix."""
    laplacian = np.full((size, size), 1 / size)  # fills its only empty direction
    laplacian[source, target] -= conductance
    laplacian[target, source] -= conductance
    total = np.bincount(source, conductance, size) + np.bincount(target, conductance, size)
    laplacian[np.arange(size), np.arange(size)] += total
    found: Floats = np.linalg.inv(laplacian)
    found -= 1 / size
    return found
