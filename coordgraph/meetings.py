"""Who meets whom: every pair of members of each group, as columns."""

import numpy as np

from coordgraph.ties import Ints

__all__ = ["meetings"]


def meetings(group: Ints, member: Ints, *, wanted: Ints | None = None) -> tuple[Ints, Ints]:
    """
    Return the rows of every two members of a group, the lower member first.

    Parameters
    ----------
    group, member
        A row a membership, sorted by group and then by member; none stands twice.
    wanted
        Members, sorted: only pairs of which the lower one is of these; all, if not given.

    Examples
    --------
    >>> one, other = meetings(np.array([0, 0, 0, 1]), np.array([5, 7, 9, 5]))
    >>> one.tolist(), other.tolist()
    ([0, 0, 1], [1, 2, 2])
    """
    after = np.searchsorted(group, group, side="right") - np.arange(len(group)) - 1
    if wanted is not None:
        after[~np.isin(member, wanted)] = 0
    one = np.repeat(np.arange(len(group)), after)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(after) - after, after)
    return one, other
