"""
Actors by words of their names, where there are too many to compare each name with care.

A name is found that has all words asked for, without case and accents, each at the beginning of
one of its own; those of which the words are more are first.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from coordgraph.names import plain
from coordgraph.namespace import CG, PREFIXES, slug
from coordgraph.store import EmbeddedStore, Term, text

__all__ = ["MANY", "actor_count", "by_words"]

MANY = 20_000
"""More actors than this are searched by words."""

_NAMES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?actor (STR(?label) AS ?name) {
  VALUES ?class { cg:Actor cg:Institution cg:Unit cg:ActorGroup cg:State cg:Person }
  ?actor a ?class ; skos:prefLabel|skos:altLabel ?label
} ORDER BY ?actor ?name
"""
_COUNT = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT (COUNT(DISTINCT ?actor) AS ?number) {
  VALUES ?class { cg:Actor cg:Institution cg:Unit cg:ActorGroup cg:State cg:Person }
  ?actor a ?class
}
"""


class _Name(NamedTuple):
    plain: str
    actor: str


@lru_cache(maxsize=1)
def actor_count(store: EmbeddedStore) -> int:
    """Return how many actors a store has, which a worker counts once."""
    return int(store.columns(_COUNT).column("number")[0].as_py())


def by_words(store: EmbeddedStore, q: str, *, lang: str, limit: int) -> list[dict[str, Any]]:
    """
    Return the actors whose names have all words of a question, best first.

    Parameters
    ----------
    store
        The data.
    q
        Words.
    lang
        The language of labels.
    limit
        How many actors at most.

    Returns
    -------
    list
        Rows of ``actor, label, kind, country, score, reasons``; the score is which part of the
        name's letters the words are.
    """
    wanted = re.findall(r"\w+", plain(q))
    if not wanted:
        return []
    patterns = [re.compile(rf"\b{re.escape(word)}") for word in wanted]
    size = sum(map(len, wanted))
    best: dict[str, float] = {}
    for name in _names(store):
        if all(pattern.search(name.plain) for pattern in patterns):
            score = min(size / max(len(name.plain.replace(" ", "")), 1), 1.0)
            best[name.actor] = max(best.get(name.actor, 0.0), score)
    reasons = [f"has the words: {' '.join(wanted)}"]
    return [
        {**_known(store, iri, lang), "score": round(best[iri], 4), "reasons": reasons}
        for iri in sorted(best, key=lambda iri: (-best[iri], iri))[:limit]
    ]


def _known(store: EmbeddedStore, iri: str, lang: str) -> dict[str, str]:
    """Return what is said of one actor, which is looked up alone."""
    labels = _objects(store, iri, PREFIXES["skos"] + "prefLabel")
    spoken = [one for one in labels if isinstance(one, Literal) and one.language == lang]
    kinds, places = (_objects(store, iri, CG + name) for name in ("actorKind", "country"))
    return {
        "actor": iri,
        "label": text([*spoken, *labels][0]) if labels else iri,
        "kind": slug(text(kinds[0])) if kinds else "",
        "country": " ".join(slug(text(place)).upper() for place in places),
    }


def _objects(store: EmbeddedStore, iri: str, path: str) -> list[Term]:
    """Return the values of a property, in order."""
    quads = store.oxigraph.quads_for_pattern(NamedNode(iri), NamedNode(path), None, None)
    return sorted({quad.object for quad in quads}, key=str)


@lru_cache(maxsize=1)
def _names(store: EmbeddedStore) -> list[_Name]:
    """Return the names of all actors, which a worker reads once."""
    table = store.columns(_NAMES)
    iris, names = table.column("actor").to_pylist(), table.column("name").to_pylist()
    return [_Name(plain(name), iri) for iri, name in zip(iris, names, strict=True)]
