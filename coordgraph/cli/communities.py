"""``coordgraph communities``: parts of the network, and how sure they are."""

import math
from gettext import gettext as _
from typing import Any, Literal

import click
import numpy as np
import pyarrow as pa

from coordgraph.arrow import floats
from coordgraph.cli import options
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import teller
from coordgraph.cli.reading import network_of
from coordgraph.engines.partitions import METHODS, Method
from coordgraph.network.communities.finding import SEEDS, Communities
from coordgraph.network.communities.finding import communities as found_in

__all__ = ["communities"]

By = Literal["actor", "community", "network"]


@click.command(name="communities")
@options.selection
@click.option(
    "--method",
    type=click.Choice(METHODS),
    default="leiden",
    show_default=True,
    help="How to look for them; leiden needs igraph (`pip install 'coordgraph[fast]'`).",
)
@click.option(
    "--resolution",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    show_default=True,
    metavar="R",
    help="Greater for smaller communities.",
)
@click.option(
    "--seeds",
    type=click.IntRange(min=1),
    default=SEEDS,
    show_default=True,
    metavar="N",
    help="From how many seeds to look; the best partition is given, the others compared.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="What all of them start from.",
)
@click.option(
    "--by",
    type=click.Choice(["actor", "community", "network"]),
    default="actor",
    show_default=True,
    help="What a row is: an actor, a community, or the whole partition.",
)
@options.source
@options.language
@options.table_format
@options.quiet
def communities(  # noqa: PLR0913 - one parameter an option
    method: Method,
    resolution: float,
    *,
    seeds: int,
    seed: int,
    by: By,
    form: str | None,
    **choices: Any,
) -> None:
    """
    Part the network into communities, and tell how sure they are.

    A method is run from several seeds and the partition of the highest modularity given. Of
    each actor: the share of its fellows that another run puts with it (together), and how
    alike its community is in another run (stability). Community 1 is the largest.
    """
    _store, network = network_of(**choices)
    tell = teller(_("runs"), quiet=choices["quiet"])
    how: dict[str, Any] = {"method": method, "resolution": resolution}
    found = found_in(
        network, **how, seeds=seeds, seed=seed, tick=lambda done: tell(done, seeds)
    )
    if not choices["quiet"]:
        click.echo(_said(found), err=True)
    table = {"actor": found.table, "community": found.sizes, "network": _whole(found)}[by]
    shown = chosen(form)
    columns = [name for name in table.column_names if shown != "table" or name != "actor"]
    rows_as(shown, columns, table.to_pylist())


def _whole(found: Communities) -> pa.Table:
    """Return the partition as one row."""
    return pa.table(
        {
            "method": [found.method],
            "resolution": [found.resolution],
            "seeds": [found.seeds],
            "seed": [found.seed],
            "communities": [found.sizes.num_rows],
            **{
                name: floats(np.array([getattr(found, name)]))
                for name in ("modularity", "ari", "nmi")
            },
        }
    )


def _said(found: Communities) -> str:
    """Return what a user should know of the partition, in a sentence."""
    worth = "not defined" if math.isnan(found.modularity) else f"{found.modularity:.4f}"
    said = _("Communities by {method}: {many}, modularity {worth}").format(
        method=found.method, many=found.sizes.num_rows, worth=worth
    )
    if found.seeds == 1:
        return _("{said}; one run, so nothing to compare.").format(said=said)
    return _(
        "{said}; two of {seeds} runs are alike by {ari:.3f} (ARI), {nmi:.3f} (NMI), on average."
    ).format(said=said, seeds=found.seeds, ari=found.ari, nmi=found.nmi)
