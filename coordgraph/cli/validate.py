"""``coordgraph validate``: data against shapes."""

import sys
from gettext import gettext as _
from pathlib import Path
from typing import TypedDict

import click

from coordgraph.cli import options
from coordgraph.cli.findings import report_text, say_engine
from coordgraph.cli.progress import waiting
from coordgraph.cli.reading import store_of
from coordgraph.validation import Report, validate_dataset, validate_files
from coordgraph.validation import validate as validate_store
from coordgraph.validation.engines import ENGINES, LARGE
from coordgraph.validation.formats import LIMIT, as_json, as_sarif, as_turtle
from coordgraph.version import __version__

__all__ = ["validate"]


@click.command(name="validate")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=options.PATH)
@click.option(
    "--shapes",
    metavar="FILE",
    type=options.PATH,
    help="Use these shapes only, and add nothing to the data.",
)
@click.option("--with-dataset", is_flag=True, help="Know the shipped dataset besides.")
@click.option("--strict", is_flag=True, help="Warnings and remarks, too, exit with 1.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "ttl"]),
    default="text",
    show_default=True,
    help="How to print what is found.",
)
@click.option(
    "--remarks", is_flag=True, help="Show remarks, too, in text; they are counted anyway."
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=LIMIT,
    show_default=True,
    help="In text, show at most so many findings of one shape; 0 shows all.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="pyshacl is the reference, shacl the fast one; auto is shacl from "
    f"{LARGE:,} statements on, where it is installed.",
)
@options.stored
@options.language
@options.quiet
def validate(  # noqa: PLR0913 - one parameter an option
    files: tuple[Path, ...],
    *,
    shapes: Path | None,
    with_dataset: bool,
    strict: bool,
    form: str,
    remarks: bool,
    limit: int,
    engine: str,
    store_dir: str | None,
    endpoint: str | None,
    lang: str,
    quiet: bool,
) -> None:
    """
    Check files, a store or an endpoint (or the shipped dataset) against the shapes.

    The ontology, the concept schemes and the places are known besides the data. Exits with 1
    if something is violated; warnings and remarks alone exit with 0.
    """
    how: _How = {"shapes": shapes, "with_dataset": with_dataset, "engine": engine}
    with waiting("checking against the shapes", quiet=quiet):
        report = _report(files, store_dir, endpoint, how)
    if not quiet:
        say_engine(report, engine)
    if not (quiet and report.conforms and form == "text"):
        remarks = remarks or strict
        click.echo(_printed(report, form, lang, remarks=remarks, limit=limit), nl=False)
    failed = not report.conforms or (strict and report.findings)
    sys.exit(1 if failed else 0)


class _How(TypedDict):
    """How data is checked."""

    shapes: Path | None
    with_dataset: bool
    engine: str


def _report(
    files: tuple[Path, ...], store_dir: str | None, endpoint: str | None, how: _How
) -> Report:
    if files:
        if store_dir or endpoint:
            raise click.UsageError(_("FILE, --store and --endpoint exclude each other."))
        return validate_files(files, **how)
    if store_dir or endpoint:
        return validate_store(store_of((), store_dir, endpoint), **how)
    if how["shapes"]:
        raise click.UsageError(_("--shapes needs data to check: FILE, --store or --endpoint."))
    return validate_dataset(engine=how["engine"])


def _printed(report: Report, form: str, lang: str, *, remarks: bool, limit: int) -> str | bytes:
    if form == "json":
        return as_json(report)
    if form == "sarif":
        return as_sarif(report, lang=lang, version=__version__)
    if form == "ttl":
        return as_turtle(report)
    return report_text(report, lang, remarks=remarks, limit=limit)
