"""The other views made ready while somebody looks at home, to be there if wanted."""

import asyncio
import time
from collections.abc import Sequence

from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.reading import Asking
from coordgraph.serve.worker import Reply

__all__ = ["Ahead"]

_LONGEST = 2.0
"""Seconds: a view that takes longer is the last one that is made ahead."""


class Ahead:
    """
    Asks who keeps answers for pages, and after home for those that it leads to.

    One is asked for after the other, once a language, until one takes long or is refused, as on
    a server that has much to do.
    """

    def __init__(self, kept: Asking, views: Sequence[str]) -> None:
        """Ask ahead for views by their places below a language."""
        self._kept = kept
        self._views = views
        self._making: dict[str, asyncio.Task[None]] = {}

    @property
    def limits(self) -> Limits:
        """What a page may take."""
        return self._kept.limits

    async def ask(self, message: Message) -> Reply:
        """Return a page."""
        reply = await self._kept.ask(message)
        lang, _, view = message.head["path"].partition("/")
        home = not view and not message.head["search"] and reply.status == 200
        if home and lang not in self._making:
            self._making[lang] = asyncio.create_task(self._make(lang, message))
        return reply

    async def _make(self, lang: str, home: Message) -> None:
        for view in self._views:
            begun = time.monotonic()
            asked = Message({**home.head, "path": f"{lang}/{view}"})
            reply = await self._kept.ask(asked)
            if reply.status != 200 or time.monotonic() - begun > _LONGEST:
                return
