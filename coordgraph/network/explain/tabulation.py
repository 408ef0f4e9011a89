"""An explanation as tables: ties, the mechanisms behind them, and the parts of paths."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts
from coordgraph.network.explain.evidence import Mechanism
from coordgraph.network.explain.shares import Parts, Shares
from coordgraph.network.projection import Network
from coordgraph.network.weights import worth
from coordgraph.ties import Floats, Ints

__all__ = [
    "Meetings",
    "by_contribution",
    "meetings",
    "parts_table",
    "rows_table",
    "ties_table",
]


_DECIMALS = 12
"""Sums that differ in what follows are equal: the order is that of the actors then."""


class Meetings(NamedTuple):
    """
    Where an actor meets its counterparts: one place a counterpart, level and mechanism.

    ``worth`` is what each adds to the weight of the tie, ``given`` to the measure.
    """

    counterpart: list[int]
    level: list[str | None]
    mechanism: list[str]
    worth: Floats
    given: Floats


def by_contribution(shared: Shares) -> Ints:
    """Return the order of ties: what gives most first, then what counts, then by weight."""
    given = np.round(np.nan_to_num(shared.given), _DECIMALS)
    return np.lexsort((shared.counterpart, -shared.weight, ~shared.counts, -given))


def meetings(network: Network, place: int, shared: Shares, order: Ints) -> Meetings:
    """
    Return where an actor meets its counterparts, these in a given order.

    Parameters
    ----------
    network
        The network, its ties of each level apart.
    place
        The position of the actor.
    shared
        What each tie gives to the measure.
    order
        Positions in ``shared``.
    """
    own = network.ties.of(network.ties.actors[place])
    behind = network.incidence.behind(own)
    tie = np.repeat(np.arange(len(own)), np.diff(behind.offsets.to_pylist()))
    names = behind.flatten().to_pylist()
    counterpart = own.source[tie] + own.target[tie] - place
    at = np.searchsorted(shared.counterpart, counterpart)
    sizes = network.incidence.sizes()
    position = {name: number for number, name in enumerate(network.incidence.mechanisms)}
    each = worth(network.weight, sizes)[[position[name] for name in names]]
    total = np.bincount(at, each, len(shared.counterpart))
    given = shared.given[at] * each / total[at]
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    rows = np.argsort(rank[at], kind="stable")
    levels = (*own.levels, None)
    return Meetings(
        counterpart[rows].tolist(),
        [levels[own.level[one]] for one in tie[rows]],
        [names[row] for row in rows],
        each[rows],
        given[rows],
    )


def ties_table(network: Network, shared: Shares, values: Floats, order: Ints) -> pa.Table:
    """Return one row a counterpart: what it is, what the tie weighs, counts and gives."""
    others = shared.counterpart[order]
    iris = [network.ties.actors[place] for place in others]
    return pa.table(
        {
            "counterpart": texts(iris),
            "label": texts(network.actors[iri].label for iri in iris),
            "weight": floats(shared.weight[order]),
            "value": floats(values[others]),
            "counts": integers(shared.counts[order].astype(np.int64)).cast(pa.bool_()),
            "contribution": floats(shared.given[order]),
        }
    )


def rows_table(
    network: Network, met: Meetings, told: Mapping[str, Mechanism], place: int
) -> pa.Table:
    """Return one row a meeting: the mechanism, what it gives, and where it is written."""
    actors = network.ties.actors
    iris = [actors[one] for one in met.counterpart]
    found = [told[name] for name in met.mechanism]
    written = [one.written(actors[place], iri) for one, iri in zip(found, iris, strict=True)]
    lists = pa.list_(pa.string())
    return pa.table(
        {
            "counterpart": texts(iris),
            "label": texts(network.actors[iri].label for iri in iris),
            "level": pa.array(met.level, pa.string()),
            "mechanism": texts(met.mechanism),
            "title": texts(one.title for one in found),
            "kind": texts(one.kind for one in found),
            "weight": floats(met.worth),
            "contribution": floats(met.given),
            "passages": pa.array([[one.iri for one in ones] for ones in written], lists),
            "places": pa.array([[str(one) for one in ones] for ones in written], lists),
        }
    )


def parts_table(network: Network, parts: Parts) -> pa.Table:
    """Return one row an actor that is reached, or a pair, what gives most first."""
    second = parts.one if parts.other is None else parts.other
    order = np.lexsort((second, parts.one, -np.round(parts.given, _DECIMALS)))
    given = floats(parts.given[order])
    one, label = _named(network, parts.one[order])
    if parts.other is None or parts.share is None:
        assert parts.distance is not None
        distance = floats(parts.distance[order])
        return pa.table(
            {"actor": one, "label": label, "distance": distance, "contribution": given}
        )
    other, other_label = _named(network, parts.other[order])
    return pa.table(
        {
            "one": one,
            "one_label": label,
            "other": other,
            "other_label": other_label,
            "share": floats(parts.share[order]),
            "contribution": given,
        }
    )


def _named(network: Network, places: Ints) -> tuple[pa.Array, pa.Array]:
    iris = [network.ties.actors[place] for place in places]
    return texts(iris), texts(network.actors[iri].label for iri in iris)
