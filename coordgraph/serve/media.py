"""Which form an answer takes, of those that there are and those that a client accepts."""

from collections.abc import Mapping
from functools import lru_cache

import mimeparse
from pyoxigraph import QueryResultsFormat, RdfFormat

__all__ = ["ROWS", "STATEMENTS", "preferred"]

ROWS: Mapping[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Forms of the answer to SELECT and ASK, what is preferred first."""

STATEMENTS: Mapping[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
    "text/plain": RdfFormat.N_TRIPLES,
}
"""Forms of statements, what is preferred first."""


@lru_cache(maxsize=1024)
def preferred(accepted: str, offered: tuple[str, ...]) -> str | None:
    """
    Return the form that a client likes best, the first offered among equals; None if none.

    Parameters
    ----------
    accepted
        What the client's ``Accept`` header says; anything will do if it is empty or no list of
        media types.
    offered
        Media types, what the server prefers first.

    Examples
    --------
    >>> preferred("text/csv;q=0.5, application/json", ("text/csv", "application/json"))
    'application/json'
    >>> preferred("text/*", ("application/json", "text/csv"))
    'text/csv'
    """
    if not accepted.strip():
        return offered[0]
    try:
        return mimeparse.best_match(offered[::-1], accepted) or None
    except mimeparse.MimeTypeParseException:
        return offered[0]
