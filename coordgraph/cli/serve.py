"""``coordgraph serve``: a SPARQL endpoint on this machine."""

import click

from coordgraph.cli import options
from coordgraph.cli.reading import store_of
from coordgraph.serve.app import serve as run
from coordgraph.serve.limits import Limits

__all__ = ["serve"]

_MB = 1 << 20


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
@options.quiet
def serve(  # noqa: PLR0913 - one parameter an option
    *,
    data: tuple[str, ...],
    store_dir: str | None,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    cors: str | None,
    timeout: float,
    max_answer: int,
    max_memory: int,
    workers: int | None,
    patience: float,
    quiet: bool,
) -> None:
    """
    Answer SPARQL over HTTP, at /sparql, until interrupted.

    Only this machine is listened to, unless --host says otherwise, and data can only be read.
    """
    chosen = Limits(
        seconds=timeout,
        patience=patience,
        answer_bytes=max_answer * _MB,
        memory_bytes=max_memory * _MB,
        **({} if workers is None else {"workers": workers}),
    )
    shipped = not data and store_dir is None
    store = store_of(data, store_dir, None)

    def ready(url: str) -> None:
        if not quiet:
            click.echo(f"{url}sparql answers SPARQL. Ctrl-C ends it.", err=True)

    origins = cors or ("*" if shipped else None)
    run(store, host=host, port=port, limits=chosen, hosts=hosts, origins=origins, ready=ready)
