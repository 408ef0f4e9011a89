"""Answers as they go out: whole, with their length, and not again to who has them already."""

from collections.abc import Coroutine, Iterable, Mapping
from typing import Any

from coordgraph.serve.receiving import Gone, Scope, Send, header
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain

__all__ = ["Outgoing", "refused"]

_PART = 1 << 20
"""How much is sent before waiting until the client has read."""


class Outgoing:
    """Sends answers, and keeps count of how much is on its way."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._sending = 0

    async def answer(
        self, replying: Coroutine[Any, Any, Reply], scope: Scope, send: Send
    ) -> None:
        """Wait for an answer and send it, if the client still waits."""
        try:
            reply = await replying
        except Gone:
            return
        await self.send(reply, scope, send)

    async def send(self, reply: Reply, scope: Scope, send: Send) -> None:
        """Send an answer; ask to come back if too much is on its way to slow clients."""
        if reply.status == 200 and _has_it(reply.headers.get("etag"), scope):
            reply = Reply(304, _kept(reply.headers))
        size = len(reply.body)
        if size and self._sending and self._sending + size > self._most:
            words = _("Too many large answers are on their way. Come back in a moment.")
            reply = plain(503, words, retry_after="2")
            size = len(reply.body)
        self._sending += size
        try:
            await _send(reply, scope, send)
        finally:
            self._sending -= size


def refused(scope: Scope, methods: Iterable[str] = ("GET", "HEAD")) -> Reply | None:
    """Return the answer to a request by another method than these; None to one by them."""
    if scope["method"] in methods:
        return None
    allow = ", ".join(sorted({*methods, "OPTIONS"}))
    return plain(405, _("This answers {allow}.").format(allow=allow), allow=allow)


async def _send(reply: Reply, scope: Scope, send: Send) -> None:
    headers = [
        (name.encode(), value.encode("latin-1")) for name, value in reply.headers.items()
    ]
    if reply.status not in {204, 304}:
        headers.append((b"content-length", b"%d" % len(reply.body)))
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    body = memoryview(b"" if scope["method"] == "HEAD" else reply.body)
    while len(body) > _PART:
        part, body = bytes(body[:_PART]), body[_PART:]
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": bytes(body)})


def _has_it(tag: str | None, scope: Scope) -> bool:
    told = header(scope, b"if-none-match")
    if not told or tag is None or scope["method"] not in {"GET", "HEAD"}:
        return False
    tags = {one.strip().removeprefix("W/") for one in told.split(",")}
    return tag in tags or "*" in tags


def _kept(headers: Mapping[str, str]) -> dict[str, str]:
    kept = {"etag", "vary", "cache-control", "content-location", "link"}
    return {name: value for name, value in headers.items() if name in kept}
