"""The style of the pages of things: files, for which no worker is asked."""

import mimetypes
from hashlib import blake2b
from importlib.resources import files

from coordgraph.serve.receiving import Receive, Scope, Send
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.worker import Reply, plain

__all__ = ["Assets"]


class Assets:
    """Answers GET and HEAD for the files of a folder, read once."""

    def __init__(self, root: str, outgoing: Outgoing) -> None:
        """Answer below an address."""
        self._root = root
        self._outgoing = outgoing
        folder = files("coordgraph.publish.site").joinpath("assets")
        self._replies = {
            one.name: _reply(one.name, one.read_bytes()) for one in folder.iterdir()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        del receive
        if scope["method"] not in {"GET", "HEAD"}:
            reply = plain(405, "This answers GET.", allow="GET, HEAD, OPTIONS")
        else:
            name = scope["path"].removeprefix(self._root)
            reply = self._replies.get(name) or plain(404, "There is no such file.")
        await self._outgoing.send(reply, scope, send)


def _reply(name: str, body: bytes) -> Reply:
    media = mimetypes.guess_type(name)[0] or "application/octet-stream"
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    digest = blake2b(body, digest_size=16).hexdigest()
    kept = {"etag": f'"{digest}"', "cache-control": "public, max-age=3600"}
    return Reply(200, {"content-type": f"{media}{charset}", **kept}, body)
