"""``coordgraph serve``: a SPARQL endpoint and a workbench on this machine."""

import os
from gettext import gettext as _
from pathlib import Path

import click

from coordgraph.cli import options
from coordgraph.cli.reading import store_of
from coordgraph.errors import CallError
from coordgraph.ingest.rdf import rdf_files
from coordgraph.publish.site.addresses import Addresses, web_folder
from coordgraph.publish.site.description.about import ABOUT, read_about
from coordgraph.serve.api.report import SHIPPED
from coordgraph.serve.app import check_free
from coordgraph.serve.app import serve as run
from coordgraph.serve.limits import Limits

__all__ = ["serve"]

_MB = 1 << 20
_SHORTEST = 16
TOKEN = "COORDGRAPH_SERVE_TOKEN"  # noqa: S105 - the name of a variable


@click.command(name="serve")
@options.local
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=7878,
    show_default=True,
    help="Where to listen; 0 for any that is free.",
)
@click.option(
    "--allow-host",
    "hosts",
    metavar="NAME",
    multiple=True,
    help="Another name by which the server may be asked; * for any.",
)
@click.option(
    "--base",
    metavar="IRI",
    help="What the IRIs of the dataset's things begin with; each is resolved at the path that "
    "follows.",
)
@options.about
@click.option(
    "--cors",
    metavar="ORIGIN",
    help="Whose web pages may read the answers: an origin, or * for everybody's, as it is for "
    "the shipped dataset.",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1, 86400),
    default=30,
    show_default=True,
    help="How long a question may take.",
)
@click.option(
    "--check-timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1, 86400),
    default=600,
    show_default=True,
    help="How long deriving and checking may take after a change.",
)
@click.option(
    "--check-memory",
    metavar="MB",
    type=click.IntRange(256),
    help="How much memory deriving and checking may take after a change; by default half of "
    "the machine's.",
)
@click.option(
    "--max-answer",
    metavar="MB",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="How large an answer may be.",
)
@click.option(
    "--max-memory",
    metavar="MB",
    type=click.IntRange(16),
    default=1024,
    show_default=True,
    help="How much memory a question may take beside the data.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, 1024),
    help="How many questions are answered at a time; by default twice the processors.",
)
@click.option(
    "--patience",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=10,
    show_default=True,
    help="How long a question waits for its turn before it is told to come back.",
)
@click.option(
    "--writable",
    is_flag=True,
    help=f"Let who has the token in {TOKEN} change the store in the folder; what would violate "
    "the shapes is refused.",
)
@options.quiet
def serve(  # noqa: PLR0913 - one parameter an option
    *,
    data: tuple[str, ...],
    store_dir: str | None,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    base: str | None,
    about: Path | None,
    cors: str | None,
    timeout: float,
    check_timeout: float,
    check_memory: int | None,
    max_answer: int,
    max_memory: int,
    workers: int | None,
    patience: float,
    writable: bool,
    quiet: bool,
) -> None:
    """
    Answer SPARQL over HTTP, at /sparql, and browsers with a workbench, until interrupted.

    Only this machine is listened to, unless --host says otherwise, and data can only be read.
    """
    chosen = Limits(
        seconds=timeout,
        checking_seconds=check_timeout,
        patience=patience,
        answer_bytes=max_answer * _MB,
        memory_bytes=max_memory * _MB,
        **({} if workers is None else {"workers": workers}),
        **({} if check_memory is None else {"checking_bytes": check_memory * _MB}),
    )
    shipped = not data and store_dir is None
    token = _token(data, store_dir) if writable else None
    folder = Path(store_dir) if store_dir is not None and not data else None
    check_free(host, port)
    store = folder or store_of(data, store_dir, None)

    under = base and web_folder(base, option="--base")
    if about is not None:
        read_about(about, base=Addresses.under(under).base)

    def ready(url: str) -> None:
        if not quiet:
            words = _(
                "{url}sparql answers SPARQL; open {url} in a browser. Ctrl-C ends it."
            ).format(url=url)
            click.echo(words, err=True)

    origins = cors or ("*" if shipped else None)
    run(
        store,
        host=host,
        port=port,
        limits=chosen,
        hosts=hosts,
        origins=origins,
        token=token,
        sources=[SHIPPED] if shipped else _files(data),
        base=under,
        about=ABOUT if shipped and about is None else about,
        ready=ready,
    )


def _files(data: tuple[str, ...]) -> list[str]:
    """Return the files on this machine that data are read from."""
    paths = [Path(one) for one in data if "://" not in one]
    found = (rdf_files(path) if path.is_dir() else [path] for path in paths)
    return [str(path) for files in found for path in files]


def _token(data: tuple[str, ...], store_dir: str | None) -> str:
    if data or store_dir is None:
        raise CallError(
            _("--writable changes a store in a folder: give --store DIR, and no --data.")
        )
    token = os.environ.get(TOKEN, "")
    if len(token) < _SHORTEST:
        raise CallError(
            _(
                "--writable needs a token of {shortest} characters or more in {token}; "
                "`openssl rand -hex 16` makes one."
            ).format(shortest=_SHORTEST, token=TOKEN)
        )
    return token
