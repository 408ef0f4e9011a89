"""
What falls apart if an actor goes, for every actor at once.

Actors that stay connected whoever of them goes form blocks; a network falls apart only where
blocks meet, at the cut vertices [1]_.  Actors and blocks form a forest, in which the pieces
that a cut vertex holds together are its branches, so that one walk through the forest gives
their sizes, and no actor is taken out.

References
----------
.. [1] J. Hopcroft and R. Tarjan (1973). Algorithm 447: efficient algorithms for graph
       manipulation. *Communications of the ACM* 16, 372-378.
"""

from importlib.util import find_spec
from typing import NamedTuple

import numpy as np
from scipy import sparse

from coordgraph.ties import Ints, Ties

__all__ = ["Removals", "blocks", "removals"]


class Removals(NamedTuple):
    """
    What happens if one actor goes, one value an actor.

    Attributes
    ----------
    pieces
        Into how many pieces the rest of its component falls; 0 if there is no rest, 1 if it
        stays in one piece.
    cut_off
        How many pairs of others are connected now and would be no more.
    largest
        The size of the largest piece.
    """

    pieces: Ints
    cut_off: Ints
    largest: Ints


def removals(ties: Ties, *, worth: Ints | None = None) -> Removals:
    """
    Return what happens if an actor goes, for each actor.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    worth
        For how much each actor counts in pairs and sizes; for one, if not given.

    Notes
    -----
    Takes time in proportion to actors and ties.  igraph finds the blocks, where it is
    installed, else NetworkX.

    Examples
    --------
    >>> path = Ties(("a", "b", "c"), (), *np.array([[0, 1], [1, 2], [-1, -1]]), np.ones(2))
    >>> removals(path).pieces.tolist(), removals(path).cut_off.tolist()
    ([1, 2, 1], [0, 1, 0])
    """
    size = len(ties.actors)
    counted = np.ones(size, dtype=np.int64) if worth is None else worth
    actor, block = blocks(ties)
    forest = _Forest.of(actor, block, counted)
    return forest.removals(counted)


def blocks(ties: Ties) -> tuple[Ints, Ints]:
    """
    Return actor and block of each membership; an actor without ties is in no block.

    An actor of several blocks is an articulation point, a block of two actors a bridge.

    Examples
    --------
    >>> path = Ties(("a", "b", "c"), (), *np.array([[0, 1], [1, 2], [-1, -1]]), np.ones(2))
    >>> np.bincount(blocks(path)[0]).tolist()
    [1, 2, 1]
    """
    return _igraph_blocks(ties) if find_spec("igraph") else _networkx_blocks(ties)


def _igraph_blocks(ties: Ties) -> tuple[Ints, Ints]:
    import igraph as ig

    ends = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    graph = ig.Graph(n=len(ties.actors), edges=ends)
    return _memberships([list(block) for block in graph.biconnected_components()])


def _networkx_blocks(ties: Ties) -> tuple[Ints, Ints]:
    from coordgraph.engines.networkx import biconnected

    return _memberships(biconnected(ties))


def _memberships(blocks: list[list[int]]) -> tuple[Ints, Ints]:
    sizes = [len(block) for block in blocks]
    actor = np.array([actor for block in blocks for actor in block], dtype=np.int64)
    return actor, np.repeat(np.arange(len(blocks)), sizes)


class _Forest(NamedTuple):
    """
    Actors and then blocks as nodes, each block tied to its actors.

    ``above`` is the node on the way to the root, ``below`` the worth of a node and of all that
    hangs on it, ``whole`` the worth of its component.
    """

    above: Ints
    below: Ints
    whole: Ints

    @classmethod
    def of(cls, actor: Ints, block: Ints, worth: Ints) -> "_Forest":
        size = len(worth)
        nodes = size + int(block.max(initial=-1)) + 1
        ends = (actor, block + size)
        shape = (nodes + 1, nodes + 1)
        ones = np.ones(len(actor))
        count, part = sparse.csgraph.connected_components(
            sparse.coo_array((ones, ends), shape=(nodes, nodes)), directed=False
        )
        _, firsts = np.unique(part, return_index=True)
        rooted = (np.append(ends[0], firsts), np.append(ends[1], np.full(count, nodes)))
        tree = sparse.coo_array((np.ones(len(rooted[0])), rooted), shape=shape).tocsr()
        order, above = sparse.csgraph.breadth_first_order(tree, nodes, directed=False)
        below = [*worth.tolist(), *[0] * (nodes - size + 1)]
        parents = above.tolist()
        for node in order[:0:-1].tolist():
            below[parents[node]] += below[node]
        hanging = np.array(below[:nodes], dtype=np.int64)
        return cls(above[:nodes].astype(np.int64), hanging, hanging[firsts][part])

    def removals(self, worth: Ints) -> Removals:
        """Return what happens to the pieces: the blocks below an actor, and the rest above."""
        size, nodes = len(worth), len(self.above)
        branch = self.below[size:]
        holder = self.above[size:]
        hung = holder < nodes
        branch, holder = branch[hung], holder[hung]
        rest = np.where(self.above[:size] < nodes, (self.whole - self.below)[:size], 0)
        rooted = self.above[:size] < nodes
        pieces = np.bincount(holder, minlength=size)[:size] + rooted
        branches = np.bincount(holder, branch.astype(np.float64) ** 2, size)[:size]
        squares = branches + rest.astype(np.float64) ** 2
        largest = rest.copy()
        np.maximum.at(largest, holder, branch)
        left = (self.whole[:size] - worth).astype(np.float64)
        cut_off = np.rint((left**2 - squares) / 2).astype(np.int64)
        return Removals(pieces.astype(np.int64), cut_off, largest)
