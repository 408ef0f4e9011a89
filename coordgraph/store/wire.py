"""
Answers of HTTP of which no part goes on for ever.

The library reads a head and a body that end; but not how often a server says to go on, nor
how much it says after the last piece.
"""

import ssl
from gettext import gettext as _
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.request import AbstractHTTPHandler, HTTPHandler, HTTPSHandler, Request

__all__ = ["handlers"]

_MOST = 100


class _Response(HTTPResponse):
    """An answer whose heads and trailers are counted."""

    _heads = 0

    def _read_status(self) -> tuple[str, int, str]:
        self._heads += 1
        if self._heads > _MOST:
            raise HTTPException(_("it says to go on more than {most} times").format(most=_MOST))
        found: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
        return found

    def _read_and_discard_trailer(self) -> None:
        for _line in range(_MOST):
            if self.fp.readline(1 << 16) in {b"\r\n", b"\n", b""}:
                return
        raise HTTPException(
            _("more than {most} lines follow the last piece").format(most=_MOST)
        )


class _Connection(HTTPConnection):
    response_class = _Response


class _SafeConnection(HTTPSConnection):
    response_class = _Response


class _Handler(HTTPHandler):
    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_Connection, req)


class _SafeHandler(HTTPSHandler):
    def __init__(self) -> None:
        # The class above reads all certificates, whether or not an address asks for them.
        AbstractHTTPHandler.__init__(self)

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(_SafeConnection, req, context=ssl.create_default_context())


def handlers() -> tuple[HTTPHandler, HTTPSHandler]:
    """Return what opens addresses of the web, for an opener of urllib."""
    return _Handler(), _SafeHandler()
