"""``coordgraph centrality``: how central each actor is."""

from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import network_of
from coordgraph.network.centrality import MEASURES
from coordgraph.network.centrality import centrality as table_of

__all__ = ["centrality"]


@click.command(name="centrality")
@options.selection
@click.option(
    "--measure",
    "measures",
    metavar="M",
    multiple=True,
    help=f"Only this measure (repeatable): {', '.join(MEASURES)}.",
)
@click.option(
    "--weighted",
    is_flag=True,
    help="Paths and Burt's measures use weights, too (distance = 1/weight).",
)
@options.source
@options.language
@options.table_format
@options.quiet
def centrality(
    measures: tuple[str, ...], form: str | None, *, weighted: bool, **choices: Any
) -> None:
    """
    List how central each actor is, one row an actor, isolates too.

    Measures are NetworkX's, on the undirected projection; ties at several levels between two
    actors are one, its weight their sum. The last column marks actors known only by kind.
    """
    _, network = network_of(**choices)
    table = table_of(network, measures=measures or None, weighted=weighted)
    shown = chosen(form)
    columns = [name for name in table.column_names if shown != "table" or name != "actor"]
    rows_as(shown, columns, table.to_pylist())
