"""What is said of a thing, in a language, or else in English, or else in any."""

from collections.abc import Iterable, Sequence
from functools import cache

from pyoxigraph import Literal, NamedNode

from coordgraph.ingest.rdf import load_file
from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.store import EmbeddedStore, Term, open_store

__all__ = ["DEFINITIONS", "LABELS", "best", "said", "said_of_graph"]


def _named(*names: tuple[str, str]) -> tuple[NamedNode, ...]:
    return tuple(NamedNode(PREFIXES[prefix] + name) for prefix, name in names)


LABELS = _named(("rdfs", "label"), ("skos", "prefLabel"), ("dcterms", "title"))
"""By which properties things are named."""

DEFINITIONS = _named(("skos", "definition"), ("rdfs", "comment"), ("dcterms", "description"))
"""By which properties it is said what they are."""


def said(
    stores: Sequence[EmbeddedStore],
    iri: str,
    lang: str,
    properties: Sequence[NamedNode] = LABELS,
) -> str | None:
    """Return what is said of a thing, the best of it; None if nothing is."""
    found = best(
        (
            quad.object
            for property_ in properties
            for store in stores
            for quad in store.oxigraph.quads_for_pattern(NamedNode(iri), property_, None, None)
        ),
        lang,
    )
    return None if found is None else found.value


def said_of_graph(
    stores: Sequence[EmbeddedStore],
    iri: str,
    lang: str,
    properties: Sequence[NamedNode] = LABELS,
) -> str | None:
    """Return what is said of a graph; of those of the shipped dataset it is known elsewhere."""
    return said([*stores, _about()], iri, lang, properties)


@cache
def _about() -> EmbeddedStore:
    """Return what the dataset is about, which it does not say itself."""
    store = open_store()
    load_file(store, ABOUT)
    return store


def best(terms: Iterable[Term], lang: str) -> Literal | None:
    """
    Return the text in a language, or else in English, in none, in the first of the others.

    >>> best([Literal("a", language="fr"), Literal("b", language="en")], "pt").value
    'b'
    """
    ranks = {"en": 1, None: 2, lang: 0}
    texts = (term for term in terms if isinstance(term, Literal))
    return min(
        texts, key=lambda one: (ranks.get(one.language, 3), one.language or ""), default=None
    )
