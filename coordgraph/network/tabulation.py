"""Numbers of actors as a table: who, what is known of them, and the numbers."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np
import pyarrow as pa

from coordgraph.actors import Actor, ahead
from coordgraph.arrow import floats, integers, texts
from coordgraph.ties import Floats, Ints

__all__ = ["OfActors", "actor_table", "described", "number_table", "with_names"]

_COUNTED = {
    "degree",
    "in_degree",
    "out_degree",
    "core",
    "community",
    "mechanisms",
    "articulation",
}


class OfActors(Protocol):
    """A network, of ties or of arcs: what is asked of it here is who its actors are."""

    @property
    def actors(self) -> Mapping[str, Actor]:
        """What is known of each actor, by IRI."""
        ...


def actor_table(
    network: OfActors, values: Mapping[str, Floats | Ints], *, leading: str | None = None
) -> pa.Table:
    """
    Return one row an actor: ``actor, label, kind, country``, the values, ``group``.

    Parameters
    ----------
    network
        Whose actors these are.
    values
        By name, one value an actor, in the order of ``network.ties.actors``; NaN is null, whole
        numbers stay whole.
    leading
        The column to sort by, highest first; strength or the first one, if not given.
    """
    table = number_table(list(network.actors), values, leading=leading)
    return with_names(table, network.actors)


def number_table(
    iris: Iterable[str],
    values: Mapping[str, Floats | Ints],
    *,
    leading: str | None = None,
) -> pa.Table:
    """
    Return one row an actor: ``actor`` and the values, in the order of `actor_table`.

    Parameters
    ----------
    iris
        The actors.
    values, leading
        As for `actor_table`.
    """
    measured = {name: _column(name, column) for name, column in values.items()}
    table = pa.table({"actor": texts(iris), **measured})
    first = leading or ("strength" if "strength" in values else next(iter(values)))
    return table.take(integers(_order(values[first])))


def with_names(table: pa.Table, known: Mapping[str, Actor]) -> pa.Table:
    """
    Return a table of numbers with ``label, kind, country`` before them, ``group`` behind.

    Parameters
    ----------
    table
        As `number_table` makes it, or some rows of it; its metadata stay.
    known
        What is known of each of its actors, by IRI.
    """
    iris = table.column("actor").to_pylist()
    ahead(known, iris)
    actors = [known[iri] for iri in iris]
    groups = integers(np.array([actor.is_group for actor in actors], int)).cast(pa.bool_())
    for place, (name, column) in enumerate(_described(actors).items()):
        if name != "actor":
            table = table.add_column(place, name, column)
    return table.append_column("group", groups)


def described(network: OfActors) -> dict[str, pa.Array]:
    """Return what is known of each actor: ``actor, label, kind, country``."""
    return _described(list(network.actors.values()))


def _described(actors: Sequence[Actor]) -> dict[str, pa.Array]:
    return {
        "actor": texts(actor.iri for actor in actors),
        "label": texts(actor.label for actor in actors),
        "kind": texts(actor.kind for actor in actors),
        "country": texts(actor.country for actor in actors),
    }


def _column(name: str, values: Floats | Ints) -> pa.Array:
    whole = name in _COUNTED and np.all(values == np.floor(values))
    if whole or values.dtype == np.int64:
        return integers(values.astype(np.int64))
    return floats(values.astype(np.float64))


def _order(values: Floats | Ints) -> Ints:
    """Return places by value, highest first; equals stay in the order of their IRIs."""
    return np.argsort(-np.nan_to_num(values, nan=-np.inf), kind="stable")
