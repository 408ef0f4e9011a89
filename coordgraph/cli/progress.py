"""How far a long step is, said every two seconds on standard error."""

from collections.abc import Callable
from time import monotonic

import click

__all__ = ["teller"]

_EVERY = 2.0
"""Seconds between two words on how far it is."""


def teller(what: str, *, quiet: bool) -> Callable[[int, int], None]:
    """Return what is told how much is done, and of how much, and says so now and then."""
    said = monotonic()

    def tick(done: int, total: int) -> None:
        nonlocal said
        now = monotonic()
        if not quiet and now - said > _EVERY:
            said = now
            click.echo(f"... {what}: {done:,} of {total:,}", err=True)

    return tick
