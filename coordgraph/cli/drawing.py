"""The options of what draws at random, and how far it is."""

from time import monotonic

import click

from coordgraph.network.draws import Tick
from coordgraph.network.significance.qap import DRAWS

__all__ = ["draws", "seed", "ticker"]

_EVERY = 2.0

draws = click.option(
    "--draws",
    type=click.IntRange(min=99),
    default=DRAWS,
    show_default=True,
    help="How many networks chance makes.",
)
seed = click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="What the draws start from.",
)


def ticker(draws: int, *, quiet: bool) -> Tick:
    """Return what says on standard error how many draws are done, every two seconds."""
    said = monotonic()

    def tick(done: int) -> None:
        nonlocal said
        if not quiet and monotonic() - said > _EVERY:
            said = monotonic()
            click.echo(f"... {done:,} of {draws:,} draws", err=True)

    return tick
