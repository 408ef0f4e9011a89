"""``coordgraph incidence``: who takes part in what, as Parquet."""

from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.progress import teller
from coordgraph.cli.reading import store_of
from coordgraph.network.dump.dumping import MOST, PART, dump

__all__ = ["incidence"]


@click.command(name="incidence")
@click.option(
    "--out",
    metavar="FILE",
    required=True,
    type=options.PATH,
    help="The file of Parquet to write.",
)
@click.option(
    "--part-rows",
    type=click.IntRange(min=1),
    default=PART,
    show_default=True,
    metavar="N",
    help="Ask for about this many participations at once.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=0),
    default=MOST,
    show_default=True,
    metavar="N",
    help="Write no more participations than this.",
)
@options.source
@options.quiet
def incidence(out: Path, *, part_rows: int, max_rows: int, quiet: bool, **places: Any) -> None:
    """
    Write who takes part in which mechanism into a file of Parquet, however many.

    The columns are mechanism, actor, level, start and end; a row is a participation, once for
    each level of its mechanism. Rows are written while they come and held against what is
    counted. Of an endpoint, finished parts are kept in FILE.parts until the file is whole: the
    same command goes on where it was broken off.
    """
    store = store_of(**places, derived=False)
    done = dump(
        store,
        out,
        source=_called(**places),
        part=part_rows,
        most=max_rows,
        tick=teller(_("participations"), quiet=quiet),
    )
    if not quiet:
        said = _("{out}: {rows:,} participations.")
        if done.kept:
            said = _(
                "{out}: {rows:,} participations, {kept} of {parts} parts kept from before."
            )
        click.echo(
            said.format(out=out, rows=done.rows, kept=done.kept, parts=done.parts), err=True
        )


def _called(*, data: tuple[str, ...], store_dir: str | None, endpoint: str | None) -> str:
    """Return what a source is called: its address, or its names."""
    return endpoint or store_dir or " ".join(data) or "the shipped dataset"
