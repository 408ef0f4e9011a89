"""What the server itself answers: files, and the way to the language of a reader."""

from coordgraph.publish.site.negotiation.accept import best_language
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.receiving import Receive, Scope, Send, header
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.workbench.assets import assets
from coordgraph.serve.worker import Reply, plain

__all__ = ["Door", "Static"]


class Door:
    """Leads to the home page in the language that a browser prefers."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        del receive
        path = scope["path"].strip("/")
        lang = path or best_language(header(scope, b"accept-language"), list(LANGUAGES))
        reply = plain(303, f"/{lang}/", location=f"/{lang}/", vary="Accept-Language")
        await self._outgoing.send(_read_only(scope) or reply, scope, send)


class Static:
    """Answers with files that change their names with their content."""

    def __init__(self, outgoing: Outgoing) -> None:
        self._outgoing = outgoing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        del receive
        found = assets().get(scope["path"].removeprefix("/static/"))
        if found is None:
            reply = plain(404, "There is no such file.")
        else:
            reply = Reply(200, found.headers, found.body)
        await self._outgoing.send(_read_only(scope) or reply, scope, send)


def _read_only(scope: Scope) -> Reply | None:
    if scope["method"] in {"GET", "HEAD"}:
        return None
    return plain(405, "This answers GET, HEAD, OPTIONS.", allow="GET, HEAD, OPTIONS")
