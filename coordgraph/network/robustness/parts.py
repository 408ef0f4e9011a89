"""What can be left out of a network: which participations go with it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

import numpy as np

from coordgraph.actors import labels
from coordgraph.network.lifting import counted_as
from coordgraph.network.projection import Network
from coordgraph.network.takings import Mask
from coordgraph.store import Store

__all__ = ["LEAVES", "Leave", "Part", "parts"]

Leave = Literal["source", "group", "practice", "mechanism"]
"""What may be left out, one after the other."""

LEAVES: tuple[Leave, ...] = ("source", "group", "practice", "mechanism")

_SOURCES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?mechanism ?actor ?participation (COALESCE(?whole, ?place) AS ?source) {
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor .
  OPTIONAL { ?participation cg:evidence ?place OPTIONAL { ?place dcterms:isPartOf ?whole } }
}"""
_PRACTICES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
SELECT DISTINCT ?mechanism ?practice { ?mechanism cg:inPractice ?practice }"""


class Part(NamedTuple):
    """
    One thing that can be left out.

    Attributes
    ----------
    iri, label
        Which it is.
    gone
        Which rows of the incidence go with it.
    """

    iri: str
    label: str
    gone: Mask


def parts(network: Network, leave: Leave, store: Store, *, lang: str = "en") -> list[Part]:
    """
    Return all that can be left out and takes something away, in the order of IRIs.

    Parameters
    ----------
    network
        A projection.
    leave
        ``mechanism``; ``practice``: its mechanisms go; ``group``: an actor known only by kind
        goes; ``source``: what is written nowhere else goes. A participation without evidence
        stays, whatever source is left out.
    store
        Where to ask for sources, practices and names.
    lang
        The language of labels.
    """
    found = dict(sorted(_FINDERS[leave](network, store)))
    called = labels(store, found, lang=lang)
    return [Part(iri, called[iri], gone) for iri, gone in found.items() if gone.any()]


def _mechanisms(network: Network, _: Store) -> Iterator[tuple[str, Mask]]:
    incidence = network.incidence
    for place, iri in enumerate(incidence.mechanisms):
        yield iri, incidence.mechanism == place


def _groups(network: Network, _: Store) -> Iterator[tuple[str, Mask]]:
    incidence = network.incidence
    for place, iri in enumerate(incidence.actors):
        if network.actors[iri].is_group:
            yield iri, incidence.actor == place


def _practices(network: Network, store: Store) -> Iterator[tuple[str, Mask]]:
    incidence = network.incidence
    place = {iri: at for at, iri in enumerate(incidence.mechanisms)}
    held: defaultdict[str, list[int]] = defaultdict(list)
    for mechanism, practice in _rows(store, _PRACTICES):
        if mechanism in place:
            held[practice].append(place[mechanism])
    for iri, places in held.items():
        yield iri, np.isin(incidence.mechanism, places)


def _sources(network: Network, store: Store) -> Iterator[tuple[str, Mask]]:
    incidence = network.incidence
    only = _only_sources(store, counted_as(store, network.selection.whole))
    pairs = zip(incidence.mechanism.tolist(), incidence.actor.tolist(), strict=True)
    rows = [
        only.get((incidence.mechanisms[mechanism], incidence.actors[actor]), "")
        for mechanism, actor in pairs
    ]
    of_rows = np.array(rows, dtype=object)
    for iri in set(rows) - {""}:
        yield iri, of_rows == iri


def _only_sources(store: Store, wholes: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Return the source of what only one source says: that an actor is in a mechanism."""
    said: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for mechanism, actor, _, source in _rows(store, _SOURCES):
        said[mechanism, wholes.get(actor, actor)].add(source or "")
    return {pair: min(sources) for pair, sources in said.items() if len(sources) == 1}


def _rows(store: Store, sparql: str) -> Iterator[tuple[str, ...]]:
    columns = (column.to_pylist() for column in store.columns(sparql).columns)
    return zip(*columns, strict=True)


_FINDERS = {
    "source": _sources,
    "group": _groups,
    "practice": _practices,
    "mechanism": _mechanisms,
}
