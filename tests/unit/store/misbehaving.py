"""An endpoint that misbehaves in a way of its own at each address."""

import time
from collections.abc import Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import ClassVar
from urllib.parse import urlsplit

__all__ = ["JSON", "ROW", "ROWS", "Misbehaving", "Reply"]

JSON = "application/sparql-results+json"
ROW = '{"s":{"type":"uri","value":"urn:a"}}'
ROWS = f'{{"head":{{"vars":["s"]}},"results":{{"bindings":[{ROW}]}}}}'.encode()


class Reply:
    """What is sent back, and how."""

    def __init__(  # noqa: PLR0913 - each may be wrong in a way of its own
        self,
        body: bytes = ROWS,
        media_type: str = JSON,
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        cut: int = 0,
        chunked: bool = False,
        hang: float = 0,
        stall: float = 0,
    ) -> None:
        self.body, self.media_type, self.status = body, media_type, status
        self.headers = headers or {}
        self.cut, self.chunked, self.hang, self.stall = cut, chunked, hang, stall


class Misbehaving(BaseHTTPRequestHandler):
    """
    Sends the replies of an address one after the other, the last one for ever.

    Attributes
    ----------
    replies
        What to send, by path.
    requests
        What was asked: the method, the path with its parameters, and the headers.
    """

    protocol_version = "HTTP/1.1"
    replies: ClassVar[dict[str, list[Reply]]] = {}
    requests: ClassVar[list[tuple[str, str, Mapping[str, str]]]] = []
    bodies: ClassVar[list[bytes]] = []

    def do_GET(self) -> None:
        with suppress(ConnectionError):  # whoever asked may have hung up
            self._reply()

    def do_POST(self) -> None:
        self.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self._reply()

    def _reply(self) -> None:
        self.requests.append((self.command, self.path, dict(self.headers)))
        listed = self.replies[urlsplit(self.path).path]
        reply = listed.pop(0) if len(listed) > 1 else listed[0]
        time.sleep(reply.hang)
        self.send_response_only(reply.status)
        self.send_header("Content-Type", reply.media_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.close_connection = True
        body = reply.body[: len(reply.body) - reply.cut]
        if reply.chunked:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(body), body))
            self.wfile.write(b"" if reply.cut else b"0\r\n\r\n")
        else:
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(body)
        time.sleep(reply.stall)

    def log_message(self, *_: object) -> None:
        pass
