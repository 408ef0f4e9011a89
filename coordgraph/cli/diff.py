"""``coordgraph diff``: what changed between two versions."""

import json
import sys
from gettext import gettext as _

import click

from coordgraph.changes.comparison import Difference, compare
from coordgraph.changes.model import GROUPS, Group
from coordgraph.cli import options
from coordgraph.errors import CallError
from coordgraph.ingest.source import SHIPPED, read_version
from coordgraph.publish.changes.patch import as_patch, as_sparql, as_trig
from coordgraph.publish.changes.rows import as_csv, as_document
from coordgraph.publish.changes.wording import as_text

__all__ = ["diff"]

_PATCHES = ("trig", "sparql", "patch")


@click.command(name="diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", default=SHIPPED)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(GROUPS),
    help="Only these changes (repeatable); other statements are not counted then.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Tell all, not only twenty things of a group; list other statements, too.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", *_PATCHES]),
    default="text",
    show_default=True,
    help="Words, rows, or a patch that makes NEW of OLD: as TriG, SPARQL Update or RDF Patch.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if there is a difference.")
@options.language
@options.quiet
def diff(  # noqa: PLR0913 - one parameter an option
    old: str,
    new: str,
    *,
    only: tuple[Group, ...],
    everything: bool,
    form: str,
    exit_code: bool,
    lang: str,
    quiet: bool,
) -> None:
    """
    Tell what changed between two versions: actors, agreements, dates, ties, and the rest.

    OLD and NEW are each a file, a folder that build made, another folder, an on-disk store, a
    web address, or `shipped` for the shipped dataset, which is also NEW if it is not given.
    Order, format and names of blank nodes make no difference.
    """
    if only and form in _PATCHES:
        raise CallError(
            _("--only narrows words and rows; a patch holds all. Leave out --only.")
        )
    say = _silent if quiet else _say
    say(f"reading {old}")
    before = read_version(old)
    say(f"reading {new}")
    after = read_version(new)
    say("comparing")
    found = compare(before, after, only=only)
    printed = _printed(found, form, lang, names=(old, new), everything=everything)
    click.echo(printed, nl=False)
    sys.exit(1 if exit_code and found else 0)


def _printed(
    found: Difference, form: str, lang: str, *, names: tuple[str, str], everything: bool
) -> str | bytes:
    if form == "json":
        told = as_document(found, lang=lang, everything=everything)
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return as_csv(found, lang=lang)
    if form == "trig":
        return as_trig(found, names=names)
    if form == "sparql":
        return as_sparql(found)
    if form == "patch":
        return as_patch(found)
    return as_text(found, lang=lang, everything=everything)


def _say(step: str) -> None:
    click.echo(f"... {step}", err=True)


def _silent(step: str) -> None:
    del step
