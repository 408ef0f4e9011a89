"""Where the statements live: embedded, behind a SPARQL endpoint, or in an rdflib graph."""

from rdflib import Graph

from coordgraph.store.base import Row, Solutions, Store, Term, placed, text
from coordgraph.store.embedded import EmbeddedStore, open_read_only, open_store
from coordgraph.store.looking import FEW, columns_of
from coordgraph.store.rdflib import RdflibStore, from_rdflib, into_rdflib, to_rdflib
from coordgraph.store.remote import RemoteStore

__all__ = [
    "FEW",
    "EmbeddedStore",
    "RdflibStore",
    "RemoteStore",
    "Row",
    "Solutions",
    "Store",
    "Term",
    "as_store",
    "columns_of",
    "from_rdflib",
    "into_rdflib",
    "open_read_only",
    "open_store",
    "placed",
    "text",
    "to_rdflib",
]


def as_store(source: Store | Graph) -> Store:
    """Return a store as it is, and an rdflib graph or dataset as a store."""
    return RdflibStore(source) if isinstance(source, Graph) else source
