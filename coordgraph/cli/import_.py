"""``coordgraph import``: a user's tables as RDF."""

import sys
from gettext import gettext as _
from pathlib import Path
from typing import Literal

import click

from coordgraph.cli import options
from coordgraph.cli.findings import report_text, say_engine
from coordgraph.cli.progress import paced, waiting
from coordgraph.ingest.tabular import Options
from coordgraph.publish.conversion import Conversion, convert
from coordgraph.publish.exporting import write_template

__all__ = ["import_"]


@click.command(name="import")
@click.argument("files", nargs=-1, metavar="FILE...", type=options.PATH)
@click.option(
    "--out",
    metavar="FILE",
    type=options.PATH,
    help="The RDF file to write: .ttl, .trig, .nt, .nq, .jsonld or .rdf.",
)
@click.option(
    "--template",
    metavar="FILE.xlsx",
    type=options.PATH,
    help="Instead of reading, write an empty workbook to fill in, with lists of the codes.",
)
@options.mapping
@click.option(
    "--data",
    metavar="FILE|DIR|URL",
    multiple=True,
    help="RDF that cells may point into, besides the shipped dataset (repeatable).",
)
@click.option(
    "--decisions",
    metavar="FILE.csv",
    type=options.PATH,
    help="Whom names in cells mean, as decided with `coordgraph resolve`.",
)
@click.option(
    "--dates",
    type=click.Choice(["dmy", "mdy"]),
    help="What 03/04/2001 means: 3 April (dmy) or March 4 (mdy). Refused if not given.",
)
@click.option(
    "--keep-going",
    is_flag=True,
    help="Leave out bad rows and what points to them, say which, and write the rest.",
)
@click.option("--no-check", is_flag=True, help="Do not check against the shapes.")
@options.language
@options.quiet
def import_(  # noqa: PLR0913 - one parameter an option
    files: tuple[Path, ...],
    *,
    out: Path | None,
    template: Path | None,
    mapping: Path,
    data: tuple[str, ...],
    decisions: Path | None,
    dates: Literal["dmy", "mdy"] | None,
    keep_going: bool,
    no_check: bool,
    lang: str,
    quiet: bool,
) -> None:
    """
    Turn tables into RDF and check it; all rows or none.

    FILE is a CSV file, a workbook (.xlsx) or a folder of CSV files. Bad cells are named all
    together, each with file, row, column and remedy.
    """
    if template is not None:
        if files or out:
            raise click.UsageError(_("--template reads nothing; leave out FILE and --out."))
        write_template(template, mapping=mapping, data=data, lang=lang)
        if not quiet:
            click.echo(
                _("{template}: fill it in, then `coordgraph import` reads it.").format(
                    template=template
                ),
                err=True,
            )
        return
    if not files:
        raise click.UsageError(_("Name a CSV file, a workbook or a folder."))
    if out is None:
        raise click.UsageError(_("Name the RDF file to write with --out."))
    chosen = Options(order=dates, keep_going=keep_going, tick=_ticker(quiet=quiet))
    with waiting("reading tables, then checking", quiet=quiet):
        done = convert(
            files,
            out,
            mapping=mapping,
            data=data,
            decisions=decisions,
            options=chosen,
            check=not no_check,
        )
    if done.report is not None and not quiet:
        say_engine(done.report, "auto")
    if done.report is not None and not (quiet and done.report.conforms):
        click.echo(report_text(done.report, lang), nl=False)
    if not quiet:
        _tell(done, out)
    sys.exit(0 if done.report is None or done.report.conforms else 1)


def _ticker(*, quiet: bool) -> options.Tick:
    def word(rows: int) -> str:
        return f"{rows:,} rows"

    return paced(word, quiet=quiet)


def _tell(done: Conversion, out: Path) -> None:
    for remark in done.remarks:
        click.echo(remark, err=True)
    if done.left_out:
        click.echo(
            _("Left out: {many} of {rows} rows.").format(
                many=done.rows_left_out, rows=done.rows
            ),
            err=True,
        )
        click.echo("\n".join(done.left_out), err=True)
    if done.written:
        rows = done.rows - done.rows_left_out
        click.echo(
            _("{out}: {statements} statements of {rows} rows.").format(
                out=out, statements=done.statements, rows=rows
            ),
            err=True,
        )
    else:
        click.echo(
            _("{out}: not written, as it breaks the shapes; --keep-going does.").format(
                out=out
            ),
            err=True,
        )
