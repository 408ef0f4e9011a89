"""Ties as rows: who is tied to whom, on which level, how much, through what."""

from collections.abc import Iterator
from typing import Any

from coordgraph.actors import ahead
from coordgraph.network.directed import Projected
from coordgraph.network.projection import Network

__all__ = ["SHORT_COLUMNS", "TIE_COLUMNS", "tie_rows"]

SHORT_COLUMNS = ("source_label", "target_label", "level", "weight", "mechanisms")
"""The columns of a row that people read."""

TIE_COLUMNS = ("source", "target", *SHORT_COLUMNS)
"""The columns of a row."""

_BLOCK = 100_000
_FIRST = 1_000


def tie_rows(network: Projected, ego: str | None = None) -> Iterator[dict[str, Any]]:
    """
    Yield one row a pair and level, in order of source, target and level.

    Parameters
    ----------
    network
        Whose ties these are.
    ego
        The IRI of an actor whose ties only are wanted; it comes first in each row, but where
        ties have a direction.
    """
    ties = network.ties if ego is None else network.ties.of(ego)
    turned = ego if isinstance(network, Network) else None
    start, size = 0, _FIRST
    while start < len(ties):
        block = ties.part(slice(start, start + size))
        start, size = start + size, _BLOCK
        behind = network.behind(block).to_pylist()
        rows = block.to_arrow().to_pylist()
        ahead(network.actors, (row[end] for row in rows for end in ("source", "target")))
        for row, mechanisms in zip(rows, behind, strict=True):
            ends = row["source"], row["target"]
            source, target = ends if turned in (None, ends[0]) else reversed(ends)
            weight = row["weight"]
            yield {
                "source": source,
                "target": target,
                "source_label": network.actors[source].label,
                "target_label": network.actors[target].label,
                "level": row["level"],
                "weight": int(weight) if network.weight == "count" else weight,
                "mechanisms": mechanisms,
            }
