"""What stands at which address, and how the server runs until it is told to stop."""

import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from coordgraph.errors import CallError
from coordgraph.serve.crew import Crew
from coordgraph.serve.description import described
from coordgraph.serve.endpoint import Endpoint
from coordgraph.serve.guard import LOOPBACK, Guard
from coordgraph.serve.limits import Limits
from coordgraph.serve.nursery import Nursery
from coordgraph.serve.questions import answered
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.worker import Job, worker
from coordgraph.store import Store

__all__ = ["JOBS", "application", "serve"]

JOBS: dict[str, Job] = {"query": answered, "description": described}
"""What workers can be asked."""

_DRAINING = 5
"""Seconds that answers have, beside what a question may take, when the server stops."""


def application(crew: Crew) -> Starlette:
    """Return what answers requests, by address."""
    endpoint = Endpoint(crew, Outgoing(crew.limits.sending_bytes))

    @asynccontextmanager
    async def while_running(_: Starlette) -> AsyncIterator[None]:
        crew.start()
        yield
        crew.close()

    routes = [Route("/sparql", endpoint), Route("/sparql/", endpoint)]
    return Starlette(routes=routes, lifespan=while_running)


def serve(  # noqa: PLR0913 - what a server needs, each by name
    store: Store,
    *,
    host: str = "127.0.0.1",
    port: int = 7878,
    limits: Limits | None = None,
    hosts: Iterable[str] = (),
    origins: str | None = None,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """
    Answer requests until a signal tells to stop; what has begun is finished before.

    Parameters
    ----------
    store
        What is asked; an embedded one.
    host, port
        Where to listen; any free port if it is 0.
    limits
        What a question may take.
    hosts
        By which names, beside this machine's own and ``host``, the server may be asked; any, if
        ``*`` is among them.
    origins
        Whose pages may read the answers: an origin, or ``*`` for everybody's.
    ready
        Told the server's address once it listens.

    Raises
    ------
    CallError
        If it cannot listen there.
    """
    allowed = limits or Limits()
    nursery = Nursery(worker(store, JOBS, allowed))
    listening = _listening(host, port)
    names = frozenset(name.lower() for name in (*LOOPBACK, _named(host), *hosts))
    app = Guard(application(Crew(nursery, allowed)), hosts=names, origins=origins)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(allowed.seconds) + _DRAINING,
    )
    with listening:
        ready(f"http://{_named(host)}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except (OSError, OverflowError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise CallError(
            f"{host}:{port}: {str(problem).lower()}. Choose another --port."
        ) from None
    found.listen(2048)
    return found


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
