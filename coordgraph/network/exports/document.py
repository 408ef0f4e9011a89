"""What is written of a network, whatever the format: nodes, edges and when they hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pyarrow as pa

from coordgraph.network.exports.spells import Spells
from coordgraph.ties import Ties

__all__ = ["BLOCK", "NO_LEVEL_NAME", "Block", "Document"]

BLOCK = 50_000
"""How many edges are written at a time."""

NO_LEVEL_NAME = "none"
"""What ties of no level are called in formats that name each relation."""


class Block(NamedTuple):
    """
    Some of the edges.

    ``table`` has a row an edge: ``id``, ``source``, ``target`` (IRIs), ``level``, ``weight``
    and what else is known of it; ``spells`` say when each holds, where dates were asked for.
    """

    table: pa.Table
    spells: Spells | None


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """
    A network to write.

    Attributes
    ----------
    nodes
        A row a node: ``id`` (an IRI), ``label`` and what else is known of it.
    spells
        When each node is part of the network; None where no dates were asked for.
    ties
        The edges; their ends are places in the rows of ``nodes``.
    merged
        Gives one edge a pair, for formats that know no parallel edges.
    edges
        Gives what is known of the edges from one place to another.
    directed
        Whether edges go from source to target, or stand between them.
    actors
        How many of the nodes, the first ones, are actors, where the others are mechanisms;
        None if all are actors.
    """

    nodes: pa.Table
    spells: Spells | None
    ties: Ties
    merged: Callable[[], Ties]
    edges: Callable[[int, int], Block]
    directed: bool = False
    actors: int | None = None

    def blocks(self) -> Iterator[Block]:
        """Yield the edges block by block; or one empty block, for its columns."""
        for start in range(0, max(len(self.ties), 1), BLOCK):
            yield self.edges(start, min(start + BLOCK, len(self.ties)))
