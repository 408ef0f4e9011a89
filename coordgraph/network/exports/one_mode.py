"""Actors and the ties among them, as they are written."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.actors import labels
from coordgraph.arrow import floats, integers, numbers, texts
from coordgraph.namespace import slug
from coordgraph.network.directed import Directed, Projected
from coordgraph.network.exports.document import Block, Document
from coordgraph.network.exports.evidence import Evidence, read_evidence
from coordgraph.network.exports.lives import Lives, read_lives
from coordgraph.network.exports.ranges import listed
from coordgraph.network.exports.relations import Relation, keys_of, read_relation
from coordgraph.network.exports.spells import lasting, shared
from coordgraph.network.naming import term_labels
from coordgraph.store import Store
from coordgraph.ties import NO_LEVEL, Ints

__all__ = ["actor_rows", "beside", "edge_names", "one_mode"]

_ROLES = """PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?mechanism ?actor ?value {
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor ; cg:role ?value .
}"""


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What a store says beyond the network itself."""

    lives: Lives
    evidence: Evidence
    roles: Relation
    titles: pa.Array
    levels: tuple[str, ...]


def one_mode(network: Projected, *, store: Store | None = None, lang: str = "en") -> Document:
    """
    Return actors and ties as they are written.

    Parameters
    ----------
    network
        The network.
    store
        Where dates, titles and evidence are; nothing is said of them, if not given.
    lang
        The language of labels.
    """
    known = None if store is None else _known(store, network, lang)
    nodes = actor_rows(network)
    spells = None
    if known is not None:
        at, of = network.incidence.actor, network.incidence.mechanism
        keys, first = np.unique(keys_of(network, at, of), return_index=True)
        spells = lasting(known.lives, at[first], keys, len(nodes))
        nodes = beside(nodes, spells.table)

    def edges(start: int, stop: int) -> Block:
        return _edges(network, known, start, stop)

    return Document(
        nodes,
        spells,
        network.ties,
        network.merged,
        edges,
        directed=isinstance(network, Directed),
    )


def actor_rows(network: Projected) -> pa.Table:
    """Return the actors as a table: ``id, label, kind, country, sector, group``."""
    actors = list(network.actors.values())
    groups = integers(np.array([actor.is_group for actor in actors], np.int64))
    return pa.table(
        {
            "id": texts(actor.iri for actor in actors),
            "label": texts(actor.label for actor in actors),
            "kind": texts(actor.kind for actor in actors),
            "country": texts(actor.country for actor in actors),
            "sector": texts(actor.sector for actor in actors),
            "group": groups.cast(pa.bool_()),
        }
    )


def edge_names(start: int, stop: int) -> pa.Array:
    """
    Return the names of edges in a file.

    >>> edge_names(2, 4).to_pylist()
    ['e2', 'e3']
    """
    return texts(f"e{place}" for place in range(start, stop))


def _known(store: Store, network: Projected, lang: str) -> _Known:
    incidence = network.incidence
    mechanisms = labels(store, incidence.mechanisms, lang=lang)
    levels = term_labels(store, incidence.levels, lang=lang)
    return _Known(
        read_lives(store, network),
        read_evidence(store, network, lang=lang),
        read_relation(store, _ROLES, network),
        texts(mechanisms[iri] for iri in incidence.mechanisms),
        tuple(levels[iri] for iri in incidence.levels),
    )


def _edges(network: Projected, known: _Known | None, start: int, stop: int) -> Block:
    ties = network.ties.part(slice(start, stop))
    table = ties.to_arrow()
    levels = texts(known.levels if known else map(slug, ties.levels))
    behind = network.behind(ties)
    columns = {
        "id": edge_names(start, stop),
        "source": table.column("source"),
        "target": table.column("target"),
        "level": table.column("level"),
        "level_label": levels.take(integers(ties.level, null=NO_LEVEL)),
        "weight": floats(ties.weight),
        "mechanisms": behind,
    }
    if known is None:
        return Block(pa.table(columns), None)
    of, place = _behind(network, behind)
    offsets = integers(np.searchsorted(of, np.arange(len(ties) + 1))).cast(pa.int32())
    columns["titles"] = pa.ListArray.from_arrays(offsets, known.titles.take(integers(place)))
    ends = ties.source[of], ties.target[of]
    keys = keys_of(network, ends[0], place), keys_of(network, ends[1], place)
    spells = shared(known.lives, of, keys, len(ties))
    for end, taking in zip(("source", "target"), keys, strict=True):
        columns[f"{end}_roles"] = _roles(known.roles, of, taking, len(ties))
    told = known.evidence.columns(of, place, keys, len(ties))
    parts = pa.table(columns), spells.table, pa.table(told)
    return Block(beside(*parts), spells)


def _roles(roles: Relation, of: Ints, keys: Ints, size: int) -> pa.ListArray:
    """Return in which roles one end of each tie takes part in what is behind it."""
    row, member = roles.members(keys)
    return listed(of[row], member, size)(texts(map(slug, roles.names)))


def _behind(network: Projected, behind: pa.ListArray) -> tuple[Ints, Ints]:
    """Return, a row a tie and mechanism behind it, the places of both."""
    lengths = numbers(pc.list_value_length(behind))
    mechanisms = texts(network.incidence.mechanisms)
    place = numbers(pc.index_in(behind.flatten(), value_set=mechanisms))
    return np.repeat(np.arange(len(behind)), lengths), place


def beside(*tables: pa.Table) -> pa.Table:
    """Return tables of as many rows as one, their columns side by side."""
    return pa.table({name: one.column(name) for one in tables for name in one.column_names})
