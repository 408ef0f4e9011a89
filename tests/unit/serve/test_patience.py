"""Whoever keeps still is cut off, and nobody else is."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, suppress
from typing import Any

import pytest
import uvicorn

from coordgraph.serve.patience import Patient, most_connections, patient
from coordgraph.serve.receiving import Receive, Send

STILL = 0.4
LARGE = b"x" * (30 << 20)


async def app(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
    """Read what comes, and answer with how much it was, or with much."""
    size, more = 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
        if message["type"] == "http.disconnect":
            return
    large = scope["path"] == "/large"
    body = LARGE if large else str(size).encode()
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for at in range(0, len(body), 1 << 16):
        part = body[at : at + (1 << 16)]
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server of this, which waits 0.4 seconds."""
    config = uvicorn.Config(
        app,
        log_config=None,
        lifespan="off",
        ws="none",
        http=patient(STILL),  # type: ignore[arg-type] # it makes protocols
    )
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(100)
        found: int = listening.getsockname()[1]
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield found
        server.should_exit = True
        thread.join()


def ended(connection: socket.socket, *, within: float = 5) -> bool:
    """Say whether the other side ends a connection soon."""
    connection.settimeout(within)
    try:
        while connection.recv(1 << 16):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def cut_within(connection: socket.socket, head: bytes) -> bool:
    """Say whether a connection is cut while a head is sent byte by byte."""
    try:
        for byte in head:
            connection.sendall(bytes([byte]))
            time.sleep(0.02)
    except ConnectionError:
        return True
    return False


def test_who_sends_nothing_is_cut_off(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        assert ended(connection)


def test_a_head_that_comes_byte_by_byte_is_cut_off(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        assert cut_within(connection, b"GET / HTTP/1.1\r\nx: " + b"y" * 200)


def test_a_body_that_does_not_come_is_cut_off(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nab")
        assert ended(connection)


def test_an_answer_that_nobody_reads_is_cut_off(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nhost: x\r\n\r\n")
        time.sleep(4 * STILL)
        got = 0
        with suppress(ConnectionError):
            while part := connection.recv(1 << 20):
                got += len(part)
        assert got < len(LARGE)


def test_one_that_is_read_slowly_is_not(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        got = 0
        while part := connection.recv(1 << 20):
            got += len(part)
            time.sleep(0.02 if got < len(LARGE) // 2 else 0)
        assert got > len(LARGE)


def test_a_head_without_end_is_refused(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        try:
            for number in range(5000):
                connection.sendall(b"x-%d: %s\r\n" % (number, b"y" * 100))
        except ConnectionError:
            return
        assert ended(connection)


def test_others_are_answered_meanwhile(port: int) -> None:
    with ExitStack() as stack:
        for _ in range(50):
            stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        connection = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        head = b"POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\n"
        connection.sendall(head + b"ab")
        answer = b""
        while part := connection.recv(1000):
            answer += part
        assert answer.endswith(b"\r\n\r\n2")


def test_files_remain_for_the_workers() -> None:
    assert most_connections() >= 128


class _Side:
    """A connection and what answers on it: counts others, and how often it is cut or ended."""

    def __init__(self, connected: int) -> None:
        self.connections = range(connected)
        self.cycle = None
        self.done: list[str] = []

    def set_write_buffer_limits(self, **_: int) -> None:
        """Take the limits."""

    def get_write_buffer_size(self) -> int:
        return 0

    def connection_made(self, _: object) -> None:
        self.done.append("made")

    def abort(self) -> None:
        self.done.append("cut")

    def connection_lost(self, _: object) -> None:
        self.done.append("lost")


@pytest.mark.parametrize(
    ("connected", "done"), [(2, ["made", "lost"]), (3, ["made", "cut", "lost"])]
)
def test_a_connection_too_many_is_cut_at_once(connected: int, done: list[str]) -> None:
    async def run() -> None:
        side: Any = _Side(connected)
        held = Patient(side, STILL, 2)
        held.connection_made(side)
        held.connection_lost(None)
        assert side.done == done

    asyncio.run(run())
