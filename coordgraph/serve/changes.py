"""Changes on their way to the store: who may make them, one after the other."""

import asyncio
import hmac

from coordgraph.serve.crew import Crew, exchanged
from coordgraph.serve.framing import Message
from coordgraph.serve.receiving import Scope, header
from coordgraph.serve.worker import Reply, plain

__all__ = ["Changes"]


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
            words = "This server only answers; start it with --writable to change its data."
            return plain(403, words)
        scheme, _, told = header(scope, b"authorization").partition(" ")
        given = told.strip().encode("latin-1")
        if scheme.lower() == "bearer" and hmac.compare_digest(given, self._token.encode()):
            return None
        words = "Changes need the server's token: Authorization: Bearer TOKEN."
        return plain(401, words, www_authenticate='Bearer realm="coordgraph"')

    async def made(self, message: Message) -> Reply:
        """Make a change when those before it are made; return what comes of it."""
        async with self._lock:
            return await asyncio.shield(self._one(message))

    async def _one(self, message: Message) -> Reply:
        root = self._crew.root
        pid, connection = root.forked("change")
        connection.setblocking(False)  # noqa: FBT003 - what sockets call it
        try:
            reply = await exchanged(connection, message)
        except (ConnectionError, EOFError):
            words = "The change took too much or too long and was not made."
            reply = plain(504, words)
        finally:
            connection.close()
            root.end(pid)
        if reply.status in {201, 204}:
            self._crew.renew()
        return reply
