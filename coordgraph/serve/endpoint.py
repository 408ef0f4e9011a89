"""The SPARQL endpoint: from a request to its answer."""

from coordgraph.publish.site.negotiation.accept import weighed
from coordgraph.serve.changes import Changes
from coordgraph.serve.crew import Crew
from coordgraph.serve.framing import Message
from coordgraph.serve.media import NAMED, SHEET
from coordgraph.serve.protocol import Refused, asked
from coordgraph.serve.receiving import (
    Receive,
    Scope,
    Send,
    TooLong,
    body_of,
    header,
    while_there,
)
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.speech import spoken
from coordgraph.serve.worker import Reply, plain

__all__ = ["Endpoint", "gzipped", "root_of"]

_METHODS = {"GET", "HEAD", "POST"}


class Endpoint:
    """Answers the SPARQL 1.1 Protocol."""

    def __init__(
        self, crew: Crew, changes: Changes, outgoing: Outgoing, *, under: str | None = None
    ) -> None:
        """Answer by a crew; IRIs of its dataset are under a base, or as the shipped ones."""
        self._under = under
        self._crew = crew
        self._changes = changes
        self._outgoing = outgoing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._outgoing.answer(self._reply(scope, receive), scope, send)

    async def _reply(self, scope: Scope, receive: Receive) -> Reply:
        method = scope["method"]
        if method not in _METHODS:
            told = _("Questions are sent by GET or POST.")
            return plain(405, told, allow="GET, HEAD, POST, OPTIONS")
        try:
            body = b""
            if method == "POST":
                body = await body_of(scope, receive, self._crew.limits.body_bytes)
            found = asked(method, scope["query_string"], header(scope, b"content-type"), body)
        except TooLong:
            most = self._crew.limits.body_bytes / (1 << 20)
            return plain(413, _("A request has {most:g} MB at most.").format(most=most))
        except Refused as refused_for:
            return plain(refused_for.status, refused_for.words)
        if found.kind == "update" and (refusal := self._changes.refusal(scope)):
            return refusal
        head = {
            "job": found.kind,
            "accept": NAMED.get(found.form, found.form) or header(scope, b"accept"),
            "sheet": found.form == SHEET,
            "gzip": gzipped(scope),
            "graphs": found.graphs,
            "named": found.named,
            "root": root_of(scope),
            "base": f"{root_of(scope)}sparql",
            "under": self._under,
            "speech": spoken(),
        }
        message = Message(head, found.sparql.encode("utf-8", "surrogatepass"))
        if found.kind == "update":
            return await self._changes.made(message)
        return await while_there(self._crew.ask(message), receive)


def gzipped(scope: Scope) -> bool:
    """Say whether a client can unpack gzip."""
    accepted = weighed(header(scope, b"accept-encoding"))
    return accepted.get("gzip", accepted.get("*", 0)) > 0


def root_of(scope: Scope) -> str:
    """Return the address under which a client asks, as it names it."""
    return f"{scope.get('scheme', 'http')}://{header(scope, b'host')}/"
