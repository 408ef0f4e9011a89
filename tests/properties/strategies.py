"""Random coordination: who takes part in which mechanism, of which level."""

import numpy as np
from hypothesis import strategies as st

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Taking
from coordgraph.ties import NO_LEVEL, Ties

__all__ = ["merged_ties", "takings"]

_ACTORS = [f"urn:actor:{letter}" for letter in "ABCDEFGH"]
_MECHANISMS = [f"urn:mechanism:{number}" for number in range(7)]


@st.composite
def takings(draw: st.DrawFn) -> set[Taking]:
    """Mechanisms of none, one or several levels, each with none to eight actors."""
    found = set()
    for mechanism in draw(st.lists(st.sampled_from(_MECHANISMS), unique=True)):
        levels = draw(st.sets(st.sampled_from(LEVELS))) or {""}
        actors = draw(st.sets(st.sampled_from(_ACTORS)))
        found |= {Taking(actor, mechanism, level) for actor in actors for level in levels}
    return found


@st.composite
def merged_ties(draw: st.DrawFn) -> Ties:
    """Ties of one to nine actors, some without any, weighted by fractions; often in parts."""
    size = draw(st.integers(1, 9))
    pairs = [(one, other) for one in range(size) for other in range(one + 1, size)]
    chosen = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    source, target = (np.array([pair[end] for pair in sorted(chosen)], int) for end in (0, 1))
    weights = st.sampled_from([1, 2, 3, 4, 5, 6, 7, 0.25, 0.5, 1 / 3, 1 / 3 + 1 / 7])
    weight = draw(st.lists(weights, min_size=len(chosen), max_size=len(chosen)))
    return Ties(
        tuple(f"urn:{place}" for place in range(size)),
        (),
        source,
        target,
        np.full(len(chosen), NO_LEVEL),
        np.array(weight, dtype=np.float64),
    )
