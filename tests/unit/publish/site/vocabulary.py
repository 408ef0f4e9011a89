"""The ontology without places and most concepts, which have hundreds of pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from coordgraph.ingest.dataset import load_context
from coordgraph.namespace import ID
from coordgraph.publish.site import knowledge
from coordgraph.store import EmbeddedStore

__all__ = ["with_concepts", "without_concepts"]


@contextmanager
def without_concepts() -> Iterator[None]:
    """
    Let datasets that bring no ontology know its terms and levels only, for a small site.

    The site of the shipped dataset, which brings it, has all pages.
    """
    with _knowing(_terms):
        yield


@contextmanager
def with_concepts() -> Iterator[None]:
    """Let datasets that bring no ontology know all of it, inside of what has them know less."""
    with _knowing(load_context):
        yield


@contextmanager
def _knowing(context: Callable[[EmbeddedStore], None]) -> Iterator[None]:
    knowledge._own_ontology.cache_clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(knowledge, "load_context", context)
        yield
    knowledge._own_ontology.cache_clear()


def _terms(store: EmbeddedStore) -> None:
    load_context(store)
    for quad in list(store.quads()):
        subject = str(quad.subject).strip("<>")
        if subject.startswith(ID) and not subject.startswith(f"{ID}level"):
            store.oxigraph.remove(quad)
