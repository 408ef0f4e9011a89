"""Sites of small datasets without most of what comes along with each: hundreds of pages."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache

import pytest

from coordgraph.ingest.dataset import load_context, ontology
from coordgraph.namespace import CG, ID
from coordgraph.publish.site import crowd, knowledge
from coordgraph.publish.site.dumps.formats import Formats
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library import answers
from coordgraph.publish.site.library import pages as of_queries
from coordgraph.publish.site.ontology import uses
from coordgraph.publish.site.output import Output
from coordgraph.publish.site.things import write_thing
from coordgraph.queries import Query, library
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["with_concepts", "with_terms", "without_concepts"]


@contextmanager
def without_concepts(*, queries: int = 4) -> Iterator[None]:
    """
    Let datasets that bring no ontology know its terms and levels only, for a small site.

    It has a few queries, from the whole library, and pages of those terms alone that begin with
    A.  The site of the shipped dataset, which brings an ontology, has all concepts.
    """
    few = dict(list(library().items())[:: max(len(library()) // queries, 1)])
    with _knowing(_terms, lambda: few, _write_few):
        yield


@contextmanager
def with_concepts() -> Iterator[None]:
    """Let a site have all of it, inside of what has it have less."""
    with _knowing(ontology, library, write_thing):
        yield


@contextmanager
def with_terms() -> Iterator[None]:
    """Let a small site have the pages of all terms, so that every link leads somewhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(crowd, "write_thing", write_thing)
        yield


@contextmanager
def _knowing(
    context: Callable[[], EmbeddedStore],
    queries: Callable[[], Mapping[str, Query]],
    write: Callable[[Knowledge, str, Output, Formats], None],
) -> Iterator[None]:
    uses._all.cache_clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(knowledge, "ontology", context)
        patched.setattr(crowd, "write_thing", write)
        for module in (answers, of_queries, uses):
            patched.setattr(module, "library", queries)
        yield
    uses._all.cache_clear()


@cache
def _terms() -> EmbeddedStore:
    store = open_store()
    load_context(store)
    for quad in list(store.quads()):
        subject = str(quad.subject).strip("<>")
        if subject.startswith(ID) and not subject.startswith(f"{ID}level"):
            store.oxigraph.remove(quad)
    return store


def _write_few(known: Knowledge, iri: str, output: Output, formats: Formats) -> None:
    if iri.startswith(f"{CG}A") or not iri.startswith(CG):
        write_thing(known, iri, output, formats)
