"""A web server on loopback for as long as a test needs it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

__all__ = ["served"]


@contextmanager
def served(
    handler: Callable[..., BaseHTTPRequestHandler],
    *,
    prepare: Callable[[HTTPServer], None] = lambda _: None,
) -> Iterator[str]:
    """Give the address at which a handler answers."""
    server = HTTPServer(("127.0.0.1", 0), handler)
    prepare(server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
