"""``coordgraph ties``: who coordinates with whom."""

from typing import Any

import click

from coordgraph.actors import find_actor
from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import directed_of, network_of
from coordgraph.network.tie_rows import TIE_COLUMNS, tie_rows

__all__ = ["ties"]


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
    columns = _SHORT if shown == "table" else TIE_COLUMNS
    rows_as(shown, columns, tie_rows(network, ego))


_SHORT = ("source_label", "target_label", "level", "weight", "mechanisms")
