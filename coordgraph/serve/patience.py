"""
How long a server waits for a client that keeps still, and how much of one it takes unasked.

Whoever opens a connection and sends the head of a request byte by byte, or a body that never
ends, or reads no answer, holds a place that others need (slowloris attacks); so does who sends
a head without end.  Such connections are cut.
"""

import asyncio
import resource
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol

__all__ = ["Patient", "most_connections", "patient"]

_LARGEST_HEAD = 256 << 10
_LARGEST_REST = 64 << 20
"""How much is read and thrown away of a body that is refused before it has come."""

_SENT, _READ = 64 << 10, 8 << 10
"""Of a body or an answer, how many bytes are more than nothing."""

_AHEAD = 4 << 20
"""How many bytes of an answer are on their way before the client has read those before."""

_OTHERS = 128
"""How many files a server has open beside connections to clients."""

_TOO_LARGE = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\n"
    b"connection: close\r\n\r\n"
)


def patient(seconds: float) -> Callable[..., "Patient"]:
    """Return what makes the server's side of a connection that may keep still for so long."""
    most = most_connections()

    def made(**given: Any) -> Patient:
        return Patient(AutoHTTPProtocol(**given), seconds, most)

    return made


def most_connections() -> int:
    """Return how many clients can be connected, so that files remain for the workers."""
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 1 << 20 if most == resource.RLIM_INFINITY else max(most - _OTHERS, _OTHERS)


class Patient(asyncio.Protocol):
    """
    The server's side of a connection, which is cut when the client keeps still.

    A request that is worked on, or an answer that goes out, is no stillness.
    """

    def __init__(self, inner: Any, seconds: float, most: int) -> None:
        """
        Watch over a connection of uvicorn's.

        Parameters
        ----------
        inner
            What reads requests and writes answers.
        seconds
            For how long a client may keep still.
        most
            How many connections there may be.
        """
        self._inner = inner
        self._seconds = seconds
        self._most = most
        self._head = 0
        self._received = 0
        self._resumed = 0
        self._seen: tuple[object, ...] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, unless there are too many already."""
        self._transport = transport
        self._transport.set_write_buffer_limits(high=_AHEAD, low=_AHEAD // 4)
        self._inner.connection_made(transport)
        if len(self._inner.connections) > self._most:
            self._transport.abort()
        else:
            self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        if self._timer is not None:
            self._timer.cancel()
        self._inner.connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take a part of a request; refuse a head that is too large."""
        self._received += len(data)
        before = self._inner.cycle
        self._inner.data_received(data)
        if self._inner.cycle is not before:
            self._head = 0
        elif not self._is_asked():
            self._head += len(data)
            rest = before is not None and before.more_body
            most = _LARGEST_REST if rest else _LARGEST_HEAD
            if self._head > most and not self._transport.is_closing():
                self._transport.write(_TOO_LARGE)
                self._transport.close()

    def eof_received(self) -> bool | None:
        """Hear that the client sends no more."""
        found: bool | None = self._inner.eof_received()
        return found

    def pause_writing(self) -> None:
        """Hear that the client reads more slowly than it is sent."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Hear that it has read."""
        self._resumed += 1
        self._inner.resume_writing()

    def _is_asked(self) -> bool:
        """Say whether a request has come whose answer is not yet written."""
        cycle = self._inner.cycle
        return cycle is not None and not cycle.response_complete

    def _look(self) -> None:
        """Cut the connection if nothing has happened since the last look; look again later."""
        waits = self._waits()
        if waits is not None and waits == self._seen:
            self._transport.abort()
            return
        self._seen = waits
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self._seconds, self._look)

    def _waits(self) -> tuple[object, ...] | None:
        """Return for what the server waits from the client; None if it is at work itself."""
        cycle = self._inner.cycle
        if left := self._transport.get_write_buffer_size():
            return "reading", id(cycle), self._resumed, left // _READ
        if not self._is_asked():
            return "head", id(cycle)
        return ("body", id(cycle), self._received // _SENT) if cycle.more_body else None
