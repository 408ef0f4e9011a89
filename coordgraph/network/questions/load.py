"""
How much coordination each actor has to carry.

"Coordination is costly" [1]_: whoever coordinates with more counterparts, at more levels, under
the law of more countries, has more to do for it.  The load is the product of the three,

    load = counterparts x levels x countries

with levels and countries 1 at least: the levels at which the actor has ties, and the countries
of the actor and of its counterparts, as far as they are known.  The weighted load,

    weighted load = strength x effective levels x effective countries

takes the strength of ties for their number, and counts levels and countries by how evenly ties
are spread over them: the reciprocal of the sum of squared shares, Hill's number of order 2
[2]_, which is 1 if all is at one level and the number of levels if all levels have as much.
Of the weight of a tie, half counts for the country of each end.

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
    spread = _countries(strong, network.actors.values(), strength)
    countries = np.diff(spread.indptr).astype(np.int64)
    effective_levels = _effective(multiplex.strength.T)
    effective_countries = _effective_of(spread)
    load = counterparts * np.maximum(levels, 1) * np.maximum(countries, 1)
    weighted = strength * _at_least_one(effective_levels) * _at_least_one(effective_countries)
    values: dict[str, Floats | Ints] = {
        "load": load,
        "weighted_load": weighted,
        "mechanisms": _mechanisms(network),
        "counterparts": counterparts,
        "levels": levels,
        "countries": countries,
        "strength": strength,
        "effective_levels": effective_levels,
        "effective_countries": effective_countries,
    }
    return actor_table(network, values, leading="load").sort_by(
        [("load", "descending"), ("weighted_load", "descending"), ("actor", "ascending")]
    )


def _countries(
    strong: "sparse.csr_array", actors: Iterable[Actor], strength: Floats
) -> "sparse.csr_array":
    """Return how much of its coordination each actor has in each country."""
    held = [actor.country.split() for actor in actors]
    names = sorted({name for own in held for name in own})
    place = {name: column for column, name in enumerate(names)}
    rows = [row for row, own in enumerate(held) for _ in own]
    columns = [place[name] for own in held for name in own]
    shares = [1 / len(own) for own in held for _ in own]
    shape = (len(held), max(len(names), 1))
    home = sparse.coo_array((shares, (rows, columns)), shape=shape).tocsr()
    spread = (strong @ home + home.multiply(strength[:, np.newaxis])).tocsr()
    spread.eliminate_zeros()
    return spread


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


def _at_least_one(values: Floats) -> Floats:
    return np.nan_to_num(values, nan=1.0)


def _mechanisms(network: Network) -> Ints:
    """Return in how many mechanisms each actor takes part."""
    incidence = network.incidence
    pairs = np.unique(incidence.actor * max(len(incidence.mechanisms), 1) + incidence.mechanism)
    counted = np.bincount(
        pairs // max(len(incidence.mechanisms), 1), minlength=len(incidence.actors)
    )
    return counted.astype(np.int64)
