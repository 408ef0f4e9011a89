"""The other networks that a test compares one with, as its options name them."""

from collections.abc import Iterable, Mapping
from gettext import gettext as _
from typing import Any

import click
from click.core import ParameterSource

from coordgraph.cli import options
from coordgraph.errors import CallError
from coordgraph.network.directed import Projected, directed
from coordgraph.network.partition import partition
from coordgraph.network.projection import project
from coordgraph.network.selection import Selection
from coordgraph.store import Store

__all__ = ["another", "differing", "same_parts"]


@click.command(add_help_option=False)
@options.selection
def _selecting(**choices: Any) -> None:
    """Take the options of a selection, to read them out of a text."""


def differing(text: str) -> dict[str, Any]:
    """
    Return the choices in a text as ``level=policy,groups=drop``, by the names of options.

    Raises
    ------
    CallError
        If they are no options of a selection, or have no such values.

    Examples
    --------
    >>> differing("level=policy,lift")
    {'level': 'policy', 'lift': True}
    """
    parts = [part.strip().removeprefix("--") for part in text.split(",")]
    remedy = _("Write options of a selection as level=policy, several with commas.")
    if not all(parts):
        raise CallError(
            _("{text!r}: A choice is missing. {remedy}").format(text=text, remedy=remedy)
        )
    try:
        context = _selecting.make_context(text, [f"--{part}" for part in parts])
    except click.UsageError as error:
        raise CallError(f"{text!r}: {error.format_message()} {remedy}") from None
    given = ParameterSource.COMMANDLINE
    return {
        name: value
        for name, value in context.params.items()
        if context.get_parameter_source(name) == given
    }


def another(
    store: Store,
    different: Mapping[str, Any],
    choices: Mapping[str, Any],
    *,
    arcs: bool = False,
) -> Projected:
    """Return the network of a command's own choices, but for those that are different."""
    chosen = {**choices, **different}
    made = {name: chosen.pop(name) for name in ("weight", "lang", "max_ties")}
    for name in ("data", "store_dir", "endpoint", "quiet"):
        chosen.pop(name)
    make = directed if arcs else project
    return make(store, selection=Selection(**chosen), **made)


def same_parts(store: Store, by: str, networks: Iterable[Projected]) -> Mapping[str, str]:
    """Return the part of each actor of some networks, by IRI."""
    found: dict[str, str] = {}
    for network in networks:
        parts = partition(network, by, store=store)
        found.update(zip(network.actors, parts, strict=True))
    return found
