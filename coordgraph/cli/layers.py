"""``coordgraph layers``: levels as layers of one network."""

from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import network_of
from coordgraph.network.layers import By, left_out
from coordgraph.network.layers import layers as table_of
from coordgraph.network.multiplex import Unstated

__all__ = ["layers"]


@click.command(name="layers")
@options.selection
@click.option(
    "--by",
    type=click.Choice(["level", "actor", "actor-level", "pair"]),
    default="level",
    show_default=True,
    help="What a row is: a level, an actor, an actor at a level, or two levels compared.",
)
@options.unstated
@options.source
@options.language
@options.table_format
@options.quiet
def layers(by: By, unstated: Unstated, form: str | None, **choices: Any) -> None:
    """
    Look at levels as layers of one network: who is active where, and who joins levels.

    By actor: counterparts at each level and overall, how evenly ties are spread over levels
    (participation), and how many pairs of parts of levels the actor alone joins (bridges). By
    actor and level: which share of counterparts the level reaches (relevance), or it alone
    (exclusive). By pair: how far two levels have the same actors and the same ties.
    """
    _, network = network_of(**choices)
    note = left_out(network, unstated)
    if note and not choices["quiet"]:
        click.echo(note, err=True)
    table = table_of(network, by=by, unstated=unstated)
    shown = chosen(form)
    columns = [name for name in table.column_names if shown != "table" or name != "actor"]
    rows_as(shown, columns, table.to_pylist())
