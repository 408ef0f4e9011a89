"""
Messages between the server and those who work for it: a head in JSON and a body of bytes.

Heads are JSON, as a worker that a hostile question has taken over must not hand its master
anything but values.
"""

import json
import socket
import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = ["PREFIX", "Message", "framed", "received", "sizes", "unpacked"]

PREFIX = struct.Struct("!IQ")
"""How long the head is, and how long the body."""

_CHUNK = 1 << 18


class Message(NamedTuple):
    """What one tells the other."""

    head: Mapping[str, Any]
    body: bytes = b""


def framed(message: Message) -> bytes:
    """Return a message as bytes."""
    head = json.dumps(message.head, separators=(",", ":")).encode()
    return PREFIX.pack(len(head), len(message.body)) + head + message.body


def sizes(prefix: bytes) -> tuple[int, int]:
    """Return how long head and body are, of a message or its beginning."""
    head, body = PREFIX.unpack_from(prefix)
    return head, body


def unpacked(head: bytes, body: bytes) -> Message:
    """Return a message of its two parts."""
    return Message(json.loads(head), body)


def received(connection: socket.socket) -> Message | None:
    """Wait for a message and return it; None when the other has gone."""
    prefix = _exactly(connection, PREFIX.size)
    if prefix is None:
        return None
    head_size, body_size = sizes(prefix)
    rest = _exactly(connection, head_size + body_size)
    return None if rest is None else unpacked(rest[:head_size], rest[head_size:])


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    parts, missing = [], size
    while missing:
        try:
            part = connection.recv(min(missing, _CHUNK))
        except ConnectionError:
            return None
        if not part:
            return None
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
