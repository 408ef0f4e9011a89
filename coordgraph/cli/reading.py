"""What a command reads: the store that its options name, and the network of a selection."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from gettext import gettext as _
from time import sleep
from typing import Any, TypeVar

import click

from coordgraph.ingest.source import open_source
from coordgraph.network.directed import Directed, Projected, directed
from coordgraph.network.projection import Network, project
from coordgraph.network.selection import Selection
from coordgraph.store import Store

__all__ = ["directed_of", "left_out", "network_by", "network_of", "nobody", "store_of"]

Made = TypeVar("Made", Network, Directed)

_SILENT = 2
"""Seconds of waiting that need no word."""


def store_of(
    data: tuple[str, ...], store_dir: str | None, endpoint: str | None, *, derived: bool = True
) -> Store:
    """Return the store that the options name."""
    return open_source(
        data, store=store_dir, endpoint=endpoint, derived=derived, wait=_wait_aloud
    )


def _wait_aloud(seconds: float) -> None:
    """Wait until a busy endpoint is asked again; say so to whoever sits there."""
    if seconds > _SILENT and sys.stderr.isatty():
        click.echo(
            _("... the endpoint is busy; it is asked again in {seconds:.0f} s").format(
                seconds=seconds
            ),
            err=True,
        )
    sleep(seconds)


def network_of(*, tied: bool = True, **choices: Any) -> tuple[Store, Network]:
    """Return the store and the network that the options name; say what is left out."""
    return network_by(partial(project, tied=tied, described=False), **choices)


def network_by(make: Callable[..., Network], **choices: Any) -> tuple[Store, Network]:
    """Return the store and the network that something makes of it as the options name."""
    return _made(make, **choices)


def directed_of(**choices: Any) -> tuple[Store, Directed]:
    """Return the store, and who acts towards whom in it; say what is left out."""
    return _made(directed, **choices)


def _made(  # noqa: PLR0913 - one parameter an option
    make: Callable[..., Made],
    *,
    data: tuple[str, ...],
    store_dir: str | None,
    endpoint: str | None,
    weight: Any,
    max_ties: int | None,
    lang: str,
    quiet: bool,
    **selection: Any,
) -> tuple[Store, Made]:
    store = store_of(data, store_dir, endpoint, derived=False)
    network = make(
        store,
        weight=weight,
        lang=lang,
        max_ties=max_ties,
        selection=Selection(**selection),
    )
    if not quiet:
        for message in _told(network):
            click.echo(message, err=True)
        if not network.actors and endpoint is not None:
            click.echo(_endpoint_hint(), err=True)
    return store, network


def _endpoint_hint() -> str:
    return _(
        "Statements in named graphs are found only if the server's default graph is the union "
        "of all graphs; docs/how-to/use-an-endpoint.md tells how."
    )


def left_out(
    undated: int | None, unlevelled: int | None, selection: Selection
) -> Iterator[str]:
    """Yield what is said of mechanisms that a selection does not place, by date or by level."""
    if undated:
        said = _("Not placed by known dates: {many} mechanisms, kept.")
        if selection.undated == "drop":
            said = _("Not placed by known dates: {many} mechanisms, left out.")
        yield said.format(many=undated)
    if unlevelled:
        yield _("The reading {reading} takes levels from {many} mechanisms.").format(
            reading=selection.reading, many=unlevelled
        )


def nobody() -> str:
    """Return what is said of a selection without actors."""
    return _("No actor takes part in any mechanism of this selection.")


def _told(network: Projected) -> Iterator[str]:
    """Yield what a user should know of how the network was made, a sentence each."""
    yield from left_out(network.undated, network.unlevelled, network.selection)
    if isinstance(network, Directed) and network.unordered:
        yield _(
            "No role acts towards another in {unordered} mechanisms: no arcs there."
        ).format(unordered=network.unordered)
    if not network.actors:
        yield nobody()
