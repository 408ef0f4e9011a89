"""
Betweenness by current: how much of the current between two others flows through an actor.

A unit of current is sent between every pair of others; it takes all paths, the short and
strong ones more.  Newman calls it random-walk betweenness [1]_; the way to find it is Brandes
and Fleischer's [2]_.

References
----------
.. [1] M. E. J. Newman (2005). A measure of betweenness centrality based on random walks.
       *Social Networks* 27, 39-54.
.. [2] U. Brandes and D. Fleischer (2005). Centrality measures based on current flow. *STACS
       2005*, LNCS 3404, 533-544.
"""

from gettext import gettext as _

import numpy as np

from coordgraph.errors import TooLarge
from coordgraph.network.measures.circuits import Circuit, circuits
from coordgraph.ties import Floats, Ties

__all__ = ["STEPS", "current_flow_betweenness"]

STEPS = 1_000_000_000
"""How many steps, actors times ties, are taken at most; a minute or two."""

_CELLS = 1 << 22


def current_flow_betweenness(ties: Ties, *, weighted: bool = False) -> Floats:
    """
    Return the mean current through each actor, over all pairs of others.

    As `betweenness`, it is a share of the pairs of the whole network; between two components
    no current flows.  For a connected network it is NetworkX's value, which leaves out, as
    Newman does not, the pairs that the actor itself belongs to.  It is 0 for fewer than three
    actors.

    Parameters
    ----------
    ties
        Merged over the levels: one a pair.
    weighted
        Whether a tie's weight is its conductance; 1, if not.

    Raises
    ------
    TooLarge
        If more than 5,000 actors hang together, or their number times that of the ties is
        more than `STEPS`.

    Examples
    --------
    >>> from coordgraph.ties import Ties
    >>> ends = np.array([0, 1]), np.array([1, 2])
    >>> path = Ties(("a", "b", "c"), (), *ends, np.array([-1, -1]), np.ones(2))
    >>> np.round(current_flow_betweenness(path), 3).tolist()
    [0.0, 1.0, 0.0]
    """
    size = len(ties.actors)
    if size * len(ties) > STEPS:
        raise TooLarge(
            _(
                "current_flow_betweenness takes actors times ties, {size:,} steps here, and "
                "at most {steps:,} are taken. Select fewer, or ask for betweenness."
            ).format(size=size * len(ties), steps=STEPS)
        )
    found = np.zeros(size)
    for circuit in circuits(ties, weighted=weighted):
        found[circuit.members] = _passing(circuit)
    return found / max((size - 1) * (size - 2) / 2, 1)


def _passing(circuit: Circuit) -> Floats:
    """Return the current through each member, summed over pairs of others."""
    size = len(circuit.members)
    # The sum of |x_s - x_t| over pairs is the sum of x in rising order times these.
    order = 2 * np.arange(size) - size + 1.0
    total = np.zeros(size)
    step = max(_CELLS // size, 1)
    for start in range(0, len(circuit.source), step):
        one, other = (end[start : start + step] for end in (circuit.source, circuit.target))
        potential = circuit.inverse[one] - circuit.inverse[other]
        potential.sort(axis=1)
        flow = potential @ order * circuit.conductance[start : start + step]
        total += np.bincount(one, flow, size) + np.bincount(other, flow, size)
    # Half of what flows at an actor's ties passes; a pair of its own has half a unit.
    passing = (total - (size - 1)) / 2
    # Through who has one counterpart nothing flows, however the sums are rounded.
    ties = np.bincount(circuit.source, minlength=size)
    ties += np.bincount(circuit.target, minlength=size)
    return np.where(ties == 1, 0.0, np.maximum(passing, 0.0))
