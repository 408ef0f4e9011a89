"""
Answers kept for whoever asks the same again, until the data changes.

What many ask, such as a page or the measures of a network, is worked out once, not once a
worker; who asks meanwhile waits for the same answer.
"""

import asyncio
import json
from collections import OrderedDict

from coordgraph.errors import CallError
from coordgraph.serve.crew import Crew
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.worker import Reply, plain

__all__ = ["Kept"]

_MOST = 64 << 20
_LARGEST = 8 << 20
_OVERHEAD = 512


class Kept:
    """Asks a crew what is not known yet, and keeps what was asked last."""

    def __init__(self, crew: Crew, *, most: int = _MOST) -> None:
        """Keep answers of so many bytes in all, those asked for last."""
        self._crew = crew
        self._most = most
        self._renewed = crew.renewed
        self._held = 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()
        self._coming: dict[tuple[int, str], asyncio.Future[Reply | None]] = {}

    @property
    def limits(self) -> Limits:
        """What a question may take."""
        return self._crew.limits

    async def ask(self, message: Message) -> Reply:
        """Return what a worker answers, or has answered to the same message without a body."""
        if message.body:
            return await self._crew.ask(message)
        key = json.dumps(message.head, sort_keys=True)
        try:
            self._crew.look()
        except CallError as error:
            return plain(503, str(error))
        while True:
            self._forget()
            if found := self._replies.get(key):
                self._replies.move_to_end(key)
                return found
            coming = self._coming.get((self._renewed, key))
            if coming is None:
                return await self._asked(message, key)
            if reply := await asyncio.shield(coming):
                return reply

    async def _asked(self, message: Message, key: str) -> Reply:
        """Ask, and tell those who wait for the same; None if whoever asked first has gone."""
        renewed = self._renewed
        coming = self._coming[renewed, key] = asyncio.get_running_loop().create_future()
        reply = None
        try:
            reply = await self._crew.ask(message)
            if renewed == self._crew.renewed:
                self._keep(key, reply)
        finally:
            del self._coming[renewed, key]
            coming.set_result(reply)
        return reply

    def _keep(self, key: str, reply: Reply) -> None:
        size = _size(key, reply)
        if reply.status != 200 or size > min(_LARGEST, self._most):
            return
        self._replies[key] = reply
        self._held += size
        while self._held > self._most:
            self._held -= _size(*self._replies.popitem(last=False))

    def _forget(self) -> None:
        """Forget all answers from data that have changed since."""
        if self._renewed != self._crew.renewed:
            self._renewed = self._crew.renewed
            self._replies.clear()
            self._held = 0


def _size(key: str, reply: Reply) -> int:
    return len(key) + len(reply.body) + _OVERHEAD
