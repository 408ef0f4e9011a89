"""``coordgraph network``: the network for other programs."""

import sys
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.cluster import cluster_of, refuse_without_spark, ties_there
from coordgraph.cli.progress import paced
from coordgraph.cli.reading import directed_of, network_of
from coordgraph.network.directed import Projected
from coordgraph.network.exports import (
    FORMATS,
    Document,
    Tick,
    document_of,
    format_of,
    send,
    write,
)

__all__ = ["network"]

_MANY = 100_000
"""Participations of which reading more takes over two seconds."""

_STDOUT = Path("-")


@click.command(name="network")
@options.selection
@click.option(
    "--out",
    metavar="FILE|-",
    required=True,
    help="Where to write; the suffix is the format, and .gz after it compresses. "
    "- is standard output. With --engine spark, a folder of ties by level, of actors and of a "
    "summary, as Parquet or CSV.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="The format, where the suffix does not tell it.",
)
@click.option(
    "--two-mode",
    is_flag=True,
    help="Write mechanisms as nodes beside the actors, tied to who takes part in them.",
)
@options.directed
@options.engine
@options.cluster
@options.source
@options.language
@options.quiet
def network(
    out: str, form: str | None, *, two_mode: bool, directed: bool, engine: str, **choices: Any
) -> None:
    """
    Write the network for other programs, with levels, weights, dates and evidence.

    CSV and Parquet give a file of edges and one of nodes: NAME.edges.csv and NAME.nodes.csv,
    NAME.parquet and NAME.nodes.parquet.
    """
    there = {name: choices.pop(name) for name in options.CLUSTER}
    if engine == "spark":
        if two_mode or directed:
            raise click.UsageError(_("Spark makes ties: leave out --two-mode and --directed."))
        form = form or ("csv" if out.rstrip("/").endswith(".csv") else "parquet")
        quiet = choices.pop("quiet")
        ties_there(None, form, out, cluster_of(**there, quiet=quiet), **choices)
        return
    refuse_without_spark(**there)
    _network_here(Path(out), form, two_mode=two_mode, directed=directed, **choices)


def _network_here(
    out: Path, form: str | None, *, two_mode: bool, directed: bool, **choices: Any
) -> None:
    if out == _STDOUT and form is None:
        raise click.UsageError(_("Say which --format goes to standard output."))
    chosen = format_of(out, form)
    if two_mode and directed:
        raise click.UsageError(
            _("--two-mode does not go with --directed: leave out one of them.")
        )
    projected: Projected
    if directed:
        store, projected = directed_of(**choices)
    else:
        store, projected = network_of(**choices, tied=not two_mode)
    if len(projected.incidence.actor) > _MANY and not choices["quiet"]:
        click.echo(_("... reading dates, roles and evidence"), err=True)
    document = document_of(
        projected, store=store, lang=choices["lang"], two_mode=two_mode, form=chosen
    )
    tick = _ticker(quiet=choices["quiet"])
    if out == _STDOUT:
        send(document, sys.stdout.buffer, form=chosen, tick=tick)
        return
    for path in write(document, out, form=chosen, tick=tick):
        if not choices["quiet"]:
            click.echo(f"{path}: {_size(document)}", err=True)


def _size(document: Document) -> str:
    if document.actors is None:
        return f"{len(document.nodes)} actors, {len(document.ties)} ties"
    mechanisms = len(document.nodes) - document.actors
    return (
        f"{document.actors} actors, {mechanisms} mechanisms, "
        f"{len(document.ties)} participations"
    )


def _ticker(*, quiet: bool) -> Tick:
    """Return what tells how far it is, every two seconds."""

    def word(done: int, total: int) -> str:
        return _("{done:,} of {total:,} ties written ({part:.0%})").format(
            done=done, total=total, part=done / max(total, 1)
        )

    return paced(word, quiet=quiet)
