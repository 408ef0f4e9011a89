"""
Names and classes of things, looked up one thing at a time.

A site needs those of all things; a server that makes one page needs those that stand on it,
however large the dataset is.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product

from pyoxigraph import Literal, NamedNode

from coordgraph.namespace import NAMING, PREFIXES, graph
from coordgraph.publish.site.addresses import Addresses
from coordgraph.store import EmbeddedStore

__all__ = ["Classes", "Names"]

_KEPT = 20_000
_TYPE = NamedNode(PREFIXES["rdf"] + "type")


class Names(Mapping[str, Mapping[str, str]]):
    """The names of things by IRI and language, of the first store that has any."""

    def __init__(self, *stores: EmbeddedStore) -> None:
        self._stores = stores
        self._named = lru_cache(_KEPT)(self._names)

    def __getitem__(self, iri: str) -> Mapping[str, str]:
        """Return the names of a thing by language, of which there is one at least."""
        found = self._named(iri)
        if not found:
            raise KeyError(iri)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the IRIs of all things that have names."""
        return iter(sorted(filter(self.__contains__, _subjects(self._stores))))

    def __len__(self) -> int:
        """Return how many things have names."""
        return sum(1 for _ in self)

    def _names(self, iri: str) -> Mapping[str, str]:
        named = (_names(store, iri) for store in self._stores)
        return next((found for found in named if found), {})


class Classes(Mapping[str, Sequence[str]]):
    """
    The classes of whatever a dataset says something of, by IRI.

    Terms of others' vocabularies, which the ontology describes, are left out.
    """

    def __init__(self, addresses: Addresses, *stores: EmbeddedStore) -> None:
        """Look things up in stores, of which the last one has the ontology."""
        self._addresses = addresses
        self._stores = stores
        self._classes = lru_cache(_KEPT)(self._found)

    def __getitem__(self, iri: str) -> Sequence[str]:
        """Return the IRIs of the classes of a thing, in order; none is known of some."""
        found = self._classes(iri)
        if found is None:
            raise KeyError(iri)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the IRIs of all things, in order."""
        return iter(self._all)

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self._all)

    def of_class(self, *iris: str) -> Iterator[str]:
        """Yield the IRIs of the things that have one of these classes, each once."""
        seen = set()
        for store, iri in product(self._stores, iris):
            for quad in store.oxigraph.quads_for_pattern(None, _TYPE, NamedNode(iri), None):
                thing = quad.subject
                if isinstance(thing, NamedNode) and thing not in seen:
                    seen.add(thing)
                    if thing.value in self:
                        yield thing.value

    @cached_property
    def _all(self) -> list[str]:
        return sorted(filter(self.__contains__, _subjects(self._stores)))

    def _found(self, iri: str) -> Sequence[str] | None:
        node = _node(iri)
        if node is None:
            return None
        if self._addresses.is_foreign(iri) and _says(self._stores[-1], node, graph("ontology")):
            return None
        for store in self._stores:
            if _says(store, node):
                quads = store.oxigraph.quads_for_pattern(node, _TYPE, None, None)
                types = {quad.object for quad in quads}
                return sorted(one.value for one in types if isinstance(one, NamedNode))
        return None


def _says(store: EmbeddedStore, node: NamedNode, where: NamedNode | None = None) -> bool:
    """Say whether a store says anything of a thing."""
    return next(store.oxigraph.quads_for_pattern(node, None, None, where), None) is not None


def _names(store: EmbeddedStore, iri: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    node = _node(iri)
    if node is None:
        return found
    for path in NAMING:
        quads = store.oxigraph.quads_for_pattern(node, NamedNode(path), None, None)
        written = {quad.object for quad in quads}
        literals = [one for one in written if isinstance(one, Literal)]
        for one in sorted(literals, key=lambda one: one.value):
            found.setdefault(one.language or "", one.value)
    return found


def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _subjects(stores: Sequence[EmbeddedStore]) -> set[str]:
    return {
        quad.subject.value
        for store in stores
        for quad in store.oxigraph
        if isinstance(quad.subject, NamedNode)
    }
