"""
Who stands between others that are not tied, in which role, and whether more than by chance.

Roles are those of Gould and Fernandez (`coordgraph.network.brokerage_roles`); what chance
makes of them is told in `coordgraph.network.brokerage_chance`, two-mode brokerage in
`coordgraph.network.brokerage_twomode`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from typing import Literal

import numpy as np
import pyarrow as pa
from scipy import sparse

from coordgraph.arrow import floats, integers, texts
from coordgraph.errors import CallError
from coordgraph.network.brokerage_chance import Chance, of_actors, of_network
from coordgraph.network.brokerage_roles import ROLES, role_counts
from coordgraph.network.brokerage_twomode import chains
from coordgraph.network.directed import Directed, Projected
from coordgraph.network.dyads import dyads_of_network
from coordgraph.network.parts import Parts, Unknown, parted
from coordgraph.network.tabulation import actor_table
from coordgraph.store import Store
from coordgraph.ties import Floats, Ints

__all__ = ["Brokers", "Model", "brokerage", "brokers"]

Model = Literal["graph", "digraph"]
"""Whether chance makes a tie as one, or each of its two ways by itself, as sna has it."""


@dataclass(frozen=True, slots=True, eq=False)
class Brokers:
    """
    How often actors are brokers, and what chance makes of it.

    Attributes
    ----------
    counts
        Actors by `ROLES`.
    chance
        What is expected of each actor.
    whole
        What is expected of all actors together.
    """

    counts: Floats
    chance: Chance
    whole: Chance

    def z(self) -> Floats:
        """Return by how many deviations each count departs from what is expected."""
        return _departure(self.counts, self.chance)

    def whole_z(self) -> Floats:
        """Return by how many deviations the sums of all actors depart from it."""
        return _departure(self.counts.sum(axis=0), self.whole)


def brokers(matrix: "sparse.csr_array", parts: Ints, *, directed: bool = True) -> Brokers:
    """
    Return how often actors are brokers, and what chance makes of it.

    Parameters
    ----------
    matrix
        Actors by actors: what is not 0 is a tie from the row to the column; the diagonal does
        not count.  A network without directions is a symmetric matrix.
    parts
        The part of each actor, numbered from 0.
    directed
        Whether chance makes each of the two ways between actors by itself.

    Examples
    --------
    >>> ties = sparse.csr_array(np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]]))
    >>> found = brokers(ties, np.array([0, 0, 1]))
    >>> found.counts[1].tolist()
    [0.0, 0.0, 1.0, 0.0, 0.0, 1.0]
    """
    pattern = sparse.csr_array(matrix) != 0
    size = len(parts)
    pairs = size * (size - 1)
    tied = pattern.nnz - np.count_nonzero(pattern.diagonal())
    density = tied / pairs if pairs else 0.0
    sizes = np.bincount(parts)
    expected = of_actors(sizes, density, directed=directed)
    return Brokers(
        role_counts(pattern.astype(np.float64), parts),
        Chance(*(column[parts] for column in expected)),
        of_network(sizes, density, directed=directed),
    )


def _departure(counts: Floats, chance: Chance) -> Floats:
    room = chance.deviation > 0
    found: Floats = np.full(counts.shape, np.nan)
    np.divide(counts - chance.expected, chance.deviation, out=found, where=room)
    return found


def brokerage(  # noqa: PLR0913 - what is wanted, each by name
    network: Projected,
    by: str | Mapping[str, str] = "country",
    *,
    store: Store | None = None,
    of: Literal["actors", "network"] = "actors",
    two_mode: bool = False,
    unknown: Unknown = "drop",
    model: Model = "graph",
) -> pa.Table:
    """
    Return how often actors are brokers between parts, by role.

    Parameters
    ----------
    network
        A projection, or who acts towards whom; ties at several levels are one, and weights do
        not count.
    by
        What parts the actors: ``country``, ``kind``, ``sector``, ``class``, the IRI or
        prefixed name of any property, or parts of one's own, by IRI.
    store
        Where to ask for a property.
    of
        One row an actor, or one row a role of the whole network.
    two_mode
        Count chains of mechanisms instead of ties
        (`coordgraph.network.brokerage_twomode`); chance is not reckoned with.
    unknown
        ``drop``: actors of an unknown part, and their ties, are left out; their values are
        null.  ``part``: they make a part of their own.
    model
        What chance makes: ``graph``, a tie is one; ``digraph``, each of its two ways by
        itself, as sna reckons for matrices of any kind, and as is right for arcs.

    Returns
    -------
    pyarrow.Table
        Of actors: ``actor, label, kind, country, part``, the roles and ``total``, for each of
        them ``z_``, ``expected_`` and ``sd_`` of it, ``group``; most often brokers first.  Two-
        mode: ``pairs``, how many pairs the actor connects, in place of chance.
        Of the network: ``role, count, expected, sd, z``.
        A z is null where chance leaves no room: in a network without ties, or complete.

    Raises
    ------
    UnknownAttribute
        If ``by`` is nothing that parts actors.
    EmptyData
        If no actor's part is known.
    CallError
        If chains are asked for of who acts towards whom.
    """
    arcs = isinstance(network, Directed)
    if two_mode and arcs:
        raise CallError(
            _("Chains through mechanisms have no direction: leave out one of both.")
        )
    parts = parted(network, by, store=store, unknown=unknown)
    if two_mode:
        found = chains(network.incidence, parts)
        return (
            _of_roles(found.sum(axis=0))
            if of == "network"
            else _of_chains(network, parts, found)
        )
    kept = np.flatnonzero(parts.kept)
    inside = sparse.csr_array(dyads_of_network(network).matrix()[kept][:, kept])
    every = brokers(inside, parts.place, directed=arcs or model == "digraph")
    if of == "network":
        return _of_roles(every.counts.sum(axis=0), every.whole, every.whole_z())
    numbers = {"": every.counts, "z_": every.z()}
    numbers |= {"expected_": every.chance.expected, "sd_": every.chance.deviation}
    return _of_actors(network, parts, numbers)


def _of_actors(network: Projected, parts: Parts, numbers: Mapping[str, Floats]) -> pa.Table:
    """Return a row an actor; those left out have nulls."""
    values = {
        prefix + role: _everybody(parts, column)
        for prefix, columns in numbers.items()
        for role, column in zip(ROLES, columns.T, strict=True)
    }
    return _told(network, parts, values, counted=ROLES)


def _of_chains(network: Projected, parts: Parts, found: Floats) -> pa.Table:
    names = (*ROLES, "pairs")
    values = {
        name: _everybody(parts, column) for name, column in zip(names, found.T, strict=True)
    }
    return _told(network, parts, values, counted=names)


def _told(
    network: Projected, parts: Parts, values: Mapping[str, Floats], *, counted: Sequence[str]
) -> pa.Table:
    table = actor_table(network, values, leading="total")
    for name in counted:
        place = table.column_names.index(name)
        table = table.set_column(place, name, table.column(name).cast(pa.int64()))
    part = dict(zip(network.actors, parts.of_each(), strict=True))
    ordered = texts(part[actor] for actor in table.column("actor").to_pylist())
    return table.add_column(table.column_names.index("country") + 1, "part", ordered)


def _everybody(parts: Parts, column: Floats) -> Floats:
    found = np.full(len(parts.kept), np.nan)
    found[parts.kept] = column
    return found


def _of_roles(
    counts: Floats, chance: Chance | None = None, z: Floats | None = None
) -> pa.Table:
    """Return a row a role of the whole network."""
    count = integers(counts[: len(ROLES)].astype(np.int64))
    table = pa.table({"role": texts(ROLES), "count": count})
    if chance is None or z is None:
        return table
    columns = {"expected": chance.expected, "sd": chance.deviation, "z": z}
    for name, column in columns.items():
        table = table.append_column(name, floats(column))
    return table
