"""
How far each tie reaches: within an institution or the sector, across sectors or borders.

The article opens with these: systems are interconnected "across different agencies within the
sector, with organizations in other sectors and with systems in other countries", and "even
within the same institution, different organizational units" [1]_.

=================== ==========================================================================
within-institution  one actor is a unit of the other, or both are units of one institution
across-borders      the actors are of different countries, or one is an international body
across-sectors      of one country, and of different sectors
within-sector       of one country, and of one sector
unknown             the country or the sector of an actor is not known
=================== ==========================================================================

The first that is true counts.  Actors of several countries or sectors share what one of them
has in common; a territory with a code of its own (``CAN-QC``) is of its country.  An
international organisation or a bloc of states without a country is of none: its ties to others
cross borders.

References
----------
.. [1] *Multilevel social security coordination: Experiences in the Americas*, opening.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import rdflib
from scipy import sparse

from coordgraph.arrow import floats, integers, texts
from coordgraph.namespace import LEVELS
from coordgraph.network.lifting import tops
from coordgraph.network.projection import Network
from coordgraph.network.takings import Mask
from coordgraph.store import Store, as_store
from coordgraph.ties import Ints, Ties

__all__ = ["SCOPES", "assess_scope", "reach", "scopes"]

SCOPES = (
    "within-institution",
    "within-sector",
    "across-sectors",
    "across-borders",
    "unknown",
)
"""The scopes, from near to far."""

_INTERNATIONAL = {
    "international-organisation",
    "international-organisation-unit",
    "regional-bloc",
}


class _Common(NamedTuple):
    """Whether the two actors of each tie have something in common, and whether it is known."""

    same: Mask
    known: Mask

    def column(self) -> pa.Array:
        """Return yes, no or null of each tie."""
        return pa.array(self.same, pa.bool_(), mask=~self.known)


def assess_scope(network: Network, store: Store | rdflib.Graph) -> pa.Table:
    """
    Return how far each tie reaches, one row a tie: a pair and a level.

    Parameters
    ----------
    network
        A projection.
    store
        Where to ask which actors are units of which.

    Returns
    -------
    pyarrow.Table
        ``source, target, source_label, target_label, level`` (null if none is stated),
        ``scope, same_institution, same_country, same_sector`` (null where not known),
        ``weight, mechanisms``; in the order of the ties.

    Raises
    ------
    HierarchyError
        If units are part of each other in a circle.
    """
    return reach(network, tops(as_store(store)))


def reach(network: Network, wholes: Mapping[str, str]) -> pa.Table:
    """Return what `assess_scope` does, where it is known which unit belongs to whom."""
    ties = network.ties
    institution = _of_one_institution(network, wholes)
    country, sector = _countries(network), _sectors(network)
    columns = network.ties.to_arrow()
    labels = texts(actor.label for actor in network.actors.values())
    return pa.table(
        {
            "source": columns["source"].cast(pa.string()),
            "target": columns["target"].cast(pa.string()),
            "source_label": labels.take(integers(ties.source)),
            "target_label": labels.take(integers(ties.target)),
            "level": columns["level"].cast(pa.string()),
            "scope": texts(SCOPES).take(integers(_scope(institution, country, sector))),
            "same_institution": pa.array(institution, pa.bool_()),
            "same_country": country.column(),
            "same_sector": sector.column(),
            "weight": floats(ties.weight),
            "mechanisms": network.incidence.behind(ties),
        }
    )


def _scope(institution: Mask, country: _Common, sector: _Common) -> Ints:
    """Return the position of each tie's scope: the first that is true."""
    at_home = country.known & country.same & sector.known
    conditions = [
        institution,
        country.known & ~country.same,
        at_home & ~sector.same,
        at_home & sector.same,
    ]
    names = ("within-institution", "across-borders", "across-sectors", "within-sector")
    places = [SCOPES.index(name) for name in names]
    return np.select(conditions, places, SCOPES.index("unknown")).astype(np.int64)


def _of_one_institution(network: Network, wholes: Mapping[str, str]) -> Mask:
    """Say of each tie whether its ends are units of one institution, or one of the other."""
    top = [
        iri if actor.is_state else wholes.get(iri, iri) for iri, actor in network.actors.items()
    ]
    place = np.unique(top, return_inverse=True)[1] if top else np.array([], dtype=np.int64)
    same: Mask = place[network.ties.source] == place[network.ties.target]
    return same


def _countries(network: Network) -> _Common:
    """Say of each tie whether its ends are of one country; an international body is of none."""
    actors = list(network.actors.values())
    held = [[code.partition("-")[0] for code in actor.country.split()] for actor in actors]
    found = _common(network.ties, held)
    bodies = [actor.kind in _INTERNATIONAL and not actor.country for actor in actors]
    abroad = np.array(bodies, dtype=bool)
    crossing = abroad[network.ties.source] | abroad[network.ties.target]
    return _Common(found.same & ~crossing, found.known | crossing)


def _sectors(network: Network) -> _Common:
    sectors = [actor.sector.split() for actor in network.actors.values()]
    return _common(network.ties, sectors)


def _common(ties: Ties, held: Sequence[Sequence[str]]) -> _Common:
    """Compare what the ends of each tie hold."""
    names = sorted({name for own in held for name in own})
    place = {name: column for column, name in enumerate(names)}
    rows = [row for row, own in enumerate(held) for _ in own]
    columns = [place[name] for own in held for name in own]
    shape = (len(held), max(len(names), 1))
    holding = sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=shape).tocsr()
    both = holding[ties.source].multiply(holding[ties.target])
    some = np.array([bool(own) for own in held], dtype=bool)
    known: Mask = some[ties.source] & some[ties.target]
    return _Common(np.asarray(both.sum(axis=1)) > 0, known)


def scopes(table: pa.Table) -> pa.Table:
    """
    Return how many ties of each level reach how far, of a table of `assess_scope`.

    Returns
    -------
    pyarrow.Table
        ``level, scope, ties, share`` (of the ties of the level), ``weight``; levels in the
        order of the ties, scopes from near to far.
    """
    counted = table.group_by(["level", "scope"]).aggregate(
        [("weight", "count"), ("weight", "sum")]
    )
    rows = sorted(
        counted.to_pylist(), key=lambda row: (_rank(row["level"]), _far(row["scope"]))
    )
    whole: Counter[str | None] = Counter()
    for row in rows:
        whole[row["level"]] += row["weight_count"]
    shares = [row["weight_count"] / whole[row["level"]] for row in rows]
    return pa.table(
        {
            "level": pa.array([row["level"] for row in rows], pa.string()),
            "scope": texts(row["scope"] for row in rows),
            "ties": pa.array([row["weight_count"] for row in rows], pa.int64()),
            "share": pa.array(shares, pa.float64()),
            "weight": pa.array([row["weight_sum"] for row in rows], pa.float64()),
        }
    )


def _rank(level: str | None) -> tuple[int, str]:
    """Return the place of a level: policy first, others after street, none last."""
    if level is None:
        return (len(LEVELS) + 1, "")
    return (LEVELS.index(level) if level in LEVELS else len(LEVELS), level)


def _far(scope: str) -> int:
    return SCOPES.index(scope)
