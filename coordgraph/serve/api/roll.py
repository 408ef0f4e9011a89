"""
The roll of very many actors: all their names as one column, which a worker reads once.

Names are compared as `coordgraph.names.plain` has them.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.arrow import encoded, texts, whole
from coordgraph.names import plain
from coordgraph.store import EmbeddedStore, columns_of

__all__ = ["MANY", "Roll", "are_many", "folded", "having", "roll"]

MANY = 3_000
"""More actors than this are not compared one by one: a worker would read them for too long."""

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
"""
_CLASSES = ("Actor", "Institution", "Unit", "ActorGroup", "State", "Person")
_OF_CLASS = tuple(f"?actor a cg:{name}" for name in _CLASSES)
_TAKING_PART = "?participation cg:actor ?actor"
_NAMES = (
    "?actor skos:prefLabel ?name",
    "?actor skos:altLabel ?name",
    "?actor skos:hiddenLabel ?name",
    "?actor rdfs:label ?name",
    "?written cg:nameOf ?actor ; skosxl:literalForm ?name",
)
_BLANKS = r"[\t-\r\x1c-\x1f ]+"


class Roll(NamedTuple):
    """
    Names and who has them, in order of the actors' IRIs.

    Attributes
    ----------
    folded
        The names, without case and accents.
    actor
        The actor who has each of them.
    """

    folded: pa.StringArray
    actor: pa.DictionaryArray


@lru_cache(maxsize=2)
def are_many(store: EmbeddedStore, most: int = MANY) -> bool:
    """Say whether more than so many are actors, or take part as one; data stay as they are."""
    found: set[str] = set()
    for pattern in (*_OF_CLASS, _TAKING_PART):
        sparql = f"{_PREFIXES}SELECT DISTINCT ?actor {{ {pattern} }} LIMIT {most + 1}"
        found.update(store.columns(sparql).column("actor").to_pylist())
        if len(found) > most:
            return True
    return False


@lru_cache(maxsize=1)
def roll(store: EmbeddedStore) -> Roll:
    """Return the names of all that are actors, or take part as one; data stay as they are."""
    names = _columns(store, "?actor ?name", _NAMES)
    names = names.filter(_are_actors(store, names.column("actor")))
    named = pa.table(
        {
            "actor": names.column("actor").cast(pa.string()),
            "name": names.column("name").cast(pa.string()),
        }
    )
    named = named.sort_by([("actor", "ascending"), ("name", "ascending")])
    actor = whole(named.column("actor")).dictionary_encode()
    return Roll(folded(whole(named.column("name"))), actor)


def having(names: Roll, word: str) -> pa.BooleanArray:
    r"""
    Say which names have a word that begins so.

    >>> names = Roll(texts(["instituto nacional"]), texts(["urn:a"]).dictionary_encode())
    >>> having(names, "nacio").to_pylist(), having(names, "cional").to_pylist()
    ([True], [False])
    """
    return pc.match_substring_regex(names.folded, rf"(^|[^\pL\pN_]){word}")


def _columns(store: EmbeddedStore, names: str, patterns: Sequence[str]) -> pa.Table:
    asked = (f"{_PREFIXES}SELECT {names} {{ {pattern} }}" for pattern in patterns)
    return pa.concat_tables([store.columns(sparql) for sparql in asked])


def _are_actors(store: EmbeddedStore, things: pa.ChunkedArray) -> pa.ChunkedArray:
    """Say which things are actors; of who takes part, only those of no class are looked up."""
    of_class = _columns(store, "?actor", _OF_CLASS).column("actor")
    known = pc.is_in(things, value_set=encoded(of_class).dictionary)
    others = pc.unique(things.filter(pc.invert(known))).cast(pa.string()).to_pylist()
    sparql = f"{_PREFIXES}SELECT ?actor {{ {_TAKING_PART} }}"
    part = columns_of(store, sparql, "actor", others).column("actor")
    return pc.or_(known, pc.is_in(things, value_set=encoded(part).dictionary))


def folded(names: pa.StringArray) -> pa.StringArray:
    """Return names as `plain` has them; those of ASCII letters without an object each."""
    simple = pc.string_is_ascii(names)
    lower = pc.replace_substring_regex(pc.ascii_lower(names), _BLANKS, " ")
    trimmed = pc.utf8_trim(lower, characters=" ")
    others = texts(plain(name) for name in names.filter(pc.invert(simple)).to_pylist())
    return pc.replace_with_mask(trimmed, pc.invert(simple), others)
