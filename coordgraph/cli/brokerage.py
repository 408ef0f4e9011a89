"""``coordgraph brokerage``: who stands between others that are not tied."""

from gettext import gettext as _
from typing import Any

import click
import pyarrow as pa

from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import directed_of, network_of
from coordgraph.network.brokerage import Model
from coordgraph.network.brokerage import brokerage as table_of
from coordgraph.network.directed import Projected
from coordgraph.network.parts import Unknown
from coordgraph.store import Store

__all__ = ["brokerage"]


@click.command(name="brokerage")
@options.selection
@options.parting
@click.option(
    "--of",
    type=click.Choice(["actors", "network"]),
    default="actors",
    show_default=True,
    help="A row an actor, or a row a role of the whole network.",
)
@click.option(
    "--two-mode",
    is_flag=True,
    help="Count chains through mechanisms instead of ties; chance is not reckoned with.",
)
@click.option(
    "--model",
    type=click.Choice(["graph", "digraph"]),
    default="graph",
    show_default=True,
    help="What chance makes: a tie as one, or each of its two ways by itself, as sna reckons; "
    "arcs always so.",
)
@options.directed
@options.source
@options.language
@options.table_format
@options.quiet
def brokerage(  # noqa: PLR0913 - one parameter an option
    by: str,
    unknown: Unknown,
    form: str | None,
    *,
    of: Any,
    two_mode: bool,
    model: Model,
    directed: bool,
    **choices: Any,
) -> None:
    """
    List who stands between others that are not tied, by role (Gould and Fernandez 1989).

    Coordinators stand between two of their own part, itinerants between two of another,
    representatives and gatekeepers between their own part and another, liaisons between two
    others. Each open pair counts once each way; with --directed, from who acts towards the
    broker to whom the broker acts towards. z says by how many standard deviations that
    is more than chance makes in a network of this size and density.
    """
    if two_mode and directed:
        raise click.UsageError(
            _("--two-mode does not go with --directed: leave out one of them.")
        )
    store: Store
    network: Projected
    if directed:
        store, network = directed_of(**choices)
    else:
        store, network = network_of(tied=not two_mode, **choices)
    table = table_of(
        network, by, store=store, of=of, two_mode=two_mode, unknown=unknown, model=model
    )
    if of == "actors" and not choices["quiet"]:
        _tell(table, by)
    shown = chosen(form)
    rows_as(shown, _columns(table, shown), table.to_pylist())


def _tell(table: pa.Table, by: str) -> None:
    left_out = table.column("total").null_count
    if left_out:
        click.echo(
            _(
                "Left out, as their {by} is unknown: {count} of {actors} actors; --unknown "
                "part makes them a part of their own."
            ).format(by=by, count=left_out, actors=table.num_rows),
            err=True,
        )


def _columns(table: pa.Table, shown: str) -> list[str]:
    """Return all columns, or for people those that fit on a screen."""
    if shown != "table" or "role" in table.column_names:
        return list(table.column_names)
    left_out = ("actor", "kind", "country", "expected_", "sd_", "group")
    return [name for name in table.column_names if not name.startswith(left_out)]
