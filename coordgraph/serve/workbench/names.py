"""What concepts and places are called in a language, by their slugs."""

from collections.abc import Mapping

from pyoxigraph import Literal

from coordgraph.namespace import slug
from coordgraph.store import EmbeddedStore, text

__all__ = ["choices", "concepts", "places"]

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
    found = _labels(store, _PLACES, lang)
    return {slug(iri).upper(): label for iri, label in found.items()}


def concepts(store: EmbeddedStore, lang: str) -> dict[str, str]:
    """Return the names of concepts by scheme and slug, such as ``actor-kind/ministry``."""
    found = _labels(store, _CONCEPTS, lang)
    return {"/".join(iri.split("/")[-2:]): label for iri, label in found.items()}


def choices(store: EmbeddedStore, lang: str) -> list[tuple[str, str]]:
    """Return the practices that mechanisms are in: IRI and name, by name."""
    found = _labels(store, _PRACTICES, lang)
    return sorted(found.items(), key=lambda item: (item[1].casefold(), item[0]))


def _labels(store: EmbeddedStore, sparql: str, lang: str) -> Mapping[str, str]:
    """Return labels by IRI: in the language, else in the first other one, else the slug."""
    found: dict[str, str] = {}
    spoken: set[str] = set()
    for row in store.select(sparql):
        iri, label = text(row["thing"]), row.get("label")
        found.setdefault(iri, slug(iri) if label is None else text(label))
        if isinstance(label, Literal) and label.language == lang and iri not in spoken:
            found[iri] = label.value
            spoken.add(iri)
    return found
