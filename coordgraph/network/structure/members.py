"""Which ties are bridges, and which actors make the core."""

import numpy as np
import pyarrow as pa

from coordgraph.arrow import integers, texts
from coordgraph.engines.arrays import degree
from coordgraph.engines.removal import blocks
from coordgraph.network.projection import Network
from coordgraph.network.structure.core_periphery import core_periphery

__all__ = ["bridges", "core"]


def bridges(network: Network) -> pa.Table:
    """
    Return the ties without which a part of the network falls apart, in order of their ends.

    Columns are ``source``, ``target`` (IRIs), ``source_label`` and ``target_label``.

    Examples
    --------
    >>> import coordgraph as cg
    >>> bridges(cg.project(cg.load(), practice="canpat")).num_rows
    2
    """
    actor, block = blocks(network.merged())
    order = np.lexsort((actor, block))
    alone = np.bincount(block)[block[order]] == 2
    pairs = actor[order][alone].reshape(-1, 2)
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    actors = list(network.actors.values())
    ends = {"source": pairs[:, 0], "target": pairs[:, 1]}
    return pa.table(
        {
            **{end: texts(actors[one].iri for one in places) for end, places in ends.items()},
            **{
                f"{end}_label": texts(actors[one].label for one in places)
                for end, places in ends.items()
            },
        }
    )


def core(network: Network) -> pa.Table:
    """
    Return the actors that make the core, those of most ties first.

    Columns are ``actor`` (IRI), ``label``, ``kind``, ``country`` and ``degree``.
    """
    ties = network.merged()
    inside, counterparts = core_periphery(ties).inside, degree(ties).astype(np.int64)
    order = np.argsort(-counterparts, kind="stable")
    places = order[inside[order]]
    actors = list(network.actors.values())
    return pa.table(
        {
            "actor": texts(actors[one].iri for one in places),
            "label": texts(actors[one].label for one in places),
            "kind": texts(actors[one].kind for one in places),
            "country": texts(actors[one].country for one in places),
            "degree": integers(counterparts[places]),
        }
    )
