"""A server that answers whoever asks with bytes as they come, whatever HTTP says of them."""

import socketserver
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import repeat
from typing import ClassVar

__all__ = ["endless", "head", "hostile_server"]

JSON = "application/sparql-results+json"


def head(
    media: str = JSON, status: str = "200 OK", headers: Mapping[str, str] | None = None
) -> bytes:
    """Return the head of an answer whose end is that of the connection."""
    told = {"Content-Type": media, "Connection": "close", **(headers or {})}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode()


def endless(piece: bytes) -> Iterator[bytes]:
    """Yield the same again and again, as long as somebody reads."""
    return repeat(piece * max(1, (1 << 20) // len(piece)))


Attack = Callable[[], Iterable[bytes]]


class _Handler(socketserver.BaseRequestHandler):
    attacks: ClassVar[dict[str, Attack]] = {}

    def handle(self) -> None:
        request = b""
        while b"\r\n" not in request:
            part = self.request.recv(1 << 16)
            if not part:
                return
            request += part
        name = request.split(b" ")[1].split(b"?")[0].strip(b"/").decode()
        with suppress(OSError):
            for piece in self.attacks[name]():
                self.request.sendall(piece)


@contextmanager
def hostile_server(attacks: Mapping[str, Attack]) -> Iterator[str]:
    """Give the address below which each attack is made, by name."""
    handler = type("_Attacks", (_Handler,), {"attacks": dict(attacks)})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
