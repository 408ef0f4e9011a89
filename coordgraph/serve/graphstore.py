"""The Graph Store Protocol: graphs by name, read, and changed by who may."""

import uuid
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

from coordgraph.serve.changes import Changes
from coordgraph.serve.crew import Crew
from coordgraph.serve.endpoint import gzipped, root_of
from coordgraph.serve.framing import Message
from coordgraph.serve.media import SUFFIXES
from coordgraph.serve.receiving import (
    Receive,
    Scope,
    Send,
    TooLong,
    body_of,
    header,
    while_there,
)
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.speech import later as _later
from coordgraph.serve.speech import spoken
from coordgraph.serve.worker import Reply, plain

__all__ = ["GraphStore"]

_READS, _CHANGES = {"GET", "HEAD"}, {"PUT", "POST", "DELETE"}
_BOTH = _later("Name one graph: ?default, or ?graph= with its IRI.")


class GraphStore:
    """Answers requests for graphs, named by ``?graph=``, ``?default`` or their own address."""

    def __init__(self, crew: Crew, changes: Changes, outgoing: Outgoing) -> None:
        self._crew = crew
        self._changes = changes
        self._outgoing = outgoing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._outgoing.answer(self._reply(scope, receive), scope, send)

    async def _reply(self, scope: Scope, receive: Receive) -> Reply:
        method = scope["method"]
        if method not in _READS | _CHANGES:
            allowed = "GET, HEAD, PUT, POST, DELETE, OPTIONS"
            return plain(405, _("Graphs are read and changed otherwise."), allow=allowed)
        if method in _CHANGES and (refused := self._changes.refusal(scope)):
            return refused
        try:
            name, accept = _named(scope), _accepted(scope)
        except ValueError as error:
            return plain(400, str(error))
        head = {
            "graph": name,
            "accept": accept,
            "gzip": gzipped(scope),
            "media": header(scope, b"content-type"),
            "speech": spoken(),
        }
        if method in _READS:
            asking = self._crew.ask(Message({"job": "graph", **head}))
            return await while_there(asking, receive)
        try:
            body = await body_of(scope, receive, self._crew.limits.body_bytes)
        except TooLong:
            return plain(413, _("The graph is too large for a request; load it as a file."))
        return await self._changes.made(Message({"job": method, **head}, body))


def _named(scope: Scope) -> str | None:
    """Return the IRI of the graph that a request is about; None for the default one."""
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    names = [value for key, value in pairs if key == "graph"]
    default = any(key == "default" for key, _value in pairs)
    path = scope["path"]
    inside = path.rstrip("/") != "/store"
    if len(names) + default + inside > 1:
        raise ValueError(_(_BOTH))
    if names:
        return _iri(names[0])
    if inside:
        return _iri(f"{root_of(scope)}{path.lstrip('/')}")
    if default:
        return None
    if scope["method"] == "POST":
        return f"{root_of(scope)}store/{uuid.uuid4()}"
    raise ValueError(_(_BOTH))


def _accepted(scope: Scope) -> str:
    """Return which form a request wants, by ``format=``, or else as its headers say."""
    given = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("format")
    if given is None:
        return header(scope, b"accept")
    if given not in SUFFIXES:
        raise ValueError(
            _("{given} is none of {known}.").format(
                given=f"format={given[:50]!r}", known=", ".join(SUFFIXES)
            )
        )
    return SUFFIXES[given]


def _iri(text: str) -> str:
    try:
        if ":" in text:
            return NamedNode(text).value
    except ValueError:
        pass
    raise ValueError(_("{text} is no IRI of a graph.").format(text=repr(text[:200])))
