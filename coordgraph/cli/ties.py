"""``coordgraph ties``: who coordinates with whom."""

from collections.abc import Iterator
from typing import Any

import click

from coordgraph.actors import find_actor
from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import directed_of, network_of
from coordgraph.network.directed import Projected
from coordgraph.network.projection import Network

__all__ = ["ties"]

COLUMNS = ("source", "target", "source_label", "target_label", "level", "weight", "mechanisms")


@click.command(name="ties")
@click.argument("actor", required=False)
@options.selection
@options.directed
@options.source
@options.language
@options.table_format
@options.quiet
def ties(actor: str | None, form: str | None, *, directed: bool, **choices: Any) -> None:
    """
    List who coordinates with whom, at which level, through what.

    ACTOR is a slug, an IRI, an acronym or a label; without it, all ties are listed. A row is
    a pair of actors and a level; the level is empty where the mechanisms state none. With
    --directed the source acts towards the target; ACTOR may be either.
    """
    store, network = directed_of(**choices) if directed else network_of(**choices)
    ego = find_actor(store, actor, lang=choices["lang"]) if actor else None
    shown = chosen(form)
    columns = _SHORT if shown == "table" else COLUMNS
    rows_as(shown, columns, _rows(network, ego))


_SHORT = ("source_label", "target_label", "level", "weight", "mechanisms")


_BLOCK = 100_000


def _rows(network: Projected, ego: str | None) -> Iterator[dict[str, Any]]:
    ties = network.ties if ego is None else network.ties.of(ego)
    turned = ego if isinstance(network, Network) else None
    for start in range(0, len(ties), _BLOCK):
        block = ties.part(slice(start, start + _BLOCK))
        behind = network.behind(block).to_pylist()
        for row, mechanisms in zip(block.to_arrow().to_pylist(), behind, strict=True):
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
