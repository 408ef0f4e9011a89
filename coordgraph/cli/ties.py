"""``coordgraph ties``: who coordinates with whom."""

from collections.abc import Iterator
from typing import Any

import click

from coordgraph.actors import find_actor
from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import network_of
from coordgraph.network.projection import Network

__all__ = ["ties"]

COLUMNS = ("source", "target", "source_label", "target_label", "level", "weight", "mechanisms")


@click.command(name="ties")
@click.argument("actor", required=False)
@options.selection
@options.source
@options.language
@options.table_format
@options.quiet
def ties(actor: str | None, form: str | None, **choices: Any) -> None:
    """
    List who coordinates with whom, at which level, through what.

    ACTOR is a slug, an IRI, an acronym or a label; without it, all ties are listed. A row is
    a pair of actors and a level; the level is empty where the mechanisms state none.
    """
    store, network = network_of(**choices)
    ego = find_actor(store, actor, lang=choices["lang"]) if actor else None
    shown = chosen(form)
    columns = _SHORT if shown == "table" else COLUMNS
    rows_as(shown, columns, _rows(network, ego))


_SHORT = ("source_label", "target_label", "level", "weight", "mechanisms")


def _rows(network: Network, ego: str | None) -> Iterator[dict[str, Any]]:
    ties = network.ties
    for place in range(len(ties)):
        ends = [ties.actors[ties.source[place]], ties.actors[ties.target[place]]]
        if ego is not None and ego not in ends:
            continue
        source, target = ends if ego in (None, ends[0]) else reversed(ends)
        level = ties.level[place]
        weight = float(ties.weight[place])
        yield {
            "source": source,
            "target": target,
            "source_label": network.actors[source].label,
            "target_label": network.actors[target].label,
            "level": ties.levels[level] if level >= 0 else None,
            "weight": int(weight) if network.weight == "count" else weight,
            "mechanisms": network.mechanisms(place),
        }
