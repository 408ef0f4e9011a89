"""
Pairs of actors and what stands between them, as a sorted list without the empty ones.

Permuted networks are compared a thousand times; a list of pairs takes as long as there are
ties, where a matrix would take as long as there are pairs.
"""

from dataclasses import dataclass
from gettext import gettext as _

import numpy as np
from scipy import sparse

from coordgraph.errors import CallError
from coordgraph.network.directed import Directed, Projected
from coordgraph.ties import Floats, Ints, Ties

__all__ = ["Dyads", "dyads_of", "dyads_of_network"]


@dataclass(frozen=True, slots=True, eq=False)
class Dyads:
    """
    Pairs of actors that are tied.

    Attributes
    ----------
    size
        How many actors there are.
    keys
        The pair from i to j as ``i * size + j``, sorted; without directions only i < j.
    values
        How strong each tie is, none of them 0.
    directed
        Whether ties have a direction.
    """

    size: int
    keys: Ints
    values: Floats
    directed: bool

    def pairs(self) -> int:
        """Return how many pairs there are, tied or not."""
        ordered = self.size * (self.size - 1)
        return ordered if self.directed else ordered // 2

    def ends(self) -> tuple[Ints, Ints]:
        """Return the first and the second actor of each tie."""
        source, target = np.divmod(self.keys, max(self.size, 1))
        return source, target

    def returned(self) -> int:
        """Return how many ties have another one in the other direction."""
        source, target = self.ends()
        return int(np.isin(target * self.size + source, self.keys).sum())

    def sums(self) -> Floats:
        """Return the sum of each actor's ties: out and in as two rows, or as one."""
        source, target = self.ends()
        out, into = (np.bincount(end, self.values, self.size) for end in (source, target))
        return np.array([out, into] if self.directed else [out + into])

    def moved(self, order: Ints) -> "Dyads":
        """Return the ties after each actor took the place that an order gives it."""
        source, target = (order[end] for end in self.ends())
        if not self.directed:
            source, target = np.minimum(source, target), np.maximum(source, target)
        keys = source * self.size + target
        sort = np.argsort(keys)
        return Dyads(self.size, keys[sort], self.values[sort], self.directed)

    def matrix(self) -> "sparse.csr_array":
        """Return the matrix of these ties: actors by actors."""
        source, target = self.ends()
        shape = (self.size, self.size)
        one_way = sparse.csr_array((self.values, (source, target)), shape=shape)
        return one_way if self.directed else one_way + one_way.T.tocsr()


def dyads_of(matrix: "sparse.csr_array", *, directed: bool | None = None) -> Dyads:
    """
    Return the pairs of a matrix; the diagonal does not count.

    Parameters
    ----------
    matrix
        Actors by actors.
    directed
        Whether ties have a direction; if not given, unless the matrix is symmetric.

    Raises
    ------
    CallError
        If the matrix is not square, or should have no directions and is not symmetric.
    """
    entries = sparse.coo_array(matrix)
    rows, columns = entries.shape
    if rows != columns:
        raise CallError(
            _("A network is a square matrix; this one is {rows} x {columns}.").format(
                rows=rows, columns=columns
            )
        )
    kept = (entries.coords[0] != entries.coords[1]) & (entries.data != 0)
    source, target = (end[kept].astype(np.int64) for end in entries.coords)
    values = entries.data[kept].astype(np.float64)
    keys, back = source * rows + target, target * rows + source
    sort, mirrored = np.argsort(keys), np.argsort(back)
    symmetric = np.array_equal(keys[sort], back[mirrored]) and np.array_equal(
        values[sort], values[mirrored]
    )
    if directed is False and not symmetric:
        raise CallError(_("The matrix is not symmetric: ties have a direction."))
    both_ways = not symmetric if directed is None else directed
    picked = sort if both_ways else sort[source[sort] < target[sort]]
    return Dyads(rows, keys[picked], values[picked], both_ways)


def dyads_of_network(
    network: Projected, actors: tuple[str, ...] | None = None, *, weighted: bool = False
) -> Dyads:
    """
    Return the pairs of a projection, whatever the level, among some actors.

    Parameters
    ----------
    network
        A projection, or who acts towards whom.
    actors
        IRIs, sorted; its own, if not given.  Ties with others are left out, and those who are
        not in the network have none.
    weighted
        Whether ties are as strong as their weights, or all 1.
    """
    ties: Ties = network.merged()
    among = ties.actors if actors is None else actors
    place = {actor: number for number, actor in enumerate(among)}
    place_of = np.array([place.get(actor, -1) for actor in ties.actors], dtype=np.int64)
    source, target = place_of[ties.source], place_of[ties.target]
    kept = (source >= 0) & (target >= 0)
    keys = source[kept] * len(among) + target[kept]
    values = ties.weight[kept] if weighted else np.ones(np.count_nonzero(kept))
    sort = np.argsort(keys)
    return Dyads(len(among), keys[sort], values[sort], isinstance(network, Directed))
