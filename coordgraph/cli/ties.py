"""``coordgraph ties``: who coordinates with whom."""

from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from coordgraph.actors import find_actor
from coordgraph.cli import options
from coordgraph.cli.cluster import cluster_of, refuse_without_spark, ties_there
from coordgraph.cli.output import chosen, rows_as
from coordgraph.cli.progress import teller
from coordgraph.cli.reading import directed_of, network_by, network_of
from coordgraph.network.directed import Projected
from coordgraph.network.dump.dumping import dump
from coordgraph.network.dump.reading import read_dump
from coordgraph.network.projection import Network, project
from coordgraph.network.tie_file import write_ties
from coordgraph.network.tie_rows import SHORT_COLUMNS, TIE_COLUMNS, tie_rows
from coordgraph.store import Store

__all__ = ["ties"]


@click.command(name="ties")
@click.argument("actor", required=False)
@options.selection
@options.directed
@click.option(
    "--out",
    metavar="FILE.parquet|DIR",
    help="Write Parquet instead of printing. Of an endpoint, who takes part in what is kept "
    "beside it, in FILE.incidence.parquet. With --engine spark, a folder of ties by level, of "
    "actors and of a summary; as CSV with --format csv.",
)
@options.engine
@options.cluster
@options.source
@options.language
@options.table_format
@options.quiet
def ties(
    actor: str | None,
    form: str | None,
    *,
    engine: str,
    out: str | None,
    **choices: Any,
) -> None:
    """
    List who coordinates with whom, at which level, through what.

    ACTOR is a slug, an IRI, an acronym or a label; without it, all ties are listed. A row is
    a pair of actors and a level; the level is empty where the mechanisms state none. With
    --directed the source acts towards the target; ACTOR may be either.
    """
    there = {name: choices.pop(name) for name in options.CLUSTER}
    if engine == "spark":
        if choices.pop("directed"):
            raise click.UsageError(_("Spark makes ties, no arcs: leave out --directed."))
        ties_there(actor, form, out, cluster_of(**there, quiet=choices.pop("quiet")), **choices)
        return
    refuse_without_spark(**there)
    _ties_here(actor, form, Path(out) if out is not None else None, **choices)


def _ties_here(
    actor: str | None, form: str | None, out: Path | None, *, directed: bool, **choices: Any
) -> None:
    if out is not None:
        _check_file(out, form)
    store, network = _read(out, directed=directed, **choices)
    ego = find_actor(store, actor, lang=choices["lang"]) if actor else None
    if out is not None:
        written = write_ties(network, out, ego)
        if not choices["quiet"]:
            click.echo(_("{out}: {written:,} ties.").format(out=out, written=written), err=True)
        return
    shown = chosen(form)
    columns = SHORT_COLUMNS if shown == "table" else TIE_COLUMNS
    rows_as(shown, columns, tie_rows(network, ego))


def _check_file(out: Path, form: str | None) -> None:
    if form is not None:
        raise click.UsageError(
            _("--format says how to print; --out writes Parquet. Leave out one.")
        )
    if out.suffix != ".parquet":
        raise click.UsageError(
            _("{out} is no .parquet; other formats are printed (--format csv > FILE).").format(
                out=out
            )
        )


def _read(out: Path | None, *, directed: bool, **choices: Any) -> tuple[Store, Projected]:
    if directed:
        return directed_of(**choices)
    if out is not None and choices["endpoint"] is not None:
        return network_by(partial(_dumped, out, choices), **choices)
    return network_of(**choices)


def _dumped(out: Path, choices: dict[str, Any], store: Store, **projected: Any) -> Network:
    """Return the network of what is first written beside the ties, and can be read again."""
    beside, quiet = out.with_suffix(".incidence.parquet"), choices["quiet"]
    tick = teller(_("participations"), quiet=quiet)
    done = dump(store, beside, source=choices["endpoint"], tick=tick)
    if not quiet:
        click.echo(
            _("{out}: {rows:,} participations.").format(out=beside, rows=done.rows),
            err=True,
        )
    return project(store, takings=read_dump(beside), **projected)
