"""The ontology without places and most concepts, which have hundreds of pages."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from coordgraph.ingest.dataset import load_context
from coordgraph.namespace import ID
from coordgraph.publish.site import knowledge
from coordgraph.store import EmbeddedStore

__all__ = ["without_concepts"]


@contextmanager
def without_concepts() -> Iterator[None]:
    """
    Let datasets that bring no ontology know its terms and levels only, for a small site.

    The site of the shipped dataset, which brings it, has all pages.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(knowledge, "load_context", _terms)
        yield


def _terms(store: EmbeddedStore) -> None:
    load_context(store)
    for quad in list(store.quads()):
        subject = str(quad.subject).strip("<>")
        if subject.startswith(ID) and not subject.startswith(f"{ID}level"):
            store.oxigraph.remove(quad)
