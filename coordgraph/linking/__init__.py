"""Which actors the names in somebody's own lists and tables mean."""

from coordgraph.linking.candidates import LIMIT, THRESHOLD, Candidate, candidates
from coordgraph.linking.countries import UnknownCountry
from coordgraph.linking.index import Index, index_names

__all__ = [
    "LIMIT",
    "THRESHOLD",
    "Candidate",
    "Index",
    "UnknownCountry",
    "candidates",
    "index_names",
]
