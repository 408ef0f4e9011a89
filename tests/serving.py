"""A web server on loopback for as long as a test needs it."""

import gc
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
    """
    Give the address at which a handler answers.

    Meanwhile no garbage is collected: Oxigraph's answers that a failed question left behind may
    be dropped by the thread that asked only, not by that of the server.
    """
    server = HTTPServer(("127.0.0.1", 0), handler)
    prepare(server)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    collecting = gc.isenabled()
    gc.disable()
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        if collecting:
            gc.enable()
