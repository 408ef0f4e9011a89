"""``coordgraph network``: the network for other programs."""

from pathlib import Path
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.reading import network_of
from coordgraph.network.export import SUFFIXES, export

__all__ = ["network"]


@click.command(name="network")
@options.selection
@click.option(
    "--out",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help=f"Where to write; the suffix is the format: {', '.join(SUFFIXES)}.",
)
@options.source
@options.language
@options.quiet
def network(out: Path, **choices: Any) -> None:
    """
    Write the network for other programs, with labels, levels, weights and mechanisms.

    CSV gives a pair of files, NAME.nodes.csv and NAME.edges.csv.
    """
    _, projected = network_of(**choices)
    for path in export(projected, out):
        if not choices["quiet"]:
            click.echo(
                f"{path}: {len(projected.actors)} actors, {len(projected.ties)} ties", err=True
            )
