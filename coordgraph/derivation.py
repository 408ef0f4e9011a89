"""
What the rules on participations derive, as blocks of N-Triples, for graphs of any size.

The rules in ``queries/infer/`` say what follows; this gives the same statements from columns.
A block holds the ties of a range of actors, so that ten million participations need no list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyoxigraph import NamedNode

from coordgraph.arrow import integers, numbers, texts, whole
from coordgraph.meetings import meetings
from coordgraph.namespace import ID, LEVELS, PREFIXES, term
from coordgraph.store import Store
from coordgraph.ties import NO_LEVEL, Ints

__all__ = ["DERIVED", "blocks", "is_plain"]

DERIVED = frozenset(
    f"infer/{name}"
    for name in (
        "coordinates-at-operational-level",
        "coordinates-at-policy-level",
        "coordinates-at-service-delivery-level",
        "coordinates-with",
        "participates-in",
        "party",
        "ties",
    )
)
"""The rules that are followed here."""

_PREFIX = "PREFIX cg: <https://w3id.org/coordgraph/ns#>\n"
_ODD = (
    _PREFIX
    + """ASK {
  ?mechanism cg:participation/cg:actor ?actor .
  OPTIONAL { ?mechanism cg:level ?level }
  FILTER(!isIRI(?mechanism) || !isIRI(?actor) || (BOUND(?level) && !isIRI(?level)))
}"""
)
_PARTIES = (
    _PREFIX
    + """SELECT DISTINCT ?mechanism ?actor
{ ?mechanism cg:participation ?part . ?part cg:actor ?actor }"""
)
_LEVELS = (
    _PREFIX
    + """SELECT DISTINCT ?mechanism ?level
{ ?mechanism cg:participation/cg:actor ?actor ; cg:level ?level }"""
)
_BLOCK = 1 << 20
_SHARE = 10**18
_LIMB = 10**9
_TYPE = str(NamedNode(PREFIXES["rdf"] + "type"))
_DECIMAL = str(NamedNode(PREFIXES["xsd"] + "decimal"))
_INTEGER = str(NamedNode(PREFIXES["xsd"] + "integer"))
_AT = dict(
    zip(
        LEVELS,
        (
            term(f"coordinatesAt{name}LevelWith")
            for name in ("Policy", "Operational", "ServiceDelivery")
        ),
        strict=True,
    )
)


def is_plain(store: Store) -> bool:
    """Say whether all actors, mechanisms and levels are named by IRIs, as `blocks` needs."""
    return not store.ask(_ODD)


def blocks(store: Store) -> Iterator[bytes]:
    """Yield the statements that the rules in `DERIVED` construct, as N-Triples."""
    parties = _Parties.read(store)
    for start in range(0, len(parties.actor), _BLOCK):
        rows = slice(start, start + _BLOCK)
        actor = _take(parties.actors, parties.actor[rows])
        mechanism = _take(parties.mechanisms, parties.mechanism[rows])
        yield _lines(mechanism, term("party"), actor)
        yield _lines(actor, term("participatesIn"), mechanism)
    for actors in parties.ranges():
        yield from _ties(parties, actors)


@dataclass(frozen=True, slots=True, eq=False)
class _Parties:
    """Who takes part in what; names are serialised terms, in the order of their IRIs."""

    actors: pa.StringArray
    mechanisms: pa.StringArray
    levels: pa.StringArray
    actor: Ints
    mechanism: Ints
    at_mechanism: Ints
    at_level: Ints
    share: Ints

    @classmethod
    def read(cls, store: Store) -> "_Parties":
        """Read the participations of a store."""
        table, stated = store.columns(_PARTIES), store.columns(_LEVELS)
        actors, actor = _sorted(table.column("actor"))
        mechanisms, mechanism = _sorted(table.column("mechanism"))
        levels, level = _sorted(stated.column("level"))
        known = pc.index_in(stated.column("mechanism").cast(pa.string()), value_set=mechanisms)
        of = numbers(whole(known))
        silent = np.setdiff1d(np.arange(len(mechanisms)), of)
        at_mechanism = np.append(of, silent)
        at_level = np.append(level, np.full(len(silent), NO_LEVEL))
        order = np.lexsort((at_level, at_mechanism))
        sizes = np.bincount(mechanism, minlength=len(mechanisms))
        by = np.lexsort((actor, mechanism))
        return cls(
            _terms(actors),
            _terms(mechanisms),
            _terms(levels),
            actor[by],
            mechanism[by],
            at_mechanism[order],
            at_level[order],
            _SHARE // np.maximum(sizes - 1, 1),
        )

    def ranges(self) -> Iterator[Ints]:
        """Yield ranges of actors who meet others about ``_BLOCK`` times."""
        sizes = np.bincount(self.mechanism, minlength=len(self.mechanisms))
        met = np.bincount(self.actor, sizes[self.mechanism], len(self.actors))
        parts = (np.cumsum(met) // _BLOCK).astype(np.int64)
        for part in np.unique(parts):
            yield np.flatnonzero(parts == part)


def _sorted(column: pa.ChunkedArray) -> tuple[pa.StringArray, Ints]:
    told = whole(column.cast(pa.string()))
    found = told.unique()
    found = found.take(pc.sort_indices(found))
    return found, numbers(pc.index_in(told, value_set=found))


def _terms(iris: pa.StringArray) -> pa.StringArray:
    return texts(str(NamedNode(iri)) for iri in iris.to_pylist())


def _ties(parties: _Parties, actors: Ints) -> Iterator[bytes]:
    """Yield what follows from the meetings of some actors with those after them."""
    one, other = meetings(parties.mechanism, parties.actor, wanted=actors)
    source, target = parties.actor[one], parties.actor[other]
    mechanism = parties.mechanism[one]
    yield from _both_ways(parties, source, target, term("coordinatesWith"))
    first = np.searchsorted(parties.at_mechanism, mechanism, side="left")
    count = np.searchsorted(parties.at_mechanism, mechanism, side="right") - first
    rows = np.repeat(np.arange(len(mechanism)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    level = parties.at_level[first[rows] + nth]
    source, target, mechanism = source[rows], target[rows], mechanism[rows]
    for place, iri in enumerate(parties.levels.to_pylist()):
        here = level == place
        if (name := _AT.get(iri.strip("<>"))) is not None:
            yield from _both_ways(parties, source[here], target[here], name)
    order = np.lexsort((level, target, source))
    yield from _described(parties, source[order], target[order], level[order], mechanism[order])


def _both_ways(
    parties: _Parties, source: Ints, target: Ints, name: NamedNode
) -> Iterator[bytes]:
    pairs = np.unique(source * len(parties.actors) + target)
    one, other = (
        _take(parties.actors, end) for end in np.divmod(pairs, max(len(parties.actors), 1))
    )
    yield _lines(one, name, other)
    yield _lines(other, name, one)


def _described(
    parties: _Parties, source: Ints, target: Ints, level: Ints, mechanism: Ints
) -> Iterator[bytes]:
    """Yield ties, given their meetings in order of source, target and level."""
    changes = (np.diff(column) != 0 for column in (source, target, level))
    starts = np.flatnonzero(np.append(len(source) > 0, np.logical_or.reduce([*changes])))
    if not len(source):
        return
    tie_of = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(source))))
    one, other = (_take(parties.actors, end[starts]) for end in (source, target))
    at = np.where(level[starts] == NO_LEVEL, len(parties.levels), level[starts])
    levels = pa.concat_arrays([parties.levels, texts(["<>"])])
    names = _names(one, other, _take(levels, at))
    counts = np.bincount(tie_of)
    yield _lines(names, _TYPE, term("Tie"))
    yield _lines(names, term("between"), one)
    yield _lines(names, term("between"), other)
    stated = integers(level[starts] != NO_LEVEL).cast(pa.bool_())
    yield _lines(names.filter(stated), term("level"), _take(levels, at).filter(stated))
    through = _take(parties.mechanisms, mechanism)
    yield _lines(_take(names, tie_of), term("through"), through)
    yield _lines(names, term("weightCount"), _literals(map(str, counts.tolist()), _INTEGER))
    shares = _decimals(parties.share[mechanism], tie_of)
    yield _lines(names, term("weightNewman"), _literals(shares, _DECIMAL))


def _names(one: pa.Array, other: pa.Array, level: pa.Array) -> pa.StringArray:
    """Return the IRI of each tie, by the digest of what it ties at which level."""
    ends = zip(one.to_pylist(), other.to_pylist(), level.to_pylist(), strict=True)
    keys = (f"{a[1:-1]} {b[1:-1]} {at[1:-1]}" for a, b, at in ends)
    digests = (sha1(key.encode(), usedforsecurity=False).hexdigest()[:16] for key in keys)
    return texts(f"<{ID}tie/{digest}>" for digest in digests)


def _decimals(shares: Ints, tie_of: Ints) -> Iterator[str]:
    """Yield the sums of shares, of 18 decimals, as decimals are written: as few as needed."""
    limbs = (
        np.add.reduceat(part, np.flatnonzero(np.diff(tie_of, prepend=-1))).tolist()
        for part in np.divmod(shares, _LIMB)
    )
    for high, low in zip(*limbs, strict=True):
        whole, rest = divmod(high * _LIMB + low, _SHARE)
        yield f"{whole}.{rest:018}".rstrip("0").rstrip(".")


def _literals(values: Iterator[str], datatype: str) -> pa.StringArray:
    return texts(f'"{value}"^^{datatype}' for value in values)


def _take(names: pa.StringArray, places: Ints) -> pa.StringArray:
    return names.take(integers(places))


def _same(text: str) -> pa.StringScalar:
    """Return a text that stands in every row."""
    return texts([text])[0]


def _lines(*parts: pa.StringArray | NamedNode | str) -> bytes:
    """Return statements, one a line, from columns of serialised terms."""
    columns = [part if isinstance(part, pa.Array) else _same(str(part)) for part in parts]
    joined = pc.binary_join_element_wise(*columns, *map(_same, (".\n", " ")))
    data: bytes = joined.cast(pa.large_string()).buffers()[2].to_pybytes()
    return data if len(joined) else b""
