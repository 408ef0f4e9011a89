"""
What a network is like as a whole, a property a row, with and without groups.

All but the two-mode ones are taken on the undirected projection, in which ties at several
levels are one.  Definitions and sources are in the modules that take them:
`coordgraph.network.structure.cohesion`, ``mixing``, ``core_periphery``, ``cliques``, and
`coordgraph.engines.distances`, ``removal``.
"""

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats, texts
from coordgraph.engines.distances import CONFIDENCE, ERROR, Distances, distances
from coordgraph.engines.removal import blocks
from coordgraph.network.partition import partition
from coordgraph.network.projection import Network
from coordgraph.network.structure.cliques import cliques
from coordgraph.network.structure.cohesion import cohesion
from coordgraph.network.structure.core_periphery import core_periphery
from coordgraph.network.structure.groups import without_groups
from coordgraph.network.structure.mixing import assortativity, degree_assortativity
from coordgraph.network.structure.wording import WORDS
from coordgraph.ties import Ties

__all__ = ["COUNTED", "PROPERTIES", "structure"]

Tick = Callable[[int, int], None]

PROPERTIES = tuple(WORDS["en"])
"""The names of all properties, in the order of their rows."""

COUNTED = frozenset(
    {
        "actors",
        "ties",
        "components",
        "largest_component",
        "isolates",
        "diameter",
        "articulation_points",
        "bridges",
        "core_size",
        "mechanisms",
        "participations",
        "largest_mechanism",
    }
)
"""Those that are whole numbers."""


def structure(network: Network, *, lang: str = "en", tick: Tick | None = None) -> pa.Table:
    """
    Return what a network is like as a whole.

    Parameters
    ----------
    network
        A projection, with ties.
    lang
        The language of the labels: ``en``, ``es`` or ``pt``.
    tick
        Told how many actors' distances are found, and of how many.

    Returns
    -------
    pyarrow.Table
        One row a property, in the order of `PROPERTIES`: ``property``, ``label``, ``value``,
        and ``without_groups``, the value without the actors that are known only by kind.  What
        is not defined is null, such as the mean distance where nobody is tied.  The metadata
        hold notes on what is estimated (`coordgraph.network.centrality.notes`).

    Examples
    --------
    >>> import coordgraph as cg
    >>> table = structure(cg.project(cg.load(), practice="siaci"))
    >>> table.slice(0, 3).select(["property", "value"]).to_pydict()
    {'property': ['actors', 'ties', 'density'], 'value': [6.0, 10.0, 0.6666666666666666]}
    """
    values, found = _measured(network, tick)
    others = without_groups(network)
    if others is network:
        rest, also = values, found
    else:
        rest, also = _measured(others, tick)
    table = pa.table(
        {
            "property": texts(PROPERTIES),
            "label": texts(WORDS[lang][name] for name in PROPERTIES),
            "value": floats(np.array([values[name] for name in PROPERTIES])),
            "without_groups": floats(np.array([rest[name] for name in PROPERTIES])),
        }
    )
    estimated = found.estimated or also.estimated
    return table.replace_schema_metadata({"notes": _ESTIMATED if estimated else ""})


_ESTIMATED = (
    f"mean_distance is estimated: within {ERROR:g} of the longest distance, with probability "
    f"{CONFIDENCE:g}; diameter is the longest distance that was met."
)


def _measured(network: Network, tick: Tick | None) -> tuple[dict[str, float], Distances]:
    ties = network.merged()
    found, core = distances(ties, tick=tick), core_periphery(ties)
    values = {
        **cohesion(ties),
        "diameter": found.longest,
        "mean_distance": found.mean,
        "degree_assortativity": degree_assortativity(ties),
        **{
            f"{name}_assortativity": assortativity(ties, partition(network, name))
            for name in ("country", "sector", "kind")
        },
        **_weak_points(ties),
        "core_size": int(np.count_nonzero(core.inside)) or np.nan,
        "core_correlation": core.correlation,
        **cliques(network.incidence, len(ties)),
    }
    return values, found


def _weak_points(ties: Ties) -> dict[str, float]:
    """Return how many actors, and how many ties, hold parts together."""
    actor, block = blocks(ties)
    return {
        "articulation_points": int(np.count_nonzero(np.bincount(actor) > 1)),
        "bridges": int(np.count_nonzero(np.bincount(block) == 2)),
    }
