"""What a page says when it cannot be shown, as when it took too long."""

from functools import partial
from typing import Any

from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.reading import Asking
from coordgraph.serve.workbench.pages import VIEWS, parameters
from coordgraph.serve.workbench.rendering import rendered
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.serve.worker import Reply
from coordgraph.store import open_store

__all__ = ["Worded"]


class Worded:
    """Asks for pages, and makes a page of an answer in mere words."""

    def __init__(self, asked: Asking) -> None:
        self._asked = asked

    @property
    def limits(self) -> Limits:
        """What a page may take."""
        return self._asked.limits

    async def ask(self, message: Message) -> Reply:
        """Return a page, whatever happens."""
        reply = await self._asked.ask(message)
        if not reply.headers.get("content-type", "").startswith("text/plain"):
            return reply
        return _page(message, reply, self.limits)


def _page(message: Message, reply: Reply, limits: Limits) -> Reply:
    lang, _, path = message.head["path"].partition("/")
    lang = lang if lang in LANGUAGES else next(iter(LANGUAGES))
    known = next((one for one in VIEWS if one.path == path.strip("/")), VIEWS[0])
    view = View("trouble", _TEXTS, partial(_shown, reply), place=known.path)
    asked = Asked(open_store(), lang, parameters(message), message.head["root"], limits)
    headers = {**reply.headers, "content-type": "text/html; charset=utf-8"}
    return Reply(reply.status, headers, rendered(view, asked, VIEWS).encode())


_TEXTS = texts_of("trouble")


def _shown(reply: Reply, asked: Asked) -> dict[str, Any]:
    del asked
    return {"status": reply.status, "words": reply.body.decode().strip()}
