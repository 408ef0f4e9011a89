"""What the things in a difference are called, in one language."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal

from coordgraph.actors import labels
from coordgraph.changes.comparison import Difference
from coordgraph.changes.model import Change
from coordgraph.ingest.dataset import load_context
from coordgraph.namespace import ID, shrink, slug
from coordgraph.publish.changes.words import PROPERTIES
from coordgraph.store import Term, open_store, text

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
        return self._called.get(iri) or shrink(iri)

    def thing(self, iri: str) -> str:
        """Return the label of a thing, with its slug in brackets."""
        label = self._called.get(iri, "")
        short = shrink(iri)
        return short if label in {"", slug(iri), iri} else f"{label} [{short}]"

    def value(self, term: Term) -> str:
        """Return a value: a text in quotes, a date as it is, a thing by name."""
        if isinstance(term, Literal):
            plain = term.datatype.value.endswith(("#string", "#langString"))
            return f'"{term.value}"' if plain else term.value
        iri = text(term)
        concept = iri.startswith(ID) and not iri.startswith(_NAMED)
        return self.of(iri) if concept else self.thing(iri)

    def values(self, terms: Iterable[Term]) -> str:
        """Return values, one after the other."""
        return ", ".join(map(self.value, terms))


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
    missing.update(rest.about for rest in difference.rest)
    context = open_store()
    load_context(context)
    called: dict[str, str] = {}
    for store in (difference.pair.new.store, difference.pair.old.store, context):
        found = labels(store, missing, lang=language)
        called.update({iri: name for iri, name in found.items() if name != slug(iri)})
        missing -= called.keys()
    return Naming(called, language)


def _mentioned(change: Change) -> Iterator[str]:
    yield from (change.thing, change.property, change.other, change.level)
    values = (change.before, change.after, *change.details.values())
    yield from (text(term) for terms in values for term in terms)
