"""``coordgraph robustness``: whether ranks hold when something is left out or drawn anew."""

from gettext import gettext as _
from typing import Any

import click

from coordgraph.cli import drawing, options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import paced
from coordgraph.cli.reading import network_of
from coordgraph.network.robustness.leaving import robustness as left_out
from coordgraph.network.robustness.parts import LEAVES, Leave
from coordgraph.network.robustness.ranking import RANKED
from coordgraph.network.robustness.resampling import bootstrap as resampled

__all__ = ["robustness"]

_LEFT_OUT = {"actor", "kind", "country", "most", "left_out"}


@click.command(name="robustness")
@options.selection
@click.option(
    "--measure",
    metavar="M",
    default="degree",
    show_default=True,
    help=f"What orders actors: {', '.join(RANKED)}.",
)
@click.option(
    "--leave",
    type=click.Choice(LEAVES),
    help="What is left out, one after the other: a source, with all that only it says; a group "
    "known only by kind; a practice; a mechanism.",
)
@click.option(
    "--bootstrap",
    is_flag=True,
    help="Draw as many mechanisms with replacement instead, for intervals.",
)
@click.option(
    "--of",
    type=click.Choice(["actors", "left-out"]),
    default="actors",
    show_default=True,
    help="A row an actor, or with --leave a row a thing left out.",
)
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.95,
    show_default=True,
    help="The share of draws that an interval holds.",
)
@click.option("--weighted", is_flag=True, help="As for centrality.")
@drawing.draws
@drawing.seed
@options.source
@options.language
@options.table_format
@options.quiet
def robustness(  # noqa: PLR0913 - one parameter an option
    measure: str,
    leave: Leave | None,
    form: str | None,
    *,
    bootstrap: bool,
    of: str,
    confidence: float,
    weighted: bool,
    draws: int,
    seed: int,
    **choices: Any,
) -> None:
    """
    Tell whether the ranks of actors hold when something is left out, or drawn anew.

    With --leave: the least and greatest rank of each actor, and what moves it most; shift is
    in ranks, positive where it falls. With --bootstrap: intervals of value and rank.
    Networks too small to tell are refused (exit code 1).
    """
    if bootstrap == (leave is not None) or (bootstrap and of != "actors"):
        raise click.UsageError(_("Give --leave, with --of or without, or --bootstrap."))
    store, network = network_of(**choices)
    quiet = choices["quiet"]
    if leave is None:
        table = resampled(
            network,
            measure,
            draws=draws,
            seed=seed,
            confidence=confidence,
            weighted=weighted,
            tick=drawing.ticker(draws, quiet=quiet),
        )
    else:
        how: dict[str, Any] = {"store": store, "leave": leave, "lang": choices["lang"]}
        tick = paced(lambda done: _("{done:,} left out").format(done=done), quiet=quiet)
        found = left_out(network, measure, weighted=weighted, tick=tick, **how)
        table = found.actors if of == "actors" else found.left_out
    shown = chosen(form)
    columns = [name for name in table.column_names if shown != "table" or name not in _LEFT_OUT]
    rows_as(shown, columns, table.to_pylist())
