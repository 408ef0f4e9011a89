"""What is measured, and on which projection of the graph."""

from coordgraph.network.centrality import MEASURES, centrality
from coordgraph.network.projection import Network, project
from coordgraph.network.selection import Selection

__all__ = ["MEASURES", "Network", "Selection", "centrality", "project"]
