"""
Tables of actors and mechanisms drawn at random, with the same sums of rows and columns.

Two actors trade: what only one of them is in is shared out anew at random, as much to each as
before.  After many trades every table with these sums is as likely as any other [1]_ [2]_.

References
----------
.. [1] G. Strona, D. Nappo, F. Boccacci, S. Fattorini and J. San-Miguel-Ayanz (2014). A fast and
       unbiased procedure to randomize ecological binary matrices with fixed row and column
       totals. *Nature Communications* 5, 4114.
.. [2] C. J. Carstens (2015). Proof of uniform sampling of binary matrices with fixed row sums
       and column sums for the fast Curveball algorithm. *Physical Review E* 91, 042812.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from random import Random

__all__ = ["TRADES", "traded"]

TRADES = 5
"""How many trades there are for each actor."""


def traded(
    held: Sequence[AbstractSet[int]], numbers: Random, *, trades: int = TRADES
) -> list[set[int]]:
    """
    Return a random table.

    Parameters
    ----------
    held
        The mechanisms of each actor.
    numbers
        What is drawn from.
    trades
        How many trades there are for each actor.

    Examples
    --------
    >>> rows = traded([{1, 2}, {2, 3}, {1}], Random(0))
    >>> [len(row) for row in rows], sorted(place for row in rows for place in row)
    ([2, 2, 1], [1, 1, 2, 2, 3])
    """
    rows = [set(row) for row in held]
    places = range(len(rows))
    for _ in range(trades * len(rows) if len(rows) > 1 else 0):
        one, other = numbers.sample(places, 2)
        a, b = rows[one], rows[other]
        shared = a & b
        if len(shared) in (len(a), len(b)):
            continue  # one has nothing to trade
        apart = sorted(a ^ b)
        own = set(numbers.sample(apart, len(a) - len(shared)))
        rows[one] = shared | own
        rows[other] = shared.union(apart) - own
    return rows
