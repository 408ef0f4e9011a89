"""``coordgraph structure``: what the network is like as a whole."""

from gettext import gettext as _
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import teller
from coordgraph.cli.reading import network_of
from coordgraph.network.centrality import notes
from coordgraph.network.structure.members import bridges, core
from coordgraph.network.structure.properties import COUNTED
from coordgraph.network.structure.properties import structure as table_of

__all__ = ["structure"]

_LISTS = {"bridges": bridges, "core": core}


@click.command(name="structure")
@options.selection
@click.option(
    "--list",
    "listed",
    type=click.Choice(list(_LISTS)),
    help="List the ties that are bridges, or the actors of the core, instead.",
)
@options.source
@options.language
@options.table_format
@options.quiet
def structure(form: str | None, listed: str | None, **choices: Any) -> None:
    """
    Tell what the network is like as a whole, a property a row, with and without groups.

    How dense it is, in how many parts, how far actors are from each other, whether like are
    tied to like, what holds it together, whether it has a core; and how much of it comes from
    tying all participants of a mechanism to each other.
    """
    _store, network = network_of(**choices)
    shown = chosen(form)
    if listed is not None:
        table = _LISTS[listed](network)
        hidden = {"source", "target", "actor"} if shown == "table" else set()
        columns = [name for name in table.column_names if name not in hidden]
        rows_as(shown, columns, table.to_pylist())
        return
    tick = teller(_("actors whose distances are found"), quiet=choices["quiet"])
    table = table_of(network, lang=choices["lang"], tick=tick)
    if not choices["quiet"]:
        for note in notes(table):
            click.echo(note, err=True)
    rows = [_shown(row) for row in table.to_pylist()]
    columns = [name for name in table.column_names if shown != "table" or name != "property"]
    rows_as(shown, columns, rows)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose counts are whole numbers."""
    if row["property"] not in COUNTED:
        return row
    counts = {
        name: value if value is None else int(value)
        for name, value in row.items()
        if name in {"value", "without_groups"}
    }
    return {**row, **counts}
