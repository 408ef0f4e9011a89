"""The options of what draws at random, and how far it is."""

from gettext import gettext as _

import click

from coordgraph.cli.progress import paced
from coordgraph.network.draws import Tick
from coordgraph.network.significance.qap import DRAWS

__all__ = ["draws", "seed", "ticker"]

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

    def word(done: int) -> str:
        return _("{done:,} of {draws:,} draws").format(done=done, draws=draws)

    return paced(word, quiet=quiet)
