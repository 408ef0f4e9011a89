"""The pages that a server makes of a dataset, one at a time, as a published site has them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from pyoxigraph import Quad

from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.description.documents import document
from coordgraph.publish.site.indices import Parts, page_of_list, parted
from coordgraph.publish.site.kinds import KINDS
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.library.pages import question_at
from coordgraph.publish.site.missing import missing_page
from coordgraph.publish.site.ontology.files import FOLDER, files, version
from coordgraph.publish.site.ontology.pages import PLACE, ontology_page
from coordgraph.publish.site.rendering import prepared
from coordgraph.publish.site.shapes.pages import shape_documents, shape_page, shape_places
from coordgraph.publish.site.things import page_at, whole
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.things.stating import stated
from coordgraph.serve.things.statistics import statistics
from coordgraph.store import EmbeddedStore

__all__ = ["LANGS", "Site", "prepare"]

LANGS = tuple(LANGUAGES)
"""The languages of the pages, the main one first."""

_FURTHER = re.compile(r"(?P<place>.+)\.[a-z_]+\.[0-9]+")
_LIST = re.compile(r"browse/(?P<name>[a-z]+)(\.(?P<page>[1-9][0-9]{0,5}))?")


def prepare(store: EmbeddedStore | None) -> None:
    """Make ready what pages of a store need, before processes are forked that make them."""
    prepared()
    if store is not None:
        Knowledge.looked_up(store, Addresses(), LANGS)


class Site:
    """
    A dataset under the address of a server.

    Parameters
    ----------
    store
        The dataset.
    base
        What the IRIs of its things begin with, if not what those of the shipped dataset do.
    root
        The address of the server.
    about
        The file in which the dataset's publisher describes it, if there is one.
    """

    def __init__(
        self, store: EmbeddedStore, *, base: str | None, root: str, about: str | None = None
    ) -> None:
        under = Addresses.under(base).base
        self._store = store
        self._about = about
        self._knowledge = Knowledge.looked_up(store, Addresses(under, root), LANGS)
        self._list = lru_cache(2 * len(LANGS))(self._parted)

    def thing_at(self, place: str) -> str | None:
        """Return the IRI of the thing that stands at a place without suffix; None if none."""
        classes, addresses = self._knowledge.classes, self._knowledge.addresses
        found = (iri for iri in addresses.told(place) if iri in classes)
        return next((iri for iri in found if addresses.place(iri) == place), None)

    def place(self, iri: str) -> str | None:
        """Return where a thing stands, without suffix; None if nothing is said of it."""
        return self._knowledge.addresses.place(iri) if iri in self._knowledge.classes else None

    def is_short(self, iri: str) -> bool:
        """Say whether a thing has one page, not one a language."""
        return self._knowledge.is_minor(iri)

    def data(self, iri: str, suffix: str) -> str:
        """Return the data of a thing as a document: ``ttl``, ``nt`` or ``jsonld``."""
        return document(whole(self._knowledge, iri), suffix)

    @property
    def version(self) -> str:
        """The version of the ontology; nothing if it has none."""
        return version(self._knowledge)

    def ontology(self, place: str, suffix: str) -> str | None:
        """
        Return a file of the ontology: whole, under its version, or its concepts.

        None if none stands at the place.

        Raises
        ------
        Unable
            If XML, for ``rdf``, cannot hold it.
        """
        if place != PLACE and not place.startswith(f"{FOLDER}/"):
            return None
        said = files(self._knowledge).get(place)
        return None if said is None else _described(said, suffix)

    @staticmethod
    def is_shape(place: str) -> bool:
        """Say whether a shape, or the list of them, stands at a place."""
        return place in shape_places()

    @staticmethod
    def shape(place: str, suffix: str) -> str | None:
        """Return the shape at a place, or all, as a document; None if none is there."""
        return shape_documents(place).get(suffix)

    def question(self, path: str) -> str | None:
        """Return the page or a file of a question at a path; None if none is there."""
        endpoint = f"{self._knowledge.addresses.server}sparql"
        return question_at(self._knowledge, path, [endpoint])

    def statistics(self, suffix: str) -> str:
        """Return what there is and how much, in VoID, as ``ttl``, ``nt`` or ``jsonld``."""
        addresses = self._knowledge.addresses
        about = stated(self._store, addresses, Path(self._about) if self._about else None)
        return _described(statistics(self._store, addresses, about=about), suffix)

    def page(self, path: str) -> str | None:
        """Return the page at a path that ends in ``.html``; None if there is none."""
        stem, lang = _told(path)
        if found := _LIST.fullmatch(stem):
            return self._list_page(found["name"], lang, int(found["page"] or 1))
        if stem == PLACE:
            return ontology_page(self._knowledge, lang)
        if self.is_shape(stem):
            return shape_page(self._knowledge, stem, lang)
        for iri in self._things(stem):
            return page_at(self._knowledge, iri, lang, path)
        return None

    def page_of(self, path: str) -> str | None:
        """Return where the page of the thing is that a path means; None if it means none."""
        stem, lang = _told(path)
        return next((self._knowledge.page(iri, lang) for iri in self._things(stem)), None)

    def missing(self) -> str:
        """Return the page for addresses where nothing is."""
        return missing_page(self._knowledge, root="/")

    def _things(self, stem: str) -> Iterator[str]:
        further = _FURTHER.fullmatch(stem)
        for place in (stem, further["place"] if further else ""):
            if place and (iri := self.thing_at(place)):
                yield iri

    def _list_page(self, name: str, lang: str, page: int) -> str | None:
        if name not in self._knowledge.lists:
            return None
        parts = self._list(name, lang)
        if page > len(parts):
            return None
        return page_of_list(self._knowledge, name, parts, lang, page)

    def _parted(self, name: str, lang: str) -> Parts:
        kind = next(kind for kind in KINDS if kind.name == name)
        return parted(self._knowledge, self._knowledge.listed(kind), lang)


def _described(said: Iterable[Quad], suffix: str) -> str:
    return document(sorted(said, key=lambda quad: str(quad.subject)), suffix)


def _told(path: str) -> tuple[str, str]:
    """Return the place and the language that the name of a page tells."""
    stem = path.removesuffix(".html")
    place, _, lang = stem.rpartition(".")
    return (place, lang) if lang in LANGS else (stem, LANGS[0])
