"""
What every request passes: the host it names, and what a browser may do with the answer.

A page elsewhere can make its own name mean this machine, and so ask as if it were from here
(DNS rebinding); such a request names the other host, and is refused [1]_.

References
----------
.. [1] C. Jackson et al. (2007). Protecting browsers from DNS rebinding attacks. *CCS '07*.
"""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from pyoxigraph import NamedNode

from coordgraph.serve.receiving import Receive, Scope, Send, header
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.speech import asked_in, speaking
from coordgraph.serve.speech import gettext as _
from coordgraph.serve.worker import plain

__all__ = ["LOOPBACK", "Guard"]

App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The names of this machine."""

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::\d+)?")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS = [
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
]
_EXPOSED = "ETag, Link, Location, Retry-After, Content-Location"
_METHODS = "GET, HEAD, POST, OPTIONS"
_OF_GRAPHS = "GET, HEAD, PUT, POST, DELETE, OPTIONS"


class Guard:
    """Stands before an application."""

    def __init__(self, app: App, *, hosts: frozenset[str], origins: str | None) -> None:
        """
        Let requests through that name one of the hosts.

        Parameters
        ----------
        app
            What answers them.
        hosts
            Names of hosts in lower case, without ports; any if it holds ``*``.
        origins
            Whose pages may read the answers: an origin, or ``*``; nobody else's if None.
        """
        self._app = app
        self._hosts = hosts
        self._added = list(_ALWAYS)
        self._origins = origins
        self._outgoing = Outgoing(1 << 20)
        if origins is not None:
            self._added += [
                (b"access-control-allow-origin", origins.encode()),
                (b"access-control-expose-headers", _EXPOSED.encode()),
            ]
            if origins != "*":
                self._added.append((b"vary", b"Origin"))
        else:
            self._added.append((b"cross-origin-resource-policy", b"same-origin"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self._added]
            await send(message)

        with speaking(asked_in(scope)):
            await self._pass_on(scope, receive, sending)

    async def _pass_on(self, scope: Scope, receive: Receive, sending: Send) -> None:
        host = header(scope, b"host")
        if not _is_host(host):
            told = plain(400, _("The header Host of this request names no host."))
            await self._outgoing.send(told, scope, sending)
        elif not self._is_ours(host):
            words = _("This server is asked by another name. Start it with {option}.")
            told = plain(421, words.format(option="--allow-host NAME"))
            await self._outgoing.send(told, scope, sending)
        elif scope["method"] == "OPTIONS":
            methods = _OF_GRAPHS if scope["path"].startswith("/store") else _METHODS
            await _send_options(sending, methods, cross=self._origins is not None)
        else:
            await self._app(scope, receive, sending)

    def _is_ours(self, host: str) -> bool:
        if "*" in self._hosts:
            return True
        found = _HOST.fullmatch(host)
        return found is not None and found["name"].lower() in self._hosts


def _is_host(text: str) -> bool:
    """Say whether addresses of the server, as a client asks for it, are IRIs."""
    try:
        NamedNode(f"http://{text}/")
    except ValueError:
        return False
    return True


async def _send_options(send: Send, methods: str, *, cross: bool) -> None:
    headers = [(b"allow", methods.encode())]
    if cross:
        headers += [
            (b"access-control-allow-methods", methods.encode()),
            (b"access-control-allow-headers", b"Accept, Content-Type, Authorization"),
            (b"access-control-max-age", b"86400"),
        ]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
