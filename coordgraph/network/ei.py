"""
Whether ties lead out of the parts that actors belong to: the E-I index.

It is (E - I) / (E + I), with E the number of ties to other parts, I that of ties inside [1]_:
-1 where all ties stay inside, 1 where all lead out.  Of the network each tie counts once; of
a part the ties of its members do, each once; of an actor its own do.  Arcs count as ties, to
or from.  Where there is no tie the index is not defined.

References
----------
.. [1] D. Krackhardt and R. N. Stern (1988). Informal networks and organizational crises: an
       experimental simulation. *Social Psychology Quarterly* 51, 123-140.
"""

from typing import NamedTuple

import numpy as np

from coordgraph.ties import Floats, Ints

__all__ = ["External", "external", "index"]


class External(NamedTuple):
    """
    Ties that stay inside and that lead out.

    Attributes
    ----------
    internal, external
        How many of each: of the network one number, of parts or actors one apiece.
    """

    internal: Ints
    external: Ints


def external(source: Ints, target: Ints, parts: Ints) -> dict[str, External]:
    """
    Return the ties inside parts and between them, of the ``network``, ``parts``, ``actors``.

    Parameters
    ----------
    source, target
        The two actors of each tie, which stands once.
    parts
        The part of each actor, numbered from 0.

    Examples
    --------
    >>> found = external(np.array([0, 0]), np.array([1, 2]), np.array([0, 0, 1]))
    >>> found["network"].external.tolist(), found["parts"].internal.tolist()
    ([1], [1, 0])
    """
    one, other = parts[source], parts[target]
    inside = one == other
    many, size = int(parts.max(initial=-1)) + 1, len(parts)
    ends = np.concatenate([source, target])
    twice = np.tile(inside, 2)
    out = np.concatenate([one[~inside], other[~inside]])
    return {
        "network": External(np.array([inside.sum()]), np.array([(~inside).sum()])),
        "parts": External(
            np.bincount(one[inside], minlength=many), np.bincount(out, minlength=many)
        ),
        "actors": External(
            np.bincount(ends[twice], minlength=size), np.bincount(ends[~twice], minlength=size)
        ),
    }


def index(ties: External) -> Floats:
    """
    Return (E - I) / (E + I); NaN where there is no tie.

    >>> index(External(np.array([1, 0]), np.array([3, 0]))).tolist()
    [0.5, nan]
    """
    with np.errstate(invalid="ignore"):
        return (ties.external - ties.internal) / (ties.external + ties.internal)
