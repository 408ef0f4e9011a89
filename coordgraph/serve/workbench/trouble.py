"""What a page says when it cannot be shown, as when it took too long."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from coordgraph.publish.site.words import LANGUAGES
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.reading import Asking
from coordgraph.serve.workbench.measures import MEASURED, QUICK
from coordgraph.serve.workbench.pages import PAGES, VIEWS, parameters
from coordgraph.serve.workbench.rendering import rendered
from coordgraph.serve.workbench.texts import texts_of
from coordgraph.serve.workbench.texts.measures import MEASURE_NAMES
from coordgraph.serve.workbench.view import Asked, View
from coordgraph.serve.worker import Reply
from coordgraph.store import open_store

__all__ = ["Worded"]

_TOO_MUCH = {504, 507}
"""Statuses of what took too long, or too much memory."""


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
    known = next((one for one in PAGES if one.path == path.strip("/")), VIEWS[0])
    view = View("trouble", _TEXTS, partial(_shown, reply, known), place=known.path)
    asked = Asked(open_store(), lang, parameters(message), message.head["root"], limits)
    headers = {**reply.headers, "content-type": "text/html; charset=utf-8"}
    return Reply(reply.status, headers, rendered(view, asked, VIEWS).encode())


_TEXTS = texts_of("trouble")


def _shown(reply: Reply, view: View, asked: Asked) -> dict[str, Any]:
    words = reply.body.decode().strip()
    return {"status": reply.status, "words": words, "quick": _quick(reply, view, asked)}


def _quick(reply: Reply, view: View, asked: Asked) -> list[tuple[str, str]]:
    """Return where measures stand that take next to no time, where another took too much."""
    if view is not MEASURED or reply.status not in _TOO_MUCH:
        return []
    names = MEASURE_NAMES[asked.lang]
    return [
        (f"?{urlencode({**asked.search, 'measure': name})}", names[name])
        for name in QUICK
        if name != asked.search.get("measure")
    ]
