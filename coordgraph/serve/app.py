"""What stands at which address, and how the server runs until it is told to stop."""

import socket
from collections.abc import Callable, Iterable, Sequence
from gettext import gettext as _
from importlib.resources import files
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from coordgraph.errors import CallError
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.reasons import reason
from coordgraph.serve.api.answering import api_answered, library_answered
from coordgraph.serve.api.arrangement import arranged
from coordgraph.serve.api.reconciliation import reconciled
from coordgraph.serve.assets import Assets
from coordgraph.serve.changes import Changes
from coordgraph.serve.changing import changer, warm
from coordgraph.serve.crew import Crew
from coordgraph.serve.description import described
from coordgraph.serve.dumps import dump_given
from coordgraph.serve.endpoint import Endpoint
from coordgraph.serve.graphs import graph_given
from coordgraph.serve.graphstore import GraphStore
from coordgraph.serve.guard import LOOPBACK, Guard
from coordgraph.serve.keeping import Kept
from coordgraph.serve.limits import Limits
from coordgraph.serve.nursery import Begin, Nursery, Work, holder
from coordgraph.serve.patience import patient
from coordgraph.serve.questions import answered
from coordgraph.serve.reading import Read
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.things.answering import thing_answered
from coordgraph.serve.things.site import prepare
from coordgraph.serve.together import together
from coordgraph.serve.workbench.ahead import Ahead
from coordgraph.serve.workbench.assets import FOLDER
from coordgraph.serve.workbench.front import Door
from coordgraph.serve.workbench.pages import VIEWS, page_answered
from coordgraph.serve.workbench.ready import make_ready
from coordgraph.serve.workbench.rendering import prepared
from coordgraph.serve.workbench.trouble import Worded
from coordgraph.serve.worker import Job, worker
from coordgraph.store import EmbeddedStore, Store, open_read_only
from coordgraph.store.generations import state_of

__all__ = ["JOBS", "application", "check_free", "serve"]

JOBS: dict[str, Job] = {
    "query": answered,
    "description": described,
    "dump": dump_given,
    "graph": graph_given,
    "api": api_answered,
    "places": arranged,
    "library": library_answered,
    "reconcile": reconciled,
    "together": together,
    "page": page_answered,
    "thing": thing_answered,
}
"""What workers can be asked."""

_STYLE = files("coordgraph.publish.site") / "assets"

_DRAINING = 5
"""Seconds that answers have, beside what a question may take, when the server stops."""


def application(
    crew: Crew,
    *,
    token: str | None = None,
    base: str | None = None,
    sources: Sequence[str] = (),
    about: Path | None = None,
) -> Starlette:
    """
    Return what answers requests, by address.

    Who has the token may change the data, which were read from the sources; IRIs of its things
    begin with the base, and a file tells what it is about.
    """
    outgoing = Outgoing(crew.limits.sending_bytes)
    changes, kept, told = Changes(crew, token), Kept(crew), {"sources": list(sources)}
    endpoint, graphs = (
        Endpoint(crew, changes, outgoing, under=base),
        GraphStore(crew, changes, outgoing),
    )
    stating = {"under": base, "about": str(about) if about else None}
    names = Read("reconcile", "/reconcile", crew, outgoing, posted=True)
    things = Read("thing", "/", kept, outgoing, told=stating)
    routes = [
        Route("/sparql", endpoint),
        Route("/sparql/", endpoint),
        Route("/sparql/together", Read("together", "/sparql/", crew, outgoing, posted=True)),
        Route("/store", graphs),
        Route("/store/{name:path}", graphs),
        Route("/dump/{name}", Read("dump", "/dump/", crew, outgoing)),
        Route("/api/places", Read("places", "/api/", crew, outgoing, posted=True)),
        Route("/api/{name:path}", Read("api", "/api/", kept, outgoing, told=told)),
        Route("/reconcile", names),
        Route("/reconcile/{name:path}", names),
        Route("/queries/{name:path}.{form}", things),
        Route("/queries", Read("library", "/queries", kept, outgoing)),
        Route("/queries/{name:path}", Read("library", "/queries/", kept, outgoing)),
        Route("/assets/{name}", Assets("/assets/", _STYLE, outgoing)),
    ]
    ahead = Worded(Ahead(kept, [view.path for view in VIEWS if view.path]))
    door, pages = Door(outgoing), Read("page", "/", ahead, outgoing, alike=True, told=told)
    routes += [
        Route("/", door),
        Route("/static/{name:path}", Assets("/static/", FOLDER, outgoing)),
    ]
    for lang in LANGUAGES:
        routes += [Route(f"/{lang}", door), Route(f"/{lang}/{{view:path}}", pages)]
    return Starlette(routes=[*routes, Route("/{name:path}", things)])


def serve(  # noqa: PLR0913 - what a server needs, each by name
    store: Store | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    limits: Limits | None = None,
    hosts: Iterable[str] = (),
    origins: str | None = None,
    token: str | None = None,
    base: str | None = None,
    sources: Sequence[str] = (),
    about: Path | None = None,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """
    Answer requests until a signal tells to stop; what has begun is finished before.

    Parameters
    ----------
    store
        What is asked: an embedded store, or the folder of one.
    host, port
        Where to listen; any free port if it is 0.
    limits
        What a question may take.
    hosts
        By which names, beside this machine's own and ``host``, the server may be asked; any, if
        ``*`` is among them.
    origins
        Whose pages may read the answers: an origin, or ``*`` for everybody's.
    token
        Who has it may change the store in a folder; nobody, if it is None.
    base
        What the IRIs of the dataset's things begin with, if not what those of the shipped
        dataset do; each is resolved at the path that follows.
    sources
        The files that the data were read from, or `report.SHIPPED`, so that findings of checks
        have their places.
    about
        The file in which the publisher of the dataset describes it.
    ready
        Told the server's address once it listens.

    Raises
    ------
    CallError
        If it cannot listen there, or the store cannot be changed or read.
    LostProcess
        If a process without which it cannot answer was ended from outside.
    """
    allowed = limits or Limits()
    prepare(store if isinstance(store, EmbeddedStore) else None)
    prepared()
    if isinstance(store, EmbeddedStore):
        make_ready(store)
    root = Nursery.root(_kinds(store, allowed, writable=token is not None))
    listening = _listening(host, port)
    names = frozenset(name.lower() for name in (*LOOPBACK, _named(host), *hosts))
    crew = Crew(root, allowed, state_of(store) if isinstance(store, Path) else _same)
    crew.start()
    config = uvicorn.Config(
        Guard(
            application(crew, token=token, base=base, sources=sources, about=about),
            hosts=names,
            origins=origins,
        ),
        log_config=None,
        access_log=False,
        server_header=False,
        http=patient(allowed.still_seconds),  # type: ignore[arg-type] # it makes protocols
        ws="none",
        timeout_graceful_shutdown=int(allowed.seconds) + _DRAINING,
    )
    with listening:
        ready(f"http://{_named(host)}:{listening.getsockname()[1]}/")
        try:
            _Server(config, crew).run(sockets=[listening])
        finally:
            crew.close()
    if crew.lost is not None:
        raise crew.lost


class _Server(uvicorn.Server):
    """Stops, too, when the crew has lost what it cannot be without."""

    def __init__(self, config: uvicorn.Config, crew: Crew) -> None:
        super().__init__(config)
        self._crew = crew

    async def on_tick(self, counter: int) -> bool:
        """Say whether to stop."""
        return await super().on_tick(counter) or self._crew.lost is not None


def _same() -> None:
    """Say that data in memory are never others."""


def _kinds(store: Store | Path, limits: Limits, *, writable: bool) -> dict[str, Begin]:
    """
    Return what the processes of a server do, by kind.

    A store on disk has threads, which a fork leaves behind: each worker opens it for itself.
    """

    def begin() -> Work:
        held = open_read_only(store) if isinstance(store, Path) else store
        return worker(held, JOBS, limits)

    kinds = {"data": holder({"worker": begin})}
    if writable:
        if not isinstance(store, Path):
            raise CallError(_("Only a store in a folder can be changed: give --store DIR."))
        warm(store)
        kinds["change"] = lambda: changer(store, limits)
    return kinds


def check_free(host: str, port: int) -> None:
    """
    Make sure that a server can listen there, before it reads for long what it will answer from.

    Raises
    ------
    CallError
        If it cannot.
    """
    _listening(host, port).close()


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except (OSError, OverflowError) as error:
        problem = reason(error) if isinstance(error, OSError) else str(error)
        raise CallError(
            _("{host}:{port}: {problem}. Choose another --port.").format(
                host=host, port=port, problem=problem
            )
        ) from None
    found.listen(2048)
    return found


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
