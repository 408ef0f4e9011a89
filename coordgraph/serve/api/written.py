"""Answers of the API written: JSON, and whatever is ready, up to a size."""

import json
from collections.abc import Mapping
from typing import Any

from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain

__all__ = ["as_json", "whole"]


def as_json(value: Mapping[str, Any], message: Message, *, most: int) -> Reply:
    """Return what JSON knows as an answer to a request."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # A key of the client's may hold half a character, which UTF-8 lacks and JSON writes so.
    body = text.encode("utf-8", "backslashreplace")
    return whole(body, "application/json", message, most=most)


def whole(body: bytes, media: str, message: Message, *, most: int) -> Reply:
    """Return an answer to a request, or a word that it is too large."""
    if len(body) > most:
        words = _("The answer is too large; ask for less with limit= or a selection.")
        return plain(413, words)
    reply = given(body, media, message)
    # Notes are in the language of the client.
    vary = f"{reply.headers['vary']}, Accept-Language"
    return Reply(reply.status, {**reply.headers, "vary": vary}, reply.body)
