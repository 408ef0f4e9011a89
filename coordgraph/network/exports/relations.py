"""What a store says of mechanisms, and of actors in them, for many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from coordgraph.arrow import numbers, texts
from coordgraph.network.directed import Projected
from coordgraph.network.exports.ranges import spread
from coordgraph.network.lifting import counted_as
from coordgraph.network.takings import NOBODY, Named
from coordgraph.store import Store
from coordgraph.ties import Ints

__all__ = ["Relation", "acting", "keys_of", "places", "read_relation"]


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """
    What belongs to what.

    Attributes
    ----------
    names
        All that belongs to something, sorted.
    key, member
        A row a pair, sorted: to whom it belongs, and the place of what does among the names.
    """

    names: tuple[str, ...]
    key: Ints
    member: Ints

    def members(self, keys: Ints) -> tuple[Ints, Ints]:
        """Return rows of the place of a key among these, and the place of a name of it."""
        low = np.searchsorted(self.key, keys, side="left")
        of, at = spread(low, np.searchsorted(self.key, keys, side="right") - low)
        return of, self.member[at]


def read_relation(store: Store, sparql: str, network: Projected) -> Relation:
    """
    Return what a query says of the mechanisms of a network, or of actors in them.

    Parameters
    ----------
    store
        Where to ask.
    sparql
        A query with the columns ``mechanism`` and ``value``.  With the column ``actor``, too,
        the keys are those of an actor in a mechanism (`keys_of`), else places of mechanisms.
    network
        The network; an actor that counts as another lends it what is said of it.
    """
    table = store.columns(sparql)
    columns = {name: Named.of(table.column(name)) for name in table.column_names}
    key = places(columns["mechanism"], network.incidence.mechanisms)
    if "actor" in columns:
        actor = acting(store, network, columns["actor"])
        key = keys_of(network, places(actor, network.incidence.actors), key)
    value = columns["value"]
    known = (key != NOBODY) & (value.place != NOBODY)
    names = tuple(sorted(Named(value.names, value.place[known]).used()))
    member = places(value, names)
    order = np.lexsort((member[known], key[known]))
    return Relation(names, key[known][order], member[known][order])


def acting(store: Store, network: Projected, actor: Named) -> Named:
    """Return actors as they count in a network: units as institutions, if it says so."""
    whole = counted_as(store, network.selection.whole)
    if not whole:
        return actor
    return actor.renamed(lambda part: whole.get(part, part))


def keys_of(network: Projected, actor: Ints, mechanism: Ints) -> Ints:
    """Return a number for each actor and mechanism, by their places; `NOBODY` for unknown."""
    wide = len(network.incidence.mechanisms)
    keys: Ints = np.where(
        (actor == NOBODY) | (mechanism == NOBODY), NOBODY, actor * wide + mechanism
    )
    return keys


def places(column: Named, wanted: Sequence[str]) -> Ints:
    """Return where the name of each row stands among these; `NOBODY` if it does not."""
    found = numbers(pc.index_in(column.names, value_set=texts(wanted)), null=NOBODY)
    at: Ints = np.append(found, NOBODY)[column.place]
    return at
