from coordgraph.engines.networkx import (
    MultiDiGraph,
    MultiGraph,
    multidigraph,
    multigraph,
)

__all__ = ["MultiDiGraph", "MultiGraph", "multidigraph", "multigraph"]
