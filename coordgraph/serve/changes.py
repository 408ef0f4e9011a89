"""Changes on their way to the store: who may make them, one after the other."""

import asyncio
import hmac
import signal
import socket
from contextlib import suppress

from coordgraph.errors import CallError, LostProcess
from coordgraph.serve.changing import too_much
from coordgraph.serve.crew import Crew, exchanged
from coordgraph.serve.framing import Message
from coordgraph.serve.receiving import Scope, header
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain

__all__ = ["Changes"]

_ENDED = {504, 507}
_OUT_OF_MEMORY = {signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS}


class Changes:
    """Has changes made by processes of the kind ``change``, and the data read anew."""

    def __init__(self, crew: Crew, token: str | None) -> None:
        """Take changes from who has the token; from nobody, if it is None."""
        self._crew = crew
        self._token = token
        self._lock = asyncio.Lock()

    def refusal(self, scope: Scope) -> Reply | None:
        """Return why a client may change nothing; None if it may."""
        if self._token is None:
            words = _("This server only answers; start it with --writable to change its data.")
            return plain(403, words)
        scheme, _space, told = header(scope, b"authorization").partition(" ")
        given = told.strip().encode("latin-1")
        if scheme.lower() == "bearer" and hmac.compare_digest(given, self._token.encode()):
            return None
        words = _("Changes need the server's token: {header}.")
        words = words.format(header="Authorization: Bearer TOKEN")
        return plain(401, words, www_authenticate='Bearer realm="coordgraph"')

    async def made(self, message: Message) -> Reply:
        """Make a change when those before it are made; return what comes of it."""
        async with self._lock:
            return await asyncio.shield(self._one(message))

    async def _one(self, message: Message) -> Reply:
        before = self._crew.state()
        try:
            pid, connection = self._crew.root.forked("change")
        except CallError as error:
            if isinstance(error, LostProcess):
                self._crew.lost = error
            return plain(503, _("{problem} Nothing was changed.").format(problem=error))
        try:
            reply = await self._answered(connection, message)
        finally:
            connection.close()
            died = self._end(pid)
        reply = reply or self._obituary(died)
        if reply.status in _ENDED and self._crew.state() != before:
            reply = Reply(204, {})  # it was ended when all was done
        if reply.status in {201, 204}:
            self._renew()
        return reply

    async def _answered(self, connection: socket.socket, message: Message) -> Reply | None:
        """Return what comes of a change; None if its process ended before it told."""
        connection.setblocking(False)  # noqa: FBT003 - what sockets call it
        try:
            return await exchanged(connection, message)
        except (ConnectionError, EOFError):
            return None

    def _obituary(self, died: int) -> Reply:
        """Say why a change was not made, by the signal that its process died of."""
        limits = self._crew.limits
        if died in _OUT_OF_MEMORY:
            return too_much(limits)
        words = _(
            "The change took too much or too long and was not made. It may take {seconds:g}"
            " seconds, and what is derived and checked after it {checking:g}; whoever runs "
            "the server can allow more."
        ).format(seconds=limits.seconds, checking=limits.checking_seconds)
        return plain(504, words)

    def _end(self, pid: int) -> int:
        """End the process of a change; return the signal that it died of, or 0."""
        try:
            return self._crew.root.end(pid)
        except LostProcess as error:
            self._crew.lost = error
            return 0

    def _renew(self) -> None:
        """Let the change be seen; if it cannot be, whoever asks next is told why."""
        with suppress(CallError):
            self._crew.renew()
