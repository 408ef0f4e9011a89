"""Which actors the names in somebody's own lists and tables mean."""

from coordgraph.linking.candidates import LIMIT, THRESHOLD, Candidate, candidates
from coordgraph.linking.countries import Countries, read_countries
from coordgraph.linking.decision_file import COLUMNS, read_decisions, write_decisions
from coordgraph.linking.decisions import Decision, Decisions
from coordgraph.linking.index import Index, index_names
from coordgraph.linking.lists import Asked, read_column, read_lines, same_once

__all__ = [
    "COLUMNS",
    "LIMIT",
    "THRESHOLD",
    "Asked",
    "Candidate",
    "Countries",
    "Decision",
    "Decisions",
    "Index",
    "candidates",
    "index_names",
    "read_column",
    "read_countries",
    "read_decisions",
    "read_lines",
    "same_once",
    "write_decisions",
]
