"""Files that browsers ask for beside pages, read once: no worker is asked for them."""

import mimetypes
import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable

from coordgraph.serve.endpoint import gzipped
from coordgraph.serve.framing import Message
from coordgraph.serve.giving import given
from coordgraph.serve.receiving import Receive, Scope, Send
from coordgraph.serve.responding import Outgoing, refused
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import Reply, plain

__all__ = ["Assets"]

_NAMED_BY_CONTENT = re.compile(r".+-[0-9A-Z]{8}\.\w+")
_KEPT = {True: "public, max-age=31536000, immutable", False: "public, max-age=3600"}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
_OTHER = "application/octet-stream"


class Assets:
    """
    Answers GET and HEAD for the files of a folder.

    Files that are named by their content are kept by browsers for good, others for an hour.
    """

    def __init__(self, root: str, folder: Traversable, outgoing: Outgoing) -> None:
        """Answer below an address."""
        self._root = root
        self._outgoing = outgoing
        files = {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}
        self._replies: Mapping[bool, Mapping[str, Reply]] = {
            packed: {name: _reply(name, body, packed=packed) for name, body in files.items()}
            for packed in (False, True)
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        del receive
        name = scope["path"].removeprefix(self._root)
        found = self._replies[gzipped(scope)].get(name)
        found = found or plain(404, _("There is no such file."))
        await self._outgoing.send(refused(scope) or found, scope, send)


def _reply(name: str, body: bytes, *, packed: bool) -> Reply:
    suffix = name[name.rindex(".") :]
    media = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or _OTHER
    worth = packed and suffix != ".woff2"  # which is packed already
    reply = given(body, media, Message({"gzip": worth}))
    kept = _KEPT[_NAMED_BY_CONTENT.fullmatch(name) is not None]
    return Reply(200, {**reply.headers, "cache-control": kept}, reply.body)
