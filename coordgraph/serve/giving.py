"""A body given as an answer: what it is, a tag of its content, small for who can unpack it."""

import gzip
from hashlib import blake2b

from coordgraph.serve.framing import Message
from coordgraph.serve.worker import Reply

__all__ = ["given"]

_WORTH_PACKING = 1024


def given(body: bytes, media: str, message: Message) -> Reply:
    """
    Return a body as the answer to a request.

    Parameters
    ----------
    body
        In UTF-8, where it is text.
    media
        Its media type.
    message
        The request; its head says ``gzip``, whether the client can unpack it.
    """
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    tag = blake2b(body, digest_size=16).hexdigest()
    headers = {"content-type": f"{media}{charset}", "vary": "Accept, Accept-Encoding"}
    if not message.head.get("gzip") or len(body) < _WORTH_PACKING:
        return Reply(200, {**headers, "etag": f'"{tag}"'}, body)
    headers |= {"content-encoding": "gzip", "etag": f'"{tag}-gzip"'}
    return Reply(200, headers, gzip.compress(body, 1, mtime=0))
