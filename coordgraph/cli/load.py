"""``coordgraph load``: a user's data into a store on disk."""

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from time import monotonic

import click

from coordgraph.cli import options
from coordgraph.cli.progress import paced
from coordgraph.ingest.loading import Loaded, Options, load_store
from coordgraph.ingest.stream import Progress

__all__ = ["load"]


@click.command(name="load")
@click.argument("names", nargs=-1, metavar="FILE|DIR|URL...")
@click.option(
    "--store",
    "folder",
    metavar="DIR",
    type=options.PATH,
    required=True,
    help="The folder of the store to make, or to replace.",
)
@click.option("--add", is_flag=True, help="Keep what the store holds and add to it.")
@click.option("--with-dataset", is_flag=True, help="Load the shipped dataset besides.")
@click.option(
    "--derive", is_flag=True, help="Add what follows by rule: parties, ties, classes."
)
@options.quiet
def load(  # noqa: PLR0913 - one parameter an option
    names: tuple[str, ...],
    *,
    folder: Path,
    add: bool,
    with_dataset: bool,
    derive: bool,
    quiet: bool,
) -> None:
    """
    Load RDF of any size into a store on disk, for --store of other commands.

    The store is replaced when all is loaded, and is as it was until then. A load that was
    stopped goes on with the next file when the same command is given again.
    """
    if not names and not with_dataset:
        raise click.UsageError(_("Name a file, a folder or a web address."))
    began = monotonic()
    chosen = Options(add, with_dataset, derive, _ticker(quiet=quiet))
    done = load_store(folder, names, chosen)
    if not quiet:
        _tell(done, folder, monotonic() - began)


def _ticker(*, quiet: bool) -> Callable[[Progress], None]:
    """Return what tells how far it is, every two seconds."""
    began, name = monotonic(), ""
    say = paced(_how_far, quiet=quiet)

    def tick(progress: Progress) -> None:
        nonlocal began, name
        if progress.name != name:
            name, began = progress.name, monotonic()
        say(progress, monotonic() - began)

    return tick


def _how_far(progress: Progress, seconds: float) -> str:
    if not progress.done:
        return progress.name
    if progress.statements is None:
        amount, said = progress.done / 1e6, _("{name}: {amount:,.0f} MB, {rate:,.0f} a second")
    else:
        amount = float(progress.statements)
        said = _("{name}: {amount:,.0f} statements, {rate:,.0f} a second")
    part = f" ({progress.done / progress.size:.0%})" if progress.size else ""
    rate = amount / max(seconds, 0.001)
    return said.format(name=progress.name, amount=amount, rate=rate) + part


def _tell(done: Loaded, folder: Path, seconds: float) -> None:
    if done.resumed:
        click.echo(
            _("Went on with an earlier load: {resumed} sources were done.").format(
                resumed=done.resumed
            ),
            err=True,
        )
    said = _(
        "{folder}: {statements:,} statements in {graphs} named graphs, in {seconds:,.0f} s."
    )
    click.echo(
        said.format(
            folder=folder, statements=done.statements, graphs=done.graphs, seconds=seconds
        ),
        err=True,
    )
