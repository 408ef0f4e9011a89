"""Home: what this is, who can be found, how much there is of what."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from coordgraph.actors import labels
from coordgraph.engines.arrays import degree
from coordgraph.errors import CoordgraphError
from coordgraph.namespace import LEVELS, slug
from coordgraph.network.projection import project
from coordgraph.serve.api.operations import searched
from coordgraph.serve.api.taking import takings_of
from coordgraph.serve.workbench.names import called
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.store import EmbeddedStore, text

__all__ = ["HOME"]

_COUNTS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ?kind (COUNT(DISTINCT ?thing) AS ?number) {
  VALUES (?kind ?class) {
    ("actors" cg:Institution) ("actors" cg:Unit) ("actors" cg:ActorGroup) ("actors" cg:State)
    ("actors" cg:Person) ("actors" cg:Actor) ("practices" cg:Practice)
    ("agreements" cg:Agreement) ("mechanisms" cg:Mechanism) ("sources" cg:Source)
    ("discrepancies" cg:Discrepancy)
  }
  ?thing a ?class
} GROUP BY ?kind
"""
_BOTH = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ("mechanisms" AS ?kind) (COUNT(DISTINCT ?thing) AS ?number) {
  ?thing a cg:Agreement FILTER EXISTS { ?thing a cg:Mechanism }
}
"""
_LEVELS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT ?level (COUNT(DISTINCT ?mechanism) AS ?number) { ?mechanism cg:level ?level }
GROUP BY ?level
"""
_MEANINGS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label {
  ?thing skos:definition ?label
  FILTER EXISTS { [] cg:level ?thing }
} ORDER BY ?thing ?label
"""
_KINDS = ("actors", "practices", "agreements", "mechanisms", "sources", "discrepancies")
_TOP, _FOUND = 12, 20
_MOST_TIES, _MOST_ACTORS, _MOST_PICTURED = 2_000_000, 20_000, 2_000


def _shown(asked: Asked) -> Mapping[str, Any]:
    store, lang = asked.store, asked.lang
    counts = _numbers(store, _COUNTS, "kind")
    both = _numbers(store, _BOTH, "kind")["mechanisms"]
    counts["mechanisms"] = counts.get("mechanisms", 0) - both
    at_levels = _numbers(store, _LEVELS, "level")
    meanings = called(store, _MEANINGS, lang)
    q = asked.search.get("q", "").strip()
    return {
        "q": q,
        "found": _found(store, lang, q) if q else [],
        "counts": {kind: counts.get(kind, 0) for kind in _KINDS},
        "levels": [
            (slug(level), level, at_levels.get(level, 0), meanings.get(level, ""))
            for level in LEVELS
        ],
        "pictured": 0 < counts.get("actors", 0) <= _MOST_PICTURED,
        "top": _top(store, lang, counts.get("actors", 0)),
    }


def _numbers(store: EmbeddedStore, sparql: str, by: str) -> dict[str, int]:
    return {text(row[by]): int(text(row["number"])) for row in store.select(sparql)}


def _found(store: EmbeddedStore, lang: str, q: str) -> list[tuple[str, str, str]]:
    return [
        (row["actor"], row["label"] or row["actor"], _note(row["kind"], row["country"]))
        for row in searched(store, q, lang=lang, limit=_FOUND)
    ]


def _note(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _top(store: EmbeddedStore, lang: str, among: int) -> list[tuple[str, str, int]] | None:
    """Return the actors with most counterparts; None where there are too many to measure."""
    if among > _MOST_ACTORS:
        return None
    try:
        network = project(
            store, lang=lang, max_ties=_MOST_TIES, takings=takings_of(store), described=False
        )
    except CoordgraphError:
        return None
    ties = network.merged()
    counterparts = degree(ties).astype(np.int64)
    first = np.argsort(-counterparts, kind="stable")[:_TOP]
    top = [(ties.actors[at], int(counterparts[at])) for at in first if counterparts[at]]
    names = labels(store, [iri for iri, _ in top], lang=lang)
    return [(iri, names[iri] or iri, number) for iri, number in top]


HOME = View("home", texts_of("home"), _shown)
