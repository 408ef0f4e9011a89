"""
Actors by words of their names, where there are too many to compare each name with care.

A name is found that has all words asked for, without case and accents, each at the beginning of
one of its own; those of which the words are more are first.  Nothing is kept between questions:
the store goes through its names each time, which takes less than reading them would.
"""

import re
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode

from coordgraph.names import plain
from coordgraph.namespace import CG, PREFIXES, slug
from coordgraph.store import EmbeddedStore, Term, text

__all__ = ["MANY", "are_many", "by_words"]

MANY = 3_000
"""More actors than this are searched by words: a worker would read their names for too long."""

_CLASSES = ("Actor", "Institution", "Unit", "ActorGroup", "State", "Person")
_NAMES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?actor (STR(?label) AS ?name) {{
  VALUES ?class {{ {classes} }}
  ?actor a ?class ; skos:prefLabel|skos:altLabel ?label
  {filters}
}} LIMIT {most}
"""
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_FILTER = 'FILTER(REGEX(STR(?label), {pattern}, "i"))'
_MOST, _WORDS = 5_000, 12
_ACCENTS = {
    "a": "aáàâãäå",
    "c": "cç",
    "e": "eéèêë",
    "i": "iíìîï",
    "n": "nñ",
    "o": "oóòôõö",
    "u": "uúùûü",
    "y": "yý",
}


def are_many(store: EmbeddedStore, most: int = MANY) -> bool:
    """Say whether a store has more actors than that, by the statements of their classes."""
    found = (
        quad
        for name in _CLASSES
        for quad in store.oxigraph.quads_for_pattern(None, _TYPE, NamedNode(CG + name), None)
    )
    return next(islice(found, most, None), None) is not None


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
    filters = " ".join(
        _FILTER.format(pattern=Literal(_pattern(word))) for word in wanted[:_WORDS]
    )
    classes = " ".join(f"cg:{name}" for name in _CLASSES)
    for row in store.select(_NAMES.format(classes=classes, filters=filters, most=_MOST)):
        name = plain(text(row["name"]))
        if all(pattern.search(name) for pattern in patterns):
            score = min(size / max(len(name.replace(" ", "")), 1), 1.0)
            iri = text(row["actor"])
            best[iri] = max(best.get(iri, 0.0), score)
    reasons = [f"has the words: {' '.join(wanted)}"]
    return [
        {**_known(store, iri, lang), "score": round(best[iri], 4), "reasons": reasons}
        for iri in sorted(best, key=lambda iri: (-best[iri], iri))[:limit]
    ]


def _pattern(word: str) -> str:
    r"""
    Return what a folded word looks like at the beginning of one, with accents or without.

    >>> _pattern("nasa")
    '(^|[^\\p{L}\\p{N}])[nñ][aáàâãäå]s[aáàâãäå]'
    """
    letters = (f"[{_ACCENTS[one]}]" if one in _ACCENTS else re.escape(one) for one in word)
    return rf"(^|[^\p{{L}}\p{{N}}]){''.join(letters)}"


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
