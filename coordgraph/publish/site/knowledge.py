"""
What a dataset says of one thing after another: its names, its statements, what points to it.

Names are read once, for they stand on every page; statements are looked up when a page is made,
so that a hundred thousand things take no more memory than their names.  Who makes one page only
looks names up, too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.ingest.dataset import ontology
from coordgraph.names import welcome
from coordgraph.namespace import CG, NAMING, graph, shrink, slug, term
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.apart import apart
from coordgraph.publish.site.kinds import KINDS, MINOR, OTHERS, Kind, kind_of
from coordgraph.publish.site.lookup import Classes, Names
from coordgraph.publish.site.nearby import Nearby
from coordgraph.publish.site.neighbours import Neighbours, SharedTie
from coordgraph.publish.site.texts.terms import TERMS
from coordgraph.store import EmbeddedStore, Term, text
from coordgraph.store.nodes import Node, node_of

__all__ = ["Knowledge", "Name"]

_PATHS = " ".join(f"(<{path}> {rank})" for rank, path in enumerate(NAMING))
_LABELS = f"""SELECT ?thing ?label (LANG(?label) AS ?language) {{
  VALUES (?path ?rank) {{ {_PATHS} }}
  ?thing ?path ?label
}} ORDER BY ?thing ?language ?rank ?label
"""
_SUBJECTS = "SELECT DISTINCT ?thing { ?thing ?property ?value } ORDER BY ?thing"
_TYPES = "SELECT DISTINCT ?thing ?type { ?thing a ?type } ORDER BY ?thing ?type"


@dataclass(frozen=True, slots=True)
class Name:
    """A name and its language, which may be another than the one asked for."""

    text: str
    lang: str


class Around(Protocol):
    """Who shares mechanisms with whom."""

    def ties(self, actor: str) -> list[SharedTie]:
        """Return the ties of an actor, in order of level and counterpart."""

    def most(self, count: int) -> list[tuple[str, int]]:
        """Return the actors with most counterparts, and how many these are."""

    def among(self, mechanisms: Iterable[str]) -> list[SharedTie]:
        """Return the ties that some mechanisms make, in order of level and actors."""

    def met(self, actors: Iterable[str]) -> set[tuple[str, str]]:
        """Return the pairs among some actors that share a mechanism."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """
    A dataset as its pages need it.

    Attributes
    ----------
    store
        The statements of the dataset.
    vocabulary
        Those of the ontology, the concepts and the places: the same store, if it has them.
    addresses
        Where each IRI stands on the site.
    langs
        The languages of the site, the first one first.
    names
        The names of things, by IRI and language.
    classes
        The IRIs of the classes of things, by IRI, in order.
    neighbours
        Who shares which mechanisms with whom.
    lists
        The names of the kinds of which there are things, in order.
    short
        The folders of the site whose things all have one page only; where it is None, each
        thing's own classes say whether it has.
    titles
        What the dataset is called, by language, if its publisher says so.
    licence
        The IRI of its licence, or nothing.
    """

    store: EmbeddedStore
    vocabulary: EmbeddedStore
    addresses: Addresses
    langs: Sequence[str]
    names: Mapping[str, Mapping[str, str]]
    classes: Mapping[str, Sequence[str]]
    neighbours: Around
    lists: Sequence[str]
    short: frozenset[str] | None
    titles: Mapping[str, str]
    licence: str

    @classmethod
    def of(
        cls,
        store: EmbeddedStore,
        addresses: Addresses,
        langs: Sequence[str],
        *,
        titles: Mapping[str, str] | None = None,
        licence: str = "",
    ) -> "Knowledge":
        """Return what a store holds, with the ontology of this package if it has none."""
        vocabulary = store if _has_ontology(store) else ontology()
        names = {**_names(vocabulary), **_names(store)}
        classes = {**_classes(vocabulary), **_classes(store)}
        foreign = {iri for iri in _vocabulary(vocabulary) if addresses.is_foreign(iri)}
        ordered = {iri: classes[iri] for iri in sorted(classes.keys() - foreign)}
        places = apart(addresses, ordered)
        short = _short_folders(places, ordered)
        present = {kind_of(found) for found in ordered.values() if MINOR.isdisjoint(found)}
        return cls(
            store,
            vocabulary,
            places,
            tuple(langs),
            names,
            ordered,
            Neighbours.of(store),
            tuple(kind.name for kind in (*KINDS, OTHERS) if kind in present),
            short,
            titles or {},
            licence,
        )

    @classmethod
    def looked_up(
        cls, store: EmbeddedStore, addresses: Addresses, langs: Sequence[str]
    ) -> "Knowledge":
        """
        Return what a store holds, to be looked up when a page is made.

        However large the store is, this reads next to nothing of it; so does a page.
        """
        own = _has_ontology(store)
        vocabulary = store if own else ontology()
        stores = (store,) if own else (store, vocabulary)
        classes = Classes(addresses, *stores)
        lists = (kind.name for kind in KINDS if _is_there(kind, classes))
        return cls(
            store,
            vocabulary,
            addresses,
            tuple(langs),
            Names(*stores),
            classes,
            Nearby(store),
            tuple(lists),
            None,
            {},
            "",
        )

    def name(self, iri: str, lang: str) -> Name:
        """
        Return the name of a thing in a language, else in another one, else the end of its IRI.

        A term of another vocabulary that the data does not name has the name that readers know.
        """
        known = self.names.get(iri) or TERMS.get(iri, {})
        if known:
            code = min(known, key=lambda code: welcome(code, lang))
            return Name(known[code], code or lang)
        return Name(slug(iri) if iri in self.classes else shrink(iri), "")

    def things(self) -> Iterator[str]:
        """
        Yield the IRIs of all things of which something is said, in order.

        Terms of others' vocabularies, of which the ontology only says a name, are none.
        """
        yield from self.classes

    def listed(self, kind: Kind) -> list[str]:
        """Return the IRIs of the things that stand in a list, in order."""
        if isinstance(self.classes, Classes):
            found: Iterable[str] = self.classes.of_class(*kind.classes)
        else:
            found = self.classes
        return sorted(
            iri
            for iri in found
            if MINOR.isdisjoint(self.classes[iri]) and self.kind(iri) == kind
        )

    def is_a(self, iri: str, *names: str) -> bool:
        """Say whether a thing has one of these classes of the ontology, as stated."""
        return any(CG + name in self.classes.get(iri, ()) for name in names)

    def is_minor(self, iri: str) -> bool:
        """
        Say whether a thing stands on the pages of others, and has one short page only.

        All things of one folder are alike in this, so that a server can tell by the path.
        """
        if self.short is None:
            return not MINOR.isdisjoint(self.classes.get(iri, ()))
        return iri in self.classes and self.addresses.folder(iri) in self.short

    def kind(self, iri: str) -> Kind:
        """Return the list in which a thing stands."""
        return kind_of(self.classes.get(iri, ()))

    def page(self, iri: str, lang: str) -> str:
        """Return the page of a thing in a language, or the one page that it has."""
        place = self.addresses.place(iri)
        return f"{place}.html" if self.is_minor(iri) else f"{place}.{lang}.html"

    def statements(self, iri: str) -> list[Quad]:
        """Return what is said of a thing, in order."""
        return self._about(iri, None)

    def pointing(self, iri: str, path: str | None = None) -> list[Quad]:
        """Return what points to a thing, by one property (its IRI) or by any, in order."""
        by = None if path is None else NamedNode(path)
        node = node_of(iri)
        return [] if node is None else self._matching(None, by, node)

    def pointing_unsorted(self, thing: NamedNode) -> Iterator[Quad]:
        """Yield what points to a thing as it comes, for things that very many point to."""
        for store in self._stores():
            yield from store.oxigraph.quads_for_pattern(None, None, thing, None)

    def objects(self, iri: str, path: str) -> list[Term]:
        """Return the different values of a property of a thing, in order."""
        return list(dict.fromkeys(quad.object for quad in self._about(iri, NamedNode(path))))

    def subjects(self, iri: str, path: str) -> list[Term]:
        """Return the different things of which a thing is the value of a property, in order."""
        return list(dict.fromkeys(quad.subject for quad in self.pointing(iri, path)))

    def values(self, iri: str, path: str) -> list[str]:
        """Return the different values of a property of a thing, as texts, in order."""
        return sorted({text(term) for term in self.objects(iri, path)})

    def _about(self, name: str, by: NamedNode | None) -> list[Quad]:
        node = node_of(name)
        return [] if node is None else self._matching(node, by, None)

    def _matching(
        self, subject: Node | None, by: NamedNode | None, value: Node | None
    ) -> list[Quad]:
        found = {
            quad
            for store in self._stores()
            for quad in store.oxigraph.quads_for_pattern(subject, by, value, None)
        }
        return sorted(found, key=str) if len(found) > 1 else list(found)

    def _stores(self) -> tuple[EmbeddedStore, ...]:
        same = self.vocabulary is self.store
        return (self.store,) if same else (self.store, self.vocabulary)


def _has_ontology(store: EmbeddedStore) -> bool:
    defined = store.oxigraph.quads_for_pattern(term("Mechanism"), None, None, None)
    return next(iter(defined), None) is not None


def _short_folders(
    addresses: Addresses, classes: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    short: dict[str, bool] = {}
    for iri, found in classes.items():
        folder = addresses.folder(iri)
        short[folder] = short.get(folder, True) and not MINOR.isdisjoint(found)
    return frozenset(folder for folder, all_are in short.items() if all_are)


def _vocabulary(store: EmbeddedStore) -> set[str]:
    described = store.oxigraph.quads_for_pattern(None, None, None, graph("ontology"))
    return {text(quad.subject) for quad in described}


def _is_there(kind: Kind, classes: Classes) -> bool:
    found = (kind_of(classes[iri]) == kind for iri in classes.of_class(*kind.classes))
    return any(found)


def _names(store: EmbeddedStore) -> Mapping[str, Mapping[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in store.select(_LABELS):
        label = row["label"]
        if isinstance(label, Literal) and isinstance(row["thing"], NamedNode):
            found[row["thing"].value].setdefault(label.language or "", label.value)
    return dict(found)


def _classes(store: EmbeddedStore) -> Mapping[str, Sequence[str]]:
    """Return the classes of whatever the store says something of; none, if it says none."""
    found: dict[str, list[str]] = {}
    for row in store.select(_SUBJECTS):
        if isinstance(row["thing"], NamedNode):
            found[row["thing"].value] = []
    for row in store.select(_TYPES):
        if isinstance(row["thing"], NamedNode) and isinstance(row["type"], NamedNode):
            found[row["thing"].value].append(row["type"].value)
    return found
