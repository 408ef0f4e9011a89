"""
The actors that a name may mean, where there are too many for an index of all their names.

Those of the roll that have words of a name, the rarer the better, are indexed for a question,
and compared with it as carefully as all would be.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from math import log

import numpy as np
import pyarrow.compute as pc

from coordgraph.arrow import booleans, integers, numbers
from coordgraph.linking.words import content, words
from coordgraph.names import plain
from coordgraph.serve.api.roll import Roll, having, roll
from coordgraph.store import EmbeddedStore

__all__ = ["beginning_with", "near"]

NEAREST = 100
"""How many actors are compared with a name."""


def near(store: EmbeddedStore, names: Iterable[str], *, most: int = NEAREST) -> list[str]:
    """
    Return the actors whose names have words of some names, by IRI.

    Parameters
    ----------
    store
        The data, which stay as they are.
    names
        What was written.
    most
        How many actors for each of them: those whose words in common are rarest.
    """
    known = roll(store)
    found: set[str] = set()
    for name in names:
        found.update(_nearest(known, content(words(name)), most))
    return sorted(found)


def beginning_with(store: EmbeddedStore, prefix: str, *, most: int) -> list[str]:
    """Return the first actors of whom a name begins so, without case and accents."""
    known = roll(store)
    there = known.actor.filter(pc.starts_with(known.folded, plain(prefix)))
    return list(islice(dict.fromkeys(there.to_pylist()), most))


def _nearest(known: Roll, wanted: Sequence[str], most: int) -> list[str]:
    """Return the actors of the names that share most with words."""
    size = len(known.folded)
    shared = np.zeros(size)
    for word in dict.fromkeys(wanted):
        has = _having(known, word)
        shared[has] += log(1 + size / max(int(np.count_nonzero(has)), 1))
    best = np.zeros(len(known.actor.dictionary))
    np.maximum.at(best, numbers(known.actor.indices), shared)
    order = np.argsort(-best, kind="stable")[:most]
    found: list[str] = known.actor.dictionary.take(integers(order[best[order] > 0])).to_pylist()
    return found


def _having(known: Roll, word: str) -> np.typing.NDArray[np.bool_]:
    """Say which names have a word; where none has, which have one that begins alike."""
    for part in (word, word[: max(len(word) // 2, 3)]):
        has = booleans(having(known, part))
        if has.any():
            return has
    return has
