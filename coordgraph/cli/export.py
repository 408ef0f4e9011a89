"""``coordgraph export``: a graph as the tables that import reads."""

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from pathlib import Path

import click

from coordgraph.cli import options
from coordgraph.cli.reading import store_of
from coordgraph.namespace import shrink
from coordgraph.publish.exporting import Exported, export_tables

__all__ = ["export"]

_SHOWN = 10


@click.command(name="export")
@click.option(
    "--out",
    metavar="FILE.xlsx|DIR",
    type=options.PATH,
    required=True,
    help="A workbook, or a folder for CSV files; an earlier export there is replaced.",
)
@click.option(
    "--graph",
    metavar="NAME|IRI",
    help="Only this named graph, such as agreements; else all that is not derived.",
)
@options.mapping
@options.source
@options.language
@options.quiet
def export(  # noqa: PLR0913 - one parameter an option
    out: Path,
    *,
    graph: str | None,
    mapping: Path,
    data: tuple[str, ...],
    store_dir: str | None,
    endpoint: str | None,
    lang: str,
    quiet: bool,
) -> None:
    """
    Write a graph as the tables that import reads, for people who edit tables.

    The tables are read again at once: whatever they do not say as the graph does is counted
    on standard error.
    """

    def progress(step: str) -> None:
        if not quiet:
            click.echo(f"... {step}", err=True)

    store = store_of(data, store_dir, endpoint, derived=False)
    done = export_tables(store, out, graph=graph, mapping=mapping, lang=lang, progress=progress)
    if not quiet:
        click.echo("\n".join(_told(done, out)), err=True)


def _told(done: Exported, out: Path) -> Iterator[str]:
    listed = ", ".join(f"{name} {rows}" for name, rows in done.rows.items())
    yield _("{out}: rows: {listed}.").format(out=out, listed=listed)
    left = done.remainder
    if left.untold:
        yield _("Not in the tables: {many} statements, on").format(
            many=sum(left.untold.values())
        )
        yield from _by_class(left.untold)
    if left.added:
        yield _("An import would add: {many} statements, on").format(
            many=sum(left.added.values())
        )
        yield from _by_class(left.added)
    if left.problems:
        yield _("An import would ask to mend {many} cells first:").format(
            many=len(left.problems)
        )
        yield from (f"  {problem}" for problem in left.problems[:_SHOWN])
        if len(left.problems) > _SHOWN:
            yield _("  ... and {many} more.").format(many=len(left.problems) - _SHOWN)
    if not (left.untold or left.added or left.problems):
        yield _("The tables say all that the graph says: an import gives it back.")


def _by_class(counted: Mapping[str, int]) -> Iterator[str]:
    for name, number in counted.items():
        yield f"  {number:>8}  {shrink(name)}"
