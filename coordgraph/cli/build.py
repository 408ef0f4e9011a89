"""``coordgraph build``: the whole dataset as a folder."""

from collections.abc import Iterator
from pathlib import Path

import click

from coordgraph.cli import options
from coordgraph.namespace import ID, shrink
from coordgraph.publish.release import Release
from coordgraph.publish.release import build as build_release
from coordgraph.validation import Severity

__all__ = ["build"]

_TOP = 5


@click.command(name="build")
@click.option(
    "--out",
    metavar="DIR",
    default="coordgraph-build",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where the files go; an earlier build there is replaced.",
)
@click.option(
    "--store",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Make an on-disk store, too, for --store of other commands.",
)
@options.language
@options.quiet
def build(out: Path, store: Path | None, lang: str, *, quiet: bool) -> None:
    """
    Make the whole dataset: RDF in six formats, tables, figures and a summary.

    The sources become named graphs, ties are derived by rule, and the result is checked
    against the shapes: a violation stops the build and nothing is written.
    """
    release = build_release(
        out,
        store=store,
        lang=lang,
        progress=lambda step: None if quiet else click.echo(f"... {step}", err=True),
    )
    if not quiet:
        click.echo("\n".join(_summary(release, lang)))


def _summary(release: Release, lang: str) -> Iterator[str]:
    counts = release.counts
    yield ""
    yield (
        f"{counts['Practice']} practices, {counts['Mechanism']} mechanisms of coordination "
        f"({counts['Agreement']} of them agreements), {counts['Participation']} participations,"
    )
    yield (
        f"{counts['Institution'] + counts['Unit']} institutions and units, "
        f"{counts['ActorGroup']} groups known only by kind, {counts['State']} states; "
        f"{counts['LevelClaim']} claims on levels, {counts['Discrepancy']} discrepancies."
    )
    listed = ", ".join(f"{name} {number}" for name, number in release.statements.items())
    yield f"Statements: {sum(release.statements.values())} ({listed})."
    yield ""
    yield from _checked(release, lang)
    yield ""
    yield "Strongest coordinators (mechanisms shared with others, number of counterparts):"
    for row in release.table.to_pylist()[:_TOP]:
        mark = " (a group)" if row["group"] else ""
        yield f"  {row['strength']:>5g} {row['degree']:>4}  {row['label']}{mark}"
    yield ""
    yield f"Files in {release.folder}:"
    for names in _folded(release.files):
        yield f"  {names}"


def _checked(release: Release, lang: str) -> Iterator[str]:
    warnings = release.report.of(Severity.WARNING)
    remarks = release.report.count(Severity.INFO)
    yield f"Conforms to its shapes, with {len(warnings)} warnings and {remarks} remarks:"
    for finding in warnings:
        where = finding.place or shrink(finding.focus)
        yield f"  {where}: {finding.text(lang).replace(ID, '')}"
    yield "`coordgraph validate` shows each with its place in the sources."


def _folded(files: tuple[str, ...]) -> Iterator[str]:
    folders: dict[str, list[str]] = {}
    for name in files:
        folder, _, base = name.rpartition("/")
        folders.setdefault(folder, []).append(base)
    for folder, names in folders.items():
        yield f"{folder + '/: ' if folder else ''}{', '.join(names)}"
