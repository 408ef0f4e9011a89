"""``coordgraph backbone``: ties that are more than chance makes."""

from gettext import gettext as _
from typing import Any

import click

from coordgraph.cli import drawing, options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.reading import network_of
from coordgraph.network.backbone.correction import CORRECTIONS, Correction
from coordgraph.network.backbone.finding import MODELS, Model
from coordgraph.network.backbone.finding import backbone as table_of

__all__ = ["backbone"]


@click.command(name="backbone")
@options.selection
@click.option(
    "--model",
    type=click.Choice(MODELS),
    default="sdsm",
    show_default=True,
    help="What chance keeps: how much each actor is in and how many each mechanism has, in the "
    "mean (sdsm, computed) or exactly (fdsm, drawn).",
)
@click.option(
    "--alpha",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.05,
    show_default=True,
    help="How improbable a tie is that is kept.",
)
@click.option(
    "--correction",
    type=click.Choice(CORRECTIONS),
    default="bh",
    show_default=True,
    help="How p-values count for all pairs at once: Holm, Benjamini and Hochberg, or not.",
)
@click.option("--all", "whole", is_flag=True, help="List all ties, not only those kept.")
@drawing.draws
@drawing.seed
@options.source
@options.language
@options.table_format
@options.quiet
def backbone(  # noqa: PLR0913 - one parameter an option
    form: str | None,
    *,
    model: Model,
    alpha: float,
    correction: Correction,
    draws: int,
    seed: int,
    whole: bool,
    **choices: Any,
) -> None:
    """
    Tell which ties are more than chance makes of as busy actors and as large mechanisms.

    Who is in much meets many, whoever they are. A row is a pair that meets: how often, how
    often chance would have it, and how probable it is that chance has it so often or more.
    Levels do not count. Networks too small to tell are refused (exit code 1).
    """
    _store, network = network_of(tied=False, **choices)
    table = table_of(
        network,
        model=model,
        alpha=alpha,
        correction=correction,
        draws=draws,
        seed=seed,
        tick=drawing.ticker(draws, quiet=choices["quiet"]),
    )
    kept = table.filter(table.column("kept"))
    if not choices["quiet"]:
        told = _("{kept:,} of {ties:,} ties are more than chance makes").format(
            kept=kept.num_rows, ties=table.num_rows
        )
        click.echo(f"{told} ({model}, {correction}, {alpha:g}).", err=True)
    shown = chosen(form)
    names = [name for name in table.column_names if shown != "table" or name not in _ENDS]
    rows_as(shown, names, (table if whole else kept).to_pylist())


_ENDS = ("source", "target")
