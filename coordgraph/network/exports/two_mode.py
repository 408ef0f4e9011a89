"""Actors and the mechanisms they take part in, both as nodes, as they are written."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from coordgraph.actors import labels
from coordgraph.arrow import floats, integers, texts
from coordgraph.namespace import slug
from coordgraph.network.directed import Projected
from coordgraph.network.exports.document import Block, Document
from coordgraph.network.exports.evidence import Evidence, read_evidence
from coordgraph.network.exports.lives import Lives, read_lives
from coordgraph.network.exports.one_mode import actor_rows, beside, edge_names
from coordgraph.network.exports.ranges import listed
from coordgraph.network.exports.relations import Relation, keys_of, read_relation
from coordgraph.network.exports.rendering import flat
from coordgraph.network.exports.spells import lasting
from coordgraph.store import Store
from coordgraph.ties import NO_LEVEL, Ints, Ties

__all__ = ["two_mode"]

_PREFIX = "PREFIX cg: <https://w3id.org/coordgraph/ns#>\n"
_MECHANISMS = {
    name: f"{_PREFIX}SELECT DISTINCT ?mechanism ?value {{ ?mechanism {path} ?value }}"
    for name, path in {
        "kind": "cg:mechanismKind",
        "practices": "cg:inPractice",
        "status": "cg:agreementStatus",
    }.items()
}
_TAKINGS = {
    name: f"""{_PREFIX}SELECT DISTINCT ?mechanism ?actor ?value {{
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor ; {path} ?value .
}}"""
    for name, path in {"roles": "cg:role", "basis": "cg:basis"}.items()
}


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What a store says beyond the network itself."""

    lives: Lives
    evidence: Evidence
    takings: Mapping[str, Relation]
    mechanisms: int


def two_mode(network: Projected, *, store: Store | None = None, lang: str = "en") -> Document:
    """
    Return actors, mechanisms and who takes part in which, as they are written.

    Parameters
    ----------
    network
        The network; its ties do not matter.
    store
        Where kinds, roles, dates, titles and evidence are; nothing is said of them, if not
        given.
    lang
        The language of labels.
    """
    incidence = network.incidence
    keys = np.unique(keys_of(network, incidence.actor, incidence.mechanism))
    actor, mechanism = np.divmod(keys, max(len(incidence.mechanisms), 1))
    mechanism = mechanism + len(incidence.actors)
    nodes, known, spells = _nodes(network, store, lang), None, None
    if store is not None:
        known = _known(store, network, lang)
        both = np.concatenate([keys, keys])
        spells = lasting(known.lives, np.concatenate([actor, mechanism]), both, len(nodes))
        nodes = beside(nodes, spells.table)
    ties = Ties(
        (*incidence.actors, *incidence.mechanisms),
        (),
        actor,
        mechanism,
        np.full(len(keys), NO_LEVEL),
        np.ones(len(keys)),
    )

    def edges(start: int, stop: int) -> Block:
        return _edges(ties.part(slice(start, stop)), keys[start:stop], known, start)

    return Document(nodes, spells, ties, lambda: ties, edges, actors=len(incidence.actors))


def _known(store: Store, network: Projected, lang: str) -> _Known:
    lives, evidence = read_lives(store, network), read_evidence(store, network, lang=lang)
    takings = {name: read_relation(store, asked, network) for name, asked in _TAKINGS.items()}
    return _Known(lives, evidence, takings, len(network.incidence.mechanisms))


def _nodes(network: Projected, store: Store | None, lang: str) -> pa.Table:
    """Return actors and, after them, mechanisms; ``mode`` tells which is which."""
    mechanisms, levels = network.incidence.mechanisms, network.incidence.levels
    named = {} if store is None else labels(store, mechanisms, lang=lang)
    size = len(mechanisms)
    stated = network.incidence.level != NO_LEVEL
    at = network.incidence.mechanism[stated]
    columns: dict[str, pa.Array] = {
        "id": texts(mechanisms),
        "label": texts(named.get(iri) or slug(iri) for iri in mechanisms),
        "mode": texts(["mechanism"] * size),
        "levels": listed(at, network.incidence.level[stated], size)(texts(levels)),
    }
    if store is not None:
        columns |= _described(store, network)
    own = actor_rows(network)
    own = own.append_column("mode", texts(["actor"] * len(own)))
    return pa.concat_tables([own, pa.table(columns)], promote_options="default")


def _described(store: Store, network: Projected) -> dict[str, pa.Array]:
    """Return what is known of each mechanism; of several kinds, all in one text."""
    size = len(network.incidence.mechanisms)
    columns = {}
    for name, asked in _MECHANISMS.items():
        found = read_relation(store, asked, network)
        lists = listed(*found.members(np.arange(size)), size)
        if name == "practices":
            columns[name] = lists(texts(found.names))
        else:
            columns[name] = flat(name, lists(texts(map(slug, found.names)))).cast(pa.string())
    return columns


def _edges(ties: Ties, keys: Ints, known: _Known | None, start: int) -> Block:
    names = texts(ties.actors)
    columns: dict[str, pa.Array] = {
        "id": edge_names(start, start + len(ties)),
        "source": names.take(integers(ties.source)),
        "target": names.take(integers(ties.target)),
        "weight": floats(ties.weight),
    }
    if known is None:
        return Block(pa.table(columns), None)
    of = np.arange(len(ties))
    for name, relation in known.takings.items():
        lists = listed(*relation.members(keys), len(ties))
        columns[name] = lists(texts(map(slug, relation.names)))
    mechanism = keys % known.mechanisms
    spells = lasting(known.lives, of, keys, len(ties))
    told = known.evidence.columns(of, mechanism, (keys,), len(ties))
    return Block(beside(pa.table(columns), spells.table, pa.table(told)), spells)
