"""Requests as they come in: headers, a body up to a size, and whether the client waits."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, MutableMapping
from typing import Any, TypeVar

__all__ = ["Gone", "Receive", "Scope", "Send", "TooLong", "body_of", "header", "while_there"]

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

Answer = TypeVar("Answer")

_SOON = 0.05


class TooLong(Exception):
    """A body is longer than allowed."""


class Gone(Exception):
    """The client has gone."""


def header(scope: Scope, name: bytes) -> str:
    """Return the value of a header; values of several of that name, with commas."""
    found = [value for key, value in scope["headers"] if key == name]
    return b", ".join(found).decode("latin-1")


async def body_of(scope: Scope, receive: Receive, most: int) -> bytes:
    """
    Return the body of a request.

    Raises
    ------
    TooLong
        If it is longer than that.
    Gone
        If the client leaves before it is sent.
    """
    told = header(scope, b"content-length")
    if told.isdigit() and int(told) > most:
        raise TooLong
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        part = message.get("body", b"")
        size += len(part)
        if size > most:
            raise TooLong
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


async def while_there(work: Coroutine[Any, Any, Answer], receive: Receive) -> Answer:
    """
    Return what work gives; end it when the client goes.

    Raises
    ------
    Gone
        If the client left before it was done.
    """
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=_SOON)
    if done:
        return task.result()
    leaving = asyncio.ensure_future(_left(receive))
    try:
        await asyncio.wait({task, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise Gone
    finally:
        leaving.cancel()
        if not task.done():
            task.cancel()


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
