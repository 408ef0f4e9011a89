"""The measures that are taken only where they are asked for, by name."""

from collections.abc import Mapping
from typing import Protocol

from coordgraph.network.measures.clustering import clustering
from coordgraph.network.measures.coreness import coreness
from coordgraph.network.measures.current_flow_betweenness import current_flow_betweenness
from coordgraph.network.measures.current_flow_closeness import current_flow_closeness
from coordgraph.network.measures.efficiency import efficiency
from coordgraph.network.measures.hierarchy import hierarchy
from coordgraph.network.measures.katz import katz
from coordgraph.ties import Floats, Ties

__all__ = ["BY_NAME", "Measure"]


class Measure(Protocol):
    """What gives one number an actor; the definition is in the module of its name."""

    def __call__(self, ties: Ties, *, weighted: bool = False) -> Floats:
        """Return one value an actor, NaN where it is not defined, of merged ties."""
        ...


BY_NAME: Mapping[str, Measure] = {
    "katz": katz,
    "current_flow_betweenness": current_flow_betweenness,
    "current_flow_closeness": current_flow_closeness,
    "efficiency": efficiency,
    "hierarchy": hierarchy,
    "clustering": clustering,
    "coreness": coreness,
}
"""Every one of these measures, in the order of their columns."""
