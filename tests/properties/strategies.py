"""Random coordination: who takes part in which mechanism, of which level."""

from hypothesis import strategies as st

from coordgraph.namespace import LEVELS
from coordgraph.network.incidence import Taking

__all__ = ["takings"]

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
