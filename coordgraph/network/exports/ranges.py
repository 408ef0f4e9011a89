"""Rows that belong to others in ranges, and lists made of them."""

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from coordgraph.arrow import integers
from coordgraph.ties import Ints

__all__ = ["listed", "spread"]


def spread(low: Ints, count: Ints) -> tuple[Ints, Ints]:
    """
    Return each range's own place for each of its members, and the members.

    >>> of, member = spread(np.array([7, 3]), np.array([2, 1]))
    >>> of.tolist(), member.tolist()
    ([0, 0, 1], [7, 8, 3])
    """
    of = np.repeat(np.arange(len(low)), count)
    nth = np.arange(len(of)) - np.repeat(np.cumsum(count) - count, count)
    return of, low[of] + nth


def listed(of: Ints, member: Ints, size: int) -> Callable[[pa.Array], pa.ListArray]:
    """
    Return what makes lists, one a thing, of the names of its members, each once and in order.

    Parameters
    ----------
    of, member
        A row a thing and member: the place of the thing, and that of the name.
    size
        How many things there are.

    Examples
    --------
    >>> lists = listed(np.array([1, 0, 1, 1]), np.array([1, 0, 0, 1]), 3)
    >>> lists(pa.array(["a", "b"])).to_pylist()
    [['a'], ['a', 'b'], []]
    """
    wide = int(member.max(initial=0)) + 1
    thing, name = np.divmod(np.unique(of * wide + member), wide)
    offset = integers(np.searchsorted(thing, np.arange(size + 1))).cast(pa.int32())

    def lists(names: pa.Array) -> pa.ListArray:
        return pa.ListArray.from_arrays(offset, names.take(integers(name)))

    return lists
