"""
The actors that a name may mean, where there are too many for an index of all their names.

A worker reads the names once, as one column.  Those that have words of a name, the rarer the
better, are indexed for a question, and compared with it as carefully as all would be.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from math import log
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import booleans, encoded, integers, numbers, whole
from coordgraph.linking.words import content, words
from coordgraph.store import EmbeddedStore

__all__ = ["beginning_with", "near"]

NEAREST = 100
"""How many actors are compared with a name."""

_NAMES = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?actor ?name { ?actor skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name }"""
_ACTORS = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?actor {
  VALUES ?class { cg:Actor cg:Institution cg:Unit cg:ActorGroup cg:State cg:Person }
  ?actor a ?class
}"""
_MARKS = r"\p{M}"


class _Names(NamedTuple):
    """Names without case and accents, and the actor who has each of them."""

    folded: pa.StringArray
    actor: pa.DictionaryArray


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
    known = _names(store)
    found: set[str] = set()
    for name in names:
        found.update(_nearest(known, content(words(name)), most))
    return sorted(found)


def beginning_with(store: EmbeddedStore, prefix: str, *, most: int) -> list[str]:
    """Return the first actors of whom a name begins so, without case and accents."""
    known = _names(store)
    start = _folded(pa.array([prefix], pa.string()))[0].as_py()
    there = known.actor.filter(pc.starts_with(known.folded, start))
    return list(islice(dict.fromkeys(there.to_pylist()), most))


@lru_cache(maxsize=1)
def _names(store: EmbeddedStore) -> _Names:
    table = store.columns(_NAMES)
    are_actors = encoded(store.columns(_ACTORS).column("actor")).dictionary
    table = table.filter(pc.is_in(table.column("actor"), value_set=are_actors))
    table = table.take(pc.sort_indices(table.column("actor").cast(pa.string())))
    return _Names(
        _folded(whole(table.column("name").cast(pa.string()))), encoded(table.column("actor"))
    )


def _folded(names: pa.StringArray) -> pa.StringArray:
    apart = pc.utf8_normalize(pc.utf8_lower(names), "NFKD")
    return pc.replace_substring_regex(apart, _MARKS, "")


def _nearest(known: _Names, wanted: Sequence[str], most: int) -> list[str]:
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


def _having(known: _Names, word: str) -> np.typing.NDArray[np.bool_]:
    """Say which names have a word; where none has, which have one that begins alike."""
    for part in (word, word[: max(len(word) // 2, 3)]):
        has = booleans(pc.match_substring_regex(known.folded, rf"(^|[^\pL\pN]){part}"))
        if has.any():
            return has
    return has
