"""Answers go out whole, up to what may be on its way, and to who still waits."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

from coordgraph.serve.receiving import Gone
from coordgraph.serve.responding import Outgoing
from coordgraph.serve.worker import Reply
from tests.unit.serve.asgi import request


async def _left() -> Reply:
    raise Gone


def test_who_has_gone_is_sent_nothing() -> None:
    sent: list[object] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(Outgoing(10).answer(_left(), request(), send))
    assert sent == []


def test_a_large_answer_goes_out_in_parts() -> None:
    body = bytes(range(256)) * 8200
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(Outgoing(10).send(Reply(200, {}, body), request(), send))
    start, *parts = sent
    assert (b"content-length", b"%d" % len(body)) in start["headers"]
    assert b"".join(part["body"] for part in parts) == body
    assert [part.get("more_body", False) for part in parts] == [True, True, False]
    assert max(len(part["body"]) for part in parts) == 1 << 20


def test_who_asks_for_much_while_much_is_on_its_way_comes_back_later() -> None:
    statuses: list[int] = []

    async def run() -> None:
        outgoing, read = Outgoing(10), asyncio.Event()

        async def slow(message: MutableMapping[str, Any]) -> None:
            statuses.append(message.get("status", 0))
            await read.wait()

        async def quick(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        first = asyncio.create_task(outgoing.send(Reply(200, {}, b"12345678"), request(), slow))
        await asyncio.sleep(0)
        await outgoing.send(Reply(200, {}, b"12"), request(), quick)
        await outgoing.send(Reply(200, {}, b"123"), request(), quick)
        read.set()
        await first
        await outgoing.send(Reply(200, {}, b"123"), request(), quick)

    asyncio.run(run())
    assert [status for status in statuses if status] == [200, 200, 503, 200]
