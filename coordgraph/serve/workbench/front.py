"""What the server itself answers: the way to the language of a reader."""

from coordgraph.publish.site.negotiation.accept import best_language
from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.receiving import Receive, Scope, Send, header
from coordgraph.serve.responding import Outgoing, refused
from coordgraph.serve.worker import plain

__all__ = ["Door"]


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
        await self._outgoing.send(refused(scope) or reply, scope, send)
