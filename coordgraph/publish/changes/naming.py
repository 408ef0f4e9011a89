"""What the things in a difference are called, in one language."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from coordgraph.actors import labels
from coordgraph.changes.comparison import Difference
from coordgraph.changes.model import Change
from coordgraph.changes.rest import DERIVED
from coordgraph.changes.versions import Node
from coordgraph.ingest.dataset import ontology
from coordgraph.namespace import CG, ID, NAMING, shrink
from coordgraph.publish.changes.words import PROPERTIES
from coordgraph.store import EmbeddedStore, Term, text
from coordgraph.store.nodes import node_of

__all__ = ["Naming", "naming"]


class Naming:
    """
    What things are called.

    Attributes
    ----------
    language
        ``en``, ``es`` or ``pt``.
    """

    def __init__(self, called: Mapping[str, str], language: str) -> None:
        self._called, self.language = called, language

    def of(self, iri: str) -> str:
        """Return a label without a slug: of a property, a kind, a class, a role."""
        if iri in PROPERTIES:
            return PROPERTIES[iri][self.language]
        return self._called.get(iri) or _plain(shrink(iri))

    def thing(self, iri: str) -> str:
        """Return the label of a thing, with its slug in brackets."""
        short = _plain(shrink(iri))
        return f"{self._called[iri]} [{short}]" if iri in self._called else short

    def value(self, term: Term) -> str:
        """Return a value: a text in quotes, a date as it is, a thing by name."""
        if isinstance(term, Literal):
            plain = term.datatype.value.endswith(("#string", "#langString"))
            shown = _plain(term.value)
            return f'"{shown}"' if plain else shown
        iri = text(term)
        concept = iri.startswith((ID, CG)) and not iri.startswith(_NAMED)
        return self.of(iri) if concept else self.thing(iri)

    def values(self, terms: Iterable[Term]) -> str:
        """Return values, one after the other."""
        return ", ".join(map(self.value, terms))


_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_LABELS = tuple(map(NamedNode, NAMING))
_NAMED = tuple(
    f"{ID}{kind}/"
    for kind in ("actor", "agreement", "mechanism", "practice", "system", "event")
)
"""Things that are worth a slug; concepts go by their label."""


def naming(difference: Difference, language: str) -> Naming:
    """
    Return what the things in a difference are called.

    The new version says, else the old one, else the shipped ontology and its schemes.
    """
    missing = {iri for change in difference.changes for iri in _mentioned(change)}
    missing.update(rest.about for rest in difference.rest if rest.about != DERIVED)
    missing.discard("")
    called: dict[str, str] = {}
    for store in (difference.pair.new.store, difference.pair.old.store, ontology()):
        found = {iri for iri in missing if _is_labelled(store, iri)}
        known = labels(store, found, lang=language)
        called.update({iri: _plain(label) for iri, label in known.items()})
        missing -= found
    return Naming(called, language)


def _plain(words: str) -> str:
    """Return a text on one line, without characters that steer a terminal."""
    return _CONTROL.sub("", " ".join(words.split()))


def _is_labelled(store: EmbeddedStore, name: str) -> bool:
    """Say whether a thing has a label; a text that stands in the place of one has none."""
    thing = node_of(name)
    if thing is None:
        return False
    said = (store.oxigraph.quads_for_pattern(thing, label, None) for label in _LABELS)
    return any(True for quads in said for _ in quads)


def _mentioned(change: Change) -> Iterator[str]:
    yield from (change.thing, change.property, change.other, change.level)
    values = (change.before, change.after, *change.details.values())
    yield from (text(term) for terms in values for term in terms if isinstance(term, Node))
