"""``coordgraph publish``: the dataset as a linked-data site."""

import sys
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from coordgraph.cli import options
from coordgraph.cli.auditing import tell
from coordgraph.cli.progress import paced
from coordgraph.errors import CallError
from coordgraph.ingest.source import open_source
from coordgraph.publish.site.audit.auditing import SAMPLE, audit
from coordgraph.publish.site.description.about import ABOUT
from coordgraph.publish.site.publishing import Progress
from coordgraph.publish.site.publishing import publish as publish_site
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.store import EmbeddedStore

__all__ = ["publish"]


@click.command(name="publish")
@click.option(
    "--out",
    metavar="DIR",
    type=options.PATH,
    help="Where the site goes: a new folder, or that of an earlier site.",
)
@click.option(
    "--check",
    metavar="DIR|URL",
    help="Publish nothing; look a release over, and exit with 1 if something is wrong.",
)
@click.option("--base", metavar="IRI", help="The address under which the site stands.")
@click.option(
    "--langs",
    default="en,es,pt",
    show_default=True,
    help="The languages of its pages, the main one first.",
)
@click.option("--data", metavar="FILE|DIR|URL", multiple=True, help="Publish these.")
@click.option("--store", "store_dir", metavar="DIR", help="Publish the on-disk store.")
@options.about
@click.option(
    "--host",
    metavar="URL",
    help="Where the files are served, if the base redirects there, as w3id.org does.",
)
@click.option(
    "--endpoint",
    "endpoints",
    metavar="URL",
    multiple=True,
    help="A SPARQL endpoint that answers for the dataset, which examples and statistics name.",
)
@click.option(
    "--since",
    metavar="OLD",
    help="Tell what changed since this release: a published folder, or what diff reads.",
)
@click.option(
    "--sample",
    type=click.IntRange(min=0),
    default=SAMPLE,
    show_default=True,
    help="With --check: open at most so many files of one sort; 0 opens all.",
)
@options.table_format
@options.language
@options.quiet
def publish(  # noqa: PLR0913 - one parameter an option
    *,
    out: Path | None,
    check: str | None,
    sample: int,
    form: str | None,
    lang: str,
    quiet: bool,
    **chosen: Any,
) -> None:
    """
    Publish the dataset as a linked-data site: pages and data for every IRI.

    --format and --lang are for what --check finds.
    """
    if (out is None) == (check is None):
        raise CallError(
            _("Give --out DIR to publish, or --check DIR|URL to look a release over.")
        )
    if out is not None:
        try:
            _publish(out, quiet=quiet, **chosen)
        except KeyboardInterrupt:
            words = _(
                "interrupted; {out} is not whole. Publish again into it: what is written "
                "already is not written again."
            )
            raise KeyboardInterrupt(words.format(out=out)) from None
        return
    assert check is not None
    results = audit(check, sample=sample, progress=_step(quiet=quiet))
    sys.exit(0 if tell(results, form=form, lang=lang) else 1)


def _publish(  # noqa: PLR0913 - one parameter an option
    out: Path,
    *,
    base: str | None,
    langs: str,
    data: tuple[str, ...],
    store_dir: str | None,
    about: Path | None,
    host: str | None,
    endpoints: tuple[str, ...],
    since: str | None,
    quiet: bool,
) -> None:
    wanted = [code.strip() for code in langs.split(",") if code.strip()]
    if not wanted or any(code not in LANGUAGES for code in wanted):
        said = _("--langs {langs}: known are {known}.")
        raise CallError(said.format(langs=repr(langs), known=", ".join(LANGUAGES)))
    store = open_source(data, store=store_dir)
    assert isinstance(store, EmbeddedStore)
    if about is None and not data and store_dir is None:
        about = ABOUT
    done = publish_site(
        store,
        out,
        base=base,
        about=about,
        host=host,
        endpoints=endpoints,
        since=since,
        langs=wanted,
        progress=_ticker(quiet=quiet),
    )
    if about is None and not quiet:
        words = _(
            "The release names no title, licence or publisher: --about FILE states them "
            "(docs/how-to/publish-a-dataset.md)."
        )
        click.echo(words, err=True)
    for reason in done.left_out:
        click.echo(_("Left out: {reason}").format(reason=reason), err=True)
    if not quiet:
        words = _("{out}: {files:,} files, {written:,} of them written.")
        click.echo(words.format(out=out, files=done.files, written=done.written), err=True)


def _step(*, quiet: bool) -> Callable[[str], None]:
    def say(step: str) -> None:
        if not quiet:
            click.echo(f"... {step}", err=True)

    return say


def _ticker(*, quiet: bool) -> Progress:
    def word(step: str, done: int, total: int) -> str:
        words = _("{what}: {done:,} of {total:,}")
        return words.format(what=step, done=done, total=total)

    return paced(word, quiet=quiet)
