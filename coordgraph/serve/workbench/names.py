"""What concepts, places and others are called in a language."""

from collections.abc import Mapping
from functools import lru_cache

from coordgraph.names import plain
from coordgraph.namespace import slug
from coordgraph.serve.api.comparison import readings
from coordgraph.serve.api.naming import best
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.store import EmbeddedStore, Term, text

__all__ = ["called", "choices", "concepts", "places", "readings_named"]

_PLACES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label { ?thing a cg:Place ; skos:prefLabel ?label } ORDER BY ?thing ?label
"""
_CONCEPTS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label { ?thing a skos:Concept ; skos:prefLabel ?label } ORDER BY ?thing ?label
"""
_PRACTICES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label {
  { SELECT DISTINCT ?thing { ?mechanism cg:inPractice ?thing } }
  OPTIONAL { ?thing skos:prefLabel|dcterms:title ?label }
} ORDER BY ?thing ?label
"""


def places(store: EmbeddedStore, lang: str) -> dict[str, str]:
    """Return the names of places by code in capitals."""
    found = called(store, _PLACES, lang)
    return {slug(iri).upper(): label for iri, label in found.items()}


@lru_cache(maxsize=3)
def concepts(store: EmbeddedStore, lang: str) -> Mapping[str, str]:
    """
    Return the names of concepts by scheme and slug, such as ``actor-kind/ministry``.

    A worker reads them once a language; the data stay as they are.
    """
    found = called(store, _CONCEPTS, lang)
    return {"/".join(iri.split("/")[-2:]): label for iri, label in found.items()}


def choices(store: EmbeddedStore, lang: str) -> list[tuple[str, str]]:
    """Return the practices that mechanisms are in: IRI and name, by name."""
    found = called(store, _PRACTICES, lang)
    return sorted(found.items(), key=lambda item: (plain(item[1]), item[0]))


def readings_named(store: EmbeddedStore, lang: str) -> list[tuple[str, str]]:
    """Return the readings of the levels: slug and name, first those of all together."""
    said = texts_of("measures")[lang]
    names = {"any": said["reading_any"], "all": said["reading_all"]}
    known = concepts(store, lang)
    return [
        (name, names.get(name) or known.get(f"reading/{name}", name))
        for name in readings(store)
    ]


def called(store: EmbeddedStore, sparql: str, lang: str) -> dict[str, str]:
    """
    Return labels by IRI: the best for a language, or else the slug.

    The question has a row a ``?thing`` and ``?label``, if it has one.
    """
    found: dict[str, list[Term]] = {}
    for row in store.select(sparql):
        labels = found.setdefault(text(row["thing"]), [])
        if "label" in row:
            labels.append(row["label"])
    return {iri: _name(iri, labels, lang) for iri, labels in found.items()}


def _name(iri: str, labels: list[Term], lang: str) -> str:
    known = best(labels, lang)
    return slug(iri) if known is None else known.value
