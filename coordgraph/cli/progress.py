"""How far a long step is, or that it goes on, said on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from time import monotonic
from typing import ParamSpec

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from coordgraph.cli.visible import visible

__all__ = ["paced", "teller", "waiting"]

_EVERY = 2.0
"""Seconds between two words on how far it is."""

Told = ParamSpec("Told")


def paced(word: Callable[Told, str], *, quiet: bool) -> Callable[Told, None]:
    """
    Return what is told how far it is, as often as one likes, and says so now and then.

    Parameters
    ----------
    word
        Returns how far it is in words, of what is told.
    quiet
        Whether nothing is said at all.
    """
    said = monotonic()

    def tick(*told: Told.args, **named: Told.kwargs) -> None:
        nonlocal said
        now = monotonic()
        if not quiet and now - said > _EVERY:
            said = now
            click.echo(visible(f"... {word(*told, **named)}"), err=True)

    return tick


def teller(what: str, *, quiet: bool) -> Callable[[int, int], None]:
    """Return what is told how much is done, and of how much, and says so now and then."""

    def word(done: int, total: int) -> str:
        words = _("{what}: {done:,} of {total:,}")
        return words.format(what=what, done=done, total=total)

    return paced(word, quiet=quiet)


@contextmanager
def waiting(step: str, *, quiet: bool) -> Iterator[None]:
    """Show on a terminal that a step goes on, and for how long it has."""
    shown = sys.stderr.isatty() and not quiet
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not shown) as progress:
        progress.add_task(step, total=None)
        yield
