from coordgraph.errors import CoordgraphError
from coordgraph.infer import derive
from coordgraph.ingest.dataset import load
from coordgraph.ingest.source import read_files
from coordgraph.network.backbone.finding import backbone
from coordgraph.network.brokerage import brokerage
from coordgraph.network.centrality import centrality
from coordgraph.network.communities.finding import communities
from coordgraph.network.directed import Directed, directed
from coordgraph.network.directed_centrality import directed_centrality
from coordgraph.network.display import show
from coordgraph.network.explain.explanation import explain
from coordgraph.network.layers import layers
from coordgraph.network.projection import Network, project
from coordgraph.network.questions.dependence import assess_dependence
from coordgraph.network.questions.gaps import assess_gaps
from coordgraph.network.questions.load import assess_load
from coordgraph.network.questions.replacement import assess_replacement
from coordgraph.network.questions.scope import assess_scope
from coordgraph.network.robustness.leaving import robustness
from coordgraph.network.robustness.resampling import bootstrap
from coordgraph.network.selection import Selection
from coordgraph.network.significance.cug import cug
from coordgraph.network.significance.ei import ei
from coordgraph.network.significance.mrqap import mrqap
from coordgraph.network.significance.qap import qap
from coordgraph.network.structure.properties import structure
from coordgraph.network.windows import windows
from coordgraph.publish.plotting import plot
from coordgraph.queries import find, library
from coordgraph.store import Store, open_store, to_rdflib
from coordgraph.validation import Report, validate
from coordgraph.version import __version__

__all__ = [
    "CoordgraphError",
    "Directed",
    "Network",
    "Report",
    "Selection",
    "Store",
    "__version__",
    "assess_dependence",
    "assess_gaps",
    "assess_load",
    "assess_replacement",
    "assess_scope",
    "backbone",
    "bootstrap",
    "brokerage",
    "centrality",
    "communities",
    "cug",
    "derive",
    "directed",
    "directed_centrality",
    "ei",
    "explain",
    "find",
    "layers",
    "library",
    "load",
    "mrqap",
    "open_store",
    "plot",
    "project",
    "qap",
    "read_files",
    "robustness",
    "show",
    "structure",
    "to_rdflib",
    "validate",
    "windows",
]
