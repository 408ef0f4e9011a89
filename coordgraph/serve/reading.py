"""What is read at an address by GET: a job for a worker, told the path and what follows it."""

from collections.abc import Mapping
from typing import Any, Protocol

from coordgraph.serve.endpoint import gzipped, root_of
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.receiving import (
    Receive,
    Scope,
    Send,
    TooLong,
    body_of,
    header,
    while_there,
)
from coordgraph.serve.responding import Outgoing, refused
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.speech import spoken
from coordgraph.serve.worker import Reply, plain

__all__ = ["Asking", "Read"]


class Asking(Protocol):
    """Who can be asked for an answer."""

    @property
    def limits(self) -> Limits:
        """What an answer may take."""

    async def ask(self, message: Message) -> Reply:
        """Return an answer."""


class Read:
    """Answers GET and HEAD below an address by a job."""

    def __init__(  # noqa: PLR0913 - the last ones by name
        self,
        job: str,
        root: str,
        crew: Asking,
        outgoing: Outgoing,
        *,
        posted: bool = False,
        alike: bool = False,
        told: Mapping[str, Any] | None = None,
    ) -> None:
        """
        Answer below an address by a job, told something beside the request.

        POST is answered, too, where what is asked may be long.  Where the answer is ``alike``
        for all, whatever media types and languages they accept, the job is not told these.
        """
        self._job, self._root = job, root
        self._told = told or {}
        self._alike = alike
        self._crew = crew
        self._outgoing = outgoing
        self._methods = {"GET", "HEAD", *(["POST"] if posted else [])}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._outgoing.answer(self._reply(scope, receive), scope, send)

    async def _reply(self, scope: Scope, receive: Receive) -> Reply:
        if reply := refused(scope, self._methods):
            return reply
        try:
            most = self._crew.limits.body_bytes
            posted = scope["method"] == "POST"
            body = await body_of(scope, receive, most) if posted else b""
        except TooLong:
            return plain(413, _("The request is too large; send less at once."))
        head = {
            **self._told,
            "job": self._job,
            "path": scope["path"].removeprefix(self._root),
            "search": scope["query_string"].decode("latin-1"),
            **({} if self._alike else _accepted(scope)),
            "gzip": gzipped(scope),
            "root": root_of(scope),
            "speech": spoken(),
        }
        return await while_there(self._crew.ask(Message(head, body)), receive)


def _accepted(scope: Scope) -> dict[str, str]:
    return {
        "accept": header(scope, b"accept"),
        "language": header(scope, b"accept-language"),
    }
