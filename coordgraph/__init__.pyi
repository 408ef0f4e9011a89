from coordgraph.errors import CoordgraphError
from coordgraph.infer import derive
from coordgraph.ingest.dataset import load
from coordgraph.network.centrality import centrality
from coordgraph.network.projection import Network, project
from coordgraph.network.selection import Selection
from coordgraph.queries import find, library
from coordgraph.store import Store, open_store, to_rdflib
from coordgraph.validate import Report, validate

__all__ = [
    "CoordgraphError",
    "Network",
    "Report",
    "Selection",
    "Store",
    "centrality",
    "derive",
    "find",
    "library",
    "load",
    "open_store",
    "project",
    "to_rdflib",
    "validate",
]
