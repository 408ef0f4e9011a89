"""
Whether ties keep to the parts of actors more than chance makes them.

The parts are dealt anew to the actors, each way as likely as any other, while the ties stay:
what a part is in size, and what the network is in shape, is kept [1]_.

References
----------
.. [1] D. Krackhardt and R. N. Stern (1988). Informal networks and organizational crises: an
       experimental simulation. *Social Psychology Quarterly* 51, 123-140.
"""

from collections.abc import Mapping
from functools import partial
from gettext import gettext as _
from typing import Literal

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import TooSmall
from coordgraph.network.directed import Projected
from coordgraph.network.draws import Tick, drawn
from coordgraph.network.ei import External, external, index
from coordgraph.network.parts import Parts, Unknown, parted
from coordgraph.network.significance.outcome import outcome, outcomes_table
from coordgraph.network.significance.qap import DRAWS
from coordgraph.network.significance.size import hold_actors, hold_ways, ways_to_part
from coordgraph.network.tabulation import described
from coordgraph.store import Store
from coordgraph.ties import Floats, Ints

__all__ = ["ei", "ei_index"]


def ei_index(
    network: Projected,
    by: str | Mapping[str, str] = "country",
    *,
    store: Store | None = None,
    of: Literal["network", "parts", "actors"] = "network",
    unknown: Unknown = "drop",
) -> pa.Table:
    """
    Return the E-I index without a test, of networks of any size.

    Parameters
    ----------
    network, by, store, unknown
        As for `coordgraph.network.brokerage.brokerage`.
    of
        One row the network, a part, or an actor.

    Returns
    -------
    pyarrow.Table
        ``internal, external, ei``, after ``actors`` (how many), ``part, actors``, or ``actor,
        label, kind, country, part``.  Actors left out have nulls.

    Raises
    ------
    UnknownAttribute, EmptyData
        As `coordgraph.network.brokerage.brokerage` does.
    """
    parts = parted(network, by, store=store, unknown=unknown)
    source, target = _ends(network, parts)
    found = external(source, target, parts.place)[of]
    if of == "actors":
        return _of_actors(network, parts, found)
    return _head(parts, of, found).append_column("ei", floats(index(found)))


def ei(  # noqa: PLR0913 - what is wanted, each by name
    network: Projected,
    by: str | Mapping[str, str] = "country",
    *,
    store: Store | None = None,
    of: Literal["network", "parts"] = "network",
    unknown: Unknown = "drop",
    draws: int = DRAWS,
    seed: int = 0,
    tick: Tick | None = None,
) -> pa.Table:
    """
    Return the E-I index, and whether it is more or less than chance makes.

    Parameters
    ----------
    network, by, store, of, unknown
        As for `ei_index`.
    draws, seed, tick
        As for `coordgraph.network.significance.qap.qap`.

    Returns
    -------
    pyarrow.Table
        As `ei_index`, with ``expected, sd, p_low, p_high, p_both, draws``; draws in which a
        part has no tie do not count for it.

    Raises
    ------
    UnknownAttribute, EmptyData
        As `ei_index` does.
    TooSmall
        If there are too few actors, ties or ways to deal the parts
        (`coordgraph.network.significance.size`).
    """
    parts = parted(network, by, store=store, unknown=unknown)
    source, target = _ends(network, parts)
    _hold(parts, len(source))
    task = partial(_dealt, source=source, target=target, parts=parts.place, of=of)
    found: Floats = np.array(drawn(task, draws, seed=seed, tick=tick))
    seen = external(source, target, parts.place)[of]
    outcomes = [
        outcome("", float(value), column)
        for value, column in zip(index(seen), found.T, strict=True)
    ]
    table = _head(parts, of, seen)
    tested = outcomes_table(outcomes).rename_columns(
        ["", "ei", "expected", "sd", "p_low", "p_high", "p_both", "draws"]
    )
    for name in tested.column_names[1:]:
        table = table.append_column(name, tested.column(name))
    return table


def _hold(parts: Parts, ties: int) -> None:
    actors = len(parts.place)
    hold_actors(actors)
    if not ties:
        raise TooSmall(
            _("{actors} actors without a tie: nothing to test.").format(actors=actors)
        )
    if len(parts.names) < 2:
        raise TooSmall(
            _("{actors} actors, all of one part: no tie can lead out of it.").format(
                actors=actors
            )
        )
    hold_ways(ways_to_part(parts.sizes()), actors)


def _dealt(
    numbers: np.random.Generator,
    *,
    source: Ints,
    target: Ints,
    parts: Ints,
    of: Literal["network", "parts"],
) -> Floats:
    return index(external(source, target, numbers.permutation(parts))[of])


def _ends(network: Projected, parts: Parts) -> tuple[Ints, Ints]:
    """Return the two actors of each tie between actors that are kept."""
    ties = network.ties.merged()
    place = np.cumsum(parts.kept) - 1
    kept = parts.kept[ties.source] & parts.kept[ties.target]
    return place[ties.source[kept]], place[ties.target[kept]]


def _head(parts: Parts, of: str, found: External) -> pa.Table:
    sizes = parts.sizes()
    columns = {"actors": integers(np.array([sizes.sum()]))}
    if of == "parts":
        columns = {"part": texts(parts.names), "actors": integers(sizes)}
    counts = {"internal": found.internal, "external": found.external}
    return pa.table(columns | {name: integers(column) for name, column in counts.items()})


def _of_actors(network: Projected, parts: Parts, found: External) -> pa.Table:
    columns = {**described(network), "part": texts(parts.of_each())}
    absent = -1
    for name, values in zip(found._fields, found, strict=True):
        every = np.full(len(parts.kept), absent, dtype=np.int64)
        every[parts.kept] = values
        columns[name] = integers(every, null=absent)
    own = np.full(len(parts.kept), np.nan)
    own[parts.kept] = index(found)
    return pa.table({**columns, "ei": floats(own)})
