"""Where it is written: the passages and sources behind ties and participations."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from coordgraph.actors import labels
from coordgraph.arrow import numbers, texts
from coordgraph.network.directed import Projected
from coordgraph.network.exports.ranges import listed
from coordgraph.network.exports.relations import Relation, read_relation
from coordgraph.store import Store
from coordgraph.ties import Ints

__all__ = ["Evidence", "read_evidence"]

_PREFIXES = """
PREFIX cg: <https://w3id.org/coordgraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
_OF_MECHANISMS = (
    _PREFIXES + "SELECT DISTINCT ?mechanism ?value { ?mechanism cg:evidence ?value }"
)
_OF_TAKINGS = (
    _PREFIXES
    + """SELECT DISTINCT ?mechanism ?actor ?value {
  ?mechanism cg:participation ?participation .
  ?participation cg:actor ?actor ; cg:evidence ?value .
}"""
)
_PASSAGES = (
    _PREFIXES
    + """SELECT DISTINCT ?passage ?source ?locator {
  ?passage dcterms:isPartOf ?source ; cg:locator ?locator .
}"""
)


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """
    Which passages and sources tell of mechanisms, and of who takes part in them.

    Attributes
    ----------
    mechanisms, takings
        What tells of each mechanism, and of each actor in it.
    names
        The IRIs of passages, and of sources where nothing says which passage; sorted.
    locators
        Where each of these is, for people: the title of the source, and the place in it.
    sources
        The IRIs of the sources, sorted.
    source
        The place of each name's source among these.
    """

    mechanisms: Relation
    takings: Relation
    names: tuple[str, ...]
    locators: pa.Array
    sources: pa.Array
    source: Ints

    def columns(
        self, of: Ints, mechanisms: Ints, takings: tuple[Ints, ...], size: int
    ) -> dict[str, pa.ListArray]:
        """
        Return ``evidence``, ``locators`` (a text for each) and ``sources`` of some things.

        Parameters
        ----------
        of, mechanisms, takings
            A row a thing and mechanism behind it: the place of the thing, that of the
            mechanism, and the keys of those who take part in it.
        size
            How many things there are.
        """
        asked = [(self.mechanisms, mechanisms), *((self.takings, keys) for keys in takings)]
        things, names = [], []
        for relation, keys in asked:
            row, member = relation.members(keys)
            at = np.searchsorted(self.names, relation.names).astype(np.int64)
            things.append(of[row])
            names.append(at[member])
        thing, name = np.concatenate(things), np.concatenate(names)
        lists, of_sources = listed(thing, name, size), listed(thing, self.source[name], size)
        return {
            "evidence": lists(texts(self.names)),
            "locators": lists(self.locators),
            "sources": of_sources(self.sources),
        }


def read_evidence(store: Store, network: Projected, *, lang: str = "en") -> Evidence:
    """Return what tells of the mechanisms of a network; titles in a language."""
    mechanisms = read_relation(store, _OF_MECHANISMS, network)
    takings = read_relation(store, _OF_TAKINGS, network)
    names = tuple(sorted({*mechanisms.names, *takings.names}))
    within: dict[str, tuple[str, str]] = {}
    columns = (column.to_pylist() for column in store.columns(_PASSAGES).columns)
    for passage, source, locator in sorted(zip(*columns, strict=True)):
        within.setdefault(passage, (source, locator))
    found = [within.get(name, (name, "")) for name in names]
    sources = sorted({source for source, _ in found})
    titles = labels(store, sources, lang=lang)
    located = (", ".join(filter(None, (titles[source], place))) for source, place in found)
    at = pc.index_in(texts(source for source, _ in found), value_set=texts(sources))
    return Evidence(mechanisms, takings, names, texts(located), texts(sources), numbers(at))
