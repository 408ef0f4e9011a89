"""What is said of a thing, in a language, or else in English, or else in any."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial

from pyoxigraph import Literal, NamedNode

from coordgraph.ingest.rdf import load_file
from coordgraph.names import welcome
from coordgraph.namespace import NAMING, PREFIXES
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.store import EmbeddedStore, Term, open_store

__all__ = ["DEFINITIONS", "LABELS", "best", "said", "said_of_graph"]


def _named(*names: tuple[str, str]) -> tuple[NamedNode, ...]:
    return tuple(NamedNode(PREFIXES[prefix] + name) for prefix, name in names)


LABELS = tuple(map(NamedNode, NAMING))
"""By which properties things are named, the preferred one first."""

DEFINITIONS = _named(("skos", "definition"), ("rdfs", "comment"), ("dcterms", "description"))
"""By which properties it is said what they are."""


def said(
    stores: Sequence[EmbeddedStore],
    iri: str,
    lang: str,
    properties: Sequence[NamedNode] = LABELS,
) -> str | None:
    """Return what is said of a thing, the best of it; None if nothing is."""
    found = (best(_objects(stores, iri, property_), lang) for property_ in properties)
    first = min((one for one in found if one), key=partial(_rank, lang), default=None)
    return None if first is None else first.value


def _objects(stores: Sequence[EmbeddedStore], iri: str, property_: NamedNode) -> Iterator[Term]:
    for store in stores:
        for quad in store.oxigraph.quads_for_pattern(NamedNode(iri), property_, None, None):
            yield quad.object


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
    Return the text that `coordgraph.names.welcome` puts first, in alphabetical order.

    >>> best([Literal("a", language="fr"), Literal("b", language="en")], "pt").value
    'b'
    """
    texts = (term for term in terms if isinstance(term, Literal))
    return min(texts, key=lambda one: (_rank(lang, one), one.value), default=None)


def _rank(lang: str, one: Literal) -> tuple[int, str]:
    return welcome(one.language, lang)
