"""Requests as a server hands them to what answers them, and what it is then told to send."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from typing import Any

from coordgraph.serve.receiving import Receive, Scope, Send
from coordgraph.serve.worker import Reply

__all__ = ["receiving", "request", "sent"]

LEFT = {"type": "http.disconnect"}


def request(
    method: str = "GET", path: str = "/", search: str = "", **headers: str
) -> dict[str, Any]:
    """Return a request; headers are named with underscores."""
    told = [
        (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
    ]
    return {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": search.encode(),
        "headers": told,
    }


def receiving(*parts: bytes) -> Receive:
    """Return what gives a body part by part, and then tells that the client has left."""
    messages: list[Mapping[str, Any]] = [
        {"type": "http.request", "body": part, "more_body": place < len(parts) - 1}
        for place, part in enumerate(parts)
    ]

    async def receive() -> MutableMapping[str, Any]:
        return dict(messages.pop(0) if messages else LEFT)

    return receive


def sent(
    app: Callable[[Scope, Receive, Send], Awaitable[None]],
    scope: Scope,
    parts: Sequence[bytes] = (b"",),
) -> Reply | None:
    """Return what is sent to a request; None if nothing is."""
    messages: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        messages.append(message)

    async def run() -> None:
        await app(scope, receiving(*parts), send)

    asyncio.run(run())
    if not messages:
        return None
    start, *bodies = messages
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Reply(start["status"], headers, b"".join(one["body"] for one in bodies))
