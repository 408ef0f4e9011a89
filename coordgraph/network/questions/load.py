"""
How much coordination each actor has to carry.

"Coordination is costly" [1]_: whoever coordinates with more counterparts, at more levels, under
the law of more countries, has more to do for it.  The load is the product of the three,

    load = counterparts x levels x countries

with levels and countries 1 at least: the levels at which the actor has ties, and the countries
of the actor and of its counterparts, as far as they are known.  The weighted load,

    weighted load = strength x effective levels x effective countries

takes the strength of ties for their number, and counts levels and countries by how evenly ties
are spread over them.  The effective number of levels is the reciprocal of the sum of squared
shares, Hill's number of order 2 [2]_: 1 if all is at one level, and as many as there are levels
if all have as much.  The effective number of countries is 1 for home, plus the effective number
of other countries times the share of strength that goes there.

The two products are defined here, for want of a measure that the field agrees on; read their
factors beside them.

References
----------
.. [1] *Multilevel social security coordination: Experiences in the Americas*, opening and
       conclusion; it refers to ILO et al. (2021), *Governance of social protection systems: a
       learning journey, module 1: Coordination*.
.. [2] M. O. Hill (1973). Diversity and evenness: a unifying notation and its consequences.
       *Ecology* 54, 427-432.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from scipy import sparse

from coordgraph.actors import Actor
from coordgraph.engines.arrays import adjacency
from coordgraph.network.multiplex import Multiplex
from coordgraph.network.projection import Network
from coordgraph.network.tabulation import actor_table
from coordgraph.ties import Floats, Ints

__all__ = ["assess_load"]


def assess_load(network: Network) -> pa.Table:
    """
    Return how much coordination each actor has to carry, one row an actor.

    Parameters
    ----------
    network
        A projection; ties at no stated level count, but for no level.

    Returns
    -------
    pyarrow.Table
        ``actor, label, kind, country, load, weighted_load, mechanisms`` (that it takes part
        in), ``counterparts, levels, countries, strength, effective_levels,
        effective_countries, group``; highest load first.  Levels and countries are 0 where
        none is known, and count as 1; effective numbers of nothing are null, and count as 1.

    Examples
    --------
    >>> import coordgraph as cg
    >>> table = assess_load(cg.project(cg.load(), network="practices", groups="drop"))
    >>> table.select(["label", "load", "counterparts", "levels"]).to_pylist()[0]
    {'label': 'Argentina', 'load': 32, 'counterparts': 4, 'levels': 2}
    """
    merged = network.merged()
    multiplex = Multiplex.of(network.ties)
    strong = adjacency(merged, weighted=True)
    counterparts = np.diff(strong.indptr).astype(np.int64)
    strength: Floats = np.asarray(strong.sum(axis=1), dtype=np.float64)
    levels = multiplex.levels
    countries = _Countries.of(strong, network.actors.values())
    even = _effective(multiplex.strength.T)
    load = counterparts * np.maximum(levels, 1) * np.maximum(countries.number, 1)
    weighted = strength * _at_least(even, 1.0) * _at_least(countries.effective, 1.0)
    values: dict[str, Floats | Ints] = {
        "load": load,
        "weighted_load": weighted,
        "mechanisms": _mechanisms(network),
        "counterparts": counterparts,
        "levels": levels,
        "countries": countries.number,
        "strength": strength,
        "effective_levels": even,
        "effective_countries": countries.effective,
    }
    return actor_table(network, values, leading="load").sort_by(
        [("load", "descending"), ("weighted_load", "descending"), ("actor", "ascending")]
    )


class _Countries(NamedTuple):
    """How many countries each actor has to do with; by how evenly, too, NaN if unknown."""

    number: Ints
    effective: Floats

    @classmethod
    def of(cls, strong: "sparse.csr_array", actors: Iterable[Actor]) -> "_Countries":
        home = _homes(actors)
        met = strong @ home
        at_home = home.astype(bool).astype(np.float64)
        abroad = (met - met.multiply(at_home)).tocsr()
        abroad.eliminate_zeros()
        number = np.diff((met + at_home).tocsr().indptr).astype(np.int64)
        known = np.asarray(met.sum(axis=1), dtype=np.float64)
        outside = np.asarray(abroad.sum(axis=1), dtype=np.float64)
        share = np.divide(outside, known, out=np.zeros(len(known)), where=known > 0)
        beyond = _at_least(_effective_of(abroad), 0.0)
        is_settled = np.diff(home.indptr) > 0
        effective = np.where(is_settled, 1 + share * beyond, beyond)
        return cls(number, np.where(number > 0, effective, np.nan))


def _homes(actors: Iterable[Actor]) -> "sparse.csr_array":
    """Return actors by countries: in equal shares, where one is of several."""
    held = [actor.country.split() for actor in actors]
    names = sorted({name for own in held for name in own})
    place = {name: column for column, name in enumerate(names)}
    rows = [row for row, own in enumerate(held) for _ in own]
    columns = [place[name] for own in held for name in own]
    shares = [1 / len(own) for own in held for _ in own]
    shape = (len(held), max(len(names), 1))
    return sparse.coo_array((shares, (rows, columns)), shape=shape).tocsr()


def _effective(weights: Floats) -> Floats:
    """Return Hill's number of order 2 of each row; NaN of nothing."""
    squares = (weights**2).sum(axis=1)
    nothing = np.full(len(weights), np.nan)
    found: Floats = np.divide(weights.sum(axis=1) ** 2, squares, out=nothing, where=squares > 0)
    return found


def _effective_of(weights: "sparse.csr_array") -> Floats:
    """Return `_effective` of a sparse matrix."""
    total = np.asarray(weights.sum(axis=1), dtype=np.float64)
    squares = np.asarray(weights.power(2).sum(axis=1), dtype=np.float64)
    nothing = np.full(len(total), np.nan)
    found: Floats = np.divide(total**2, squares, out=nothing, where=squares > 0)
    return found


def _at_least(values: Floats, least: float) -> Floats:
    """Return values, with one for those that are not known."""
    return np.nan_to_num(values, nan=least)


def _mechanisms(network: Network) -> Ints:
    """Return in how many mechanisms each actor takes part."""
    incidence = network.incidence
    pairs = np.unique(incidence.actor * max(len(incidence.mechanisms), 1) + incidence.mechanism)
    counted = np.bincount(
        pairs // max(len(incidence.mechanisms), 1), minlength=len(incidence.actors)
    )
    return counted.astype(np.int64)
