"""
Actors by words of their names, where there are too many to compare each name with care.

A name is found that has all words asked for, without case and accents, each at the beginning of
one of its own; those of which the words are more are first.
"""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

import numpy as np
import pyarrow.compute as pc

from coordgraph.actors import actors
from coordgraph.arrow import integers, numbers
from coordgraph.names import plain
from coordgraph.serve.api.roll import Roll, having, roll
from coordgraph.store import EmbeddedStore

__all__ = ["by_words"]


def by_words(store: EmbeddedStore, q: str, *, lang: str, limit: int) -> list[dict[str, Any]]:
    """
    Return the actors whose names have all words of a question, best first.

    Parameters
    ----------
    store
        The data, which stay as they are.
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
    reasons = [f"has the words: {' '.join(wanted)}"]
    best = dict(_best(roll(store), wanted, limit))
    return [
        {
            "actor": iri,
            "label": known.label,
            "kind": known.kind,
            "country": known.country,
            "score": round(best[iri], 4),
            "reasons": reasons,
        }
        for iri, known in actors(store, best, lang=lang).items()
    ]


def _best(names: Roll, wanted: Sequence[str], limit: int) -> Iterator[tuple[str, float]]:
    """Yield the actors whose names have all words, and how much of a name these are."""
    there = reduce(pc.and_, [having(names, word) for word in dict.fromkeys(wanted)])
    letters = numbers(pc.utf8_length(pc.replace_substring(names.folded.filter(there), " ", "")))
    part = np.minimum(sum(map(len, wanted)) / np.maximum(letters, 1), 1.0)
    best = np.zeros(len(names.actor.dictionary))
    np.maximum.at(best, numbers(names.actor.indices.filter(there)), part)
    order = np.argsort(-best, kind="stable")[: min(limit, np.count_nonzero(best))]
    found = names.actor.dictionary.take(integers(order)).to_pylist()
    yield from zip(found, best[order].tolist(), strict=True)
