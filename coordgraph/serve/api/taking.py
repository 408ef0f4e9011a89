"""Who takes part in what, read once by a worker: the data of a worker stay as they are."""

from functools import lru_cache

from coordgraph.network.takings import Takings, read_takings
from coordgraph.store import EmbeddedStore, Store

__all__ = ["takings_of"]


def takings_of(store: Store) -> Takings:
    """Return all rows of a store, dates included, for any selection."""
    assert isinstance(store, EmbeddedStore)
    return _read(store)


@lru_cache(maxsize=1)
def _read(store: EmbeddedStore) -> Takings:
    return read_takings(store, dated=True)
