"""
How strong a tie is, by the mechanisms that two actors share and those each takes part in.

Of two actors, one takes part in a mechanisms of a level, the other in b, and they share s; a
mechanism has k participants.  All are counted in the selection that is looked at.

======= ================================================================================
count   s, how many they share
newman  the sum of 1/(k-1) over those they share: time is divided among partners [1]_
jaccard s / (a + b - s): what they share of all that either takes part in [2]_
cosine  s / √(a b): the same, milder on unequal actors [3]_
overlap s / min(a, b): 1 if one is wherever the other is [4]_
======= ================================================================================

The last three are between 0 and 1, and tell a small actor that shares all it does from a large
one that shares a little of much [5]_.

References
----------
.. [1] M. E. J. Newman (2001). Scientific collaboration networks. II. *Physical Review E* 64,
       016132.
.. [2] P. Jaccard (1912). The distribution of the flora in the alpine zone. *New Phytologist*
       11, 37-50.
.. [3] A. Ochiai (1957). Zoogeographical studies on the soleoid fishes found in Japan and its
       neighbouring regions. II. *Bulletin of the Japanese Society of Scientific Fisheries* 22,
       526-530.
.. [4] G. G. Simpson (1943). Mammals and the nature of continents. *American Journal of
       Science* 241, 1-31.
.. [5] S. P. Borgatti and D. S. Halgin (2011). Analyzing affiliation networks. *The SAGE
       Handbook of Social Network Analysis*, 417-433.
"""

from typing import Literal, get_args

import numpy as np

from coordgraph.errors import UnknownWeight
from coordgraph.ties import Floats, Ints

__all__ = ["WEIGHTS", "Weight", "is_summed", "known", "scaled", "worth"]

Weight = Literal["count", "newman", "jaccard", "cosine", "overlap"]

WEIGHTS: tuple[Weight, ...] = get_args(Weight)
"""The names of all weights."""

_SUMMED = {"count", "newman"}


def known(weight: str) -> None:
    """
    Refuse what is no weight.

    Raises
    ------
    UnknownWeight
        If no weight has this name.
    """
    if weight not in WEIGHTS:
        raise UnknownWeight(weight, WEIGHTS)


def is_summed(weight: Weight) -> bool:
    """Say whether a tie's weight over several levels is the sum of those at each."""
    return weight in _SUMMED


def worth(weight: Weight, sizes: Ints) -> Floats:
    """Return what each mechanism adds to the ties of its participants."""
    return 1 / np.maximum(sizes - 1, 1) if weight == "newman" else np.ones(len(sizes))


def scaled(weight: Weight, summed: Floats, one: Ints, other: Ints) -> Floats:
    """
    Return the weight of each tie.

    Parameters
    ----------
    weight
        Its name.
    summed
        The `worth` of the mechanisms that two actors share, summed.
    one, other
        In how many mechanisms each of the two takes part.

    Examples
    --------
    >>> shared, one, other = np.array([2.0]), np.array([2]), np.array([8])
    >>> [scaled(name, shared, one, other).item() for name in WEIGHTS]
    [2.0, 2.0, 0.25, 0.5, 1.0]
    """
    if weight == "jaccard":
        return summed / (one + other - summed)
    if weight == "cosine":
        product: Floats = np.sqrt(one * other)
        return summed / product
    if weight == "overlap":
        return summed / np.minimum(one, other)
    return summed
