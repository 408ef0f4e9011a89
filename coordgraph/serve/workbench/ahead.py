"""What will be asked for next: the other views, after home; the picture, with its page."""

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from typing import Any

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.reading import Asking
from coordgraph.serve.workbench.network import NETWORK
from coordgraph.serve.worker import Reply

__all__ = ["Ahead", "drawn"]

_LONGEST = 2.0
"""Seconds: a view that takes longer is the last one that is made ahead."""

_OTHERWISE = re.compile(r"(?:^|&)(?:lift|lift_to|reading)=")
"""What lets the script of the network ask for another picture than that of everything."""


def drawn(head: Mapping[str, Any], lang: str) -> Message:
    """Return the question for the picture of everything, as the page of the network asks it."""
    asked = {"path": "graph", "search": f"subsidiary=keep&lang={lang}", "speech": lang}
    return Message(
        {**head, **asked, "job": "api", "accept": "application/json", "language": lang}
    )


class Ahead:
    """
    Asks who keeps answers for pages, and after home for those that it leads to.

    One is asked for after the other, once a language, until one takes long or is refused, as on
    a server that has much to do.  The picture of the network is asked for together with its
    page, whose script asks for it as soon as it runs.
    """

    def __init__(self, kept: Asking, views: Sequence[str]) -> None:
        """Ask ahead for views by their places below a language."""
        self._kept = kept
        self._views = views
        self._making: dict[str, asyncio.Task[None]] = {}
        self._drawing: set[asyncio.Task[Reply]] = set()

    @property
    def limits(self) -> Limits:
        """What a page may take."""
        return self._kept.limits

    async def ask(self, message: Message) -> Reply:
        """Return a page."""
        lang, _, view = message.head["path"].partition("/")
        if view == NETWORK.path and not _OTHERWISE.search(message.head["search"]):
            task = asyncio.create_task(self._kept.ask(drawn(message.head, lang)))
            self._drawing.add(task)
            task.add_done_callback(self._drawing.discard)
        reply = await self._kept.ask(message)
        home = not view and not message.head["search"] and reply.status == 200
        if home and lang not in self._making:
            self._making[lang] = asyncio.create_task(self._make(lang, message))
        return reply

    async def _make(self, lang: str, home: Message) -> None:
        for view in self._views:
            asked = [Message({**home.head, "path": f"{lang}/{view}"})]
            asked += [drawn(home.head, lang)] if view == NETWORK.path else []
            for one in asked:
                begun = time.monotonic()
                reply = await self._kept.ask(one)
                if reply.status != 200 or time.monotonic() - begun > _LONGEST:
                    return
