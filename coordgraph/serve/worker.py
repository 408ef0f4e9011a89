"""
A process that answers one question after another, and dies of a question that takes too much.

Time is kept by the system: an alarm ends the process, whatever it is doing.  Memory is limited
beside what the data takes.  No connection can be made, so that a question reaches nothing but
the data.
"""

import resource
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa

from coordgraph.errors import CoordgraphError, DataError
from coordgraph.serve.confinement import confine
from coordgraph.serve.framing import Message, framed, received
from coordgraph.serve.limits import Limits
from coordgraph.serve.speech import answering_in, spoken
from coordgraph.serve.speech import gettext as _
from coordgraph.store import Store

__all__ = ["Job", "Reply", "done", "held_to", "plain", "worker"]

_STATM = Path("/proc/self/statm")


class Reply(NamedTuple):
    """
    An answer for a client: a status of HTTP, headers, a body.

    ``spent`` says that whoever gave it keeps much of the memory that a question may have.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    spent: bool = False


Job = Callable[[Store, Message, Limits], Reply]
"""What a worker can be asked to do."""


def plain(status: int, words: str, **headers: str) -> Reply:
    """
    Return an answer in words, in the language that is spoken to the client, with headers.

    >>> plain(503, "Come back.", retry_after="2").headers["retry-after"]
    '2'
    """
    further = {name.replace("_", "-"): value for name, value in headers.items()}
    told = {
        "content-type": "text/plain; charset=utf-8",
        "content-language": spoken(),
        "vary": "Accept-Language",
        **further,
    }
    return Reply(status, told, f"{words}\n".encode())


def worker(
    store: Store, jobs: Mapping[str, Job], limits: Limits
) -> Callable[[socket.socket], None]:
    """Return what a worker does: answer what it is asked, until nobody asks any more."""

    def work(connection: socket.socket) -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        before = _limit_memory(limits.memory_bytes)
        confine()
        while message := received(connection):
            signal.setitimer(signal.ITIMER_REAL, limits.seconds)
            with answering_in(message.head.get("speech", "en")):
                reply = done(jobs[message.head["job"]], store, message, limits)
            signal.setitimer(signal.ITIMER_REAL, 0)
            spent = _addresses() - before > limits.memory_bytes // 2
            head = {"status": reply.status, "headers": reply.headers, "spent": spent}
            connection.sendall(framed(Message(head, reply.body)))

    return work


def done(job: Job, store: Store, message: Message, limits: Limits) -> Reply:
    """Do a job; say in words what goes wrong."""
    try:
        return job(store, message, limits)
    except DataError as error:
        return plain(422, str(error))
    except CoordgraphError as error:
        return plain(400, str(error))
    except MemoryError:
        return plain(507, _("This takes more memory than a question may have. Ask for less."))


def _addresses() -> int:
    """Return how many bytes of addresses this process has; 0 where the system does not say."""
    if not _STATM.exists():
        return 0
    return int(_STATM.read_bytes().split()[0]) * resource.getpagesize()


@contextmanager
def held_to(more: int) -> Iterator[None]:
    """Let this process take so many bytes more as long as the block lasts, and no more."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    _limit_memory(more, keep=before[1])
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _limit_memory(more: int, *, keep: int | None = None) -> int:
    """
    Let this process take so many bytes more; return how many it has.

    It may have more again later only where ``keep`` says how many it could have before.
    """
    if not _STATM.exists():  # macOS does not hold a process to such a limit
        return 0
    # Arrow takes a gigabyte of addresses when it is first asked for a byte.
    pa.allocate_buffer(1)
    before = _addresses()
    most = before + more
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, most if keep is None else keep))
    return before
