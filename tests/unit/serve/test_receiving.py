"""A body is read up to its size, and nothing is worked on for who has gone."""

import asyncio

import pytest

from coordgraph.serve.receiving import Gone, TooLong, body_of, while_there
from tests.unit.serve.asgi import receiving, request


def test_a_body_comes_in_parts() -> None:
    assert asyncio.run(body_of(request(), receiving(b"ab", b"", b"cd"), 4)) == b"abcd"


@pytest.mark.parametrize(
    ("told", "parts"), [("5", [b""]), ("x", [b"ab", b"cde"]), ("1", [b"abcde"])]
)
def test_a_body_that_is_too_long_is_not_read(told: str, parts: list[bytes]) -> None:
    with pytest.raises(TooLong):
        asyncio.run(body_of(request(content_length=told), receiving(*parts), 4))


def test_who_leaves_before_all_is_sent_has_gone() -> None:
    with pytest.raises(Gone):
        asyncio.run(body_of(request(), receiving(), 4))


def test_work_ends_when_the_client_leaves() -> None:
    ended = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ended.append("work")
            raise

    async def run() -> None:
        with pytest.raises(Gone):
            await while_there(work(), receiving(b""))
        await asyncio.sleep(0)

    asyncio.run(run())
    assert ended == ["work"]


@pytest.mark.parametrize("seconds", [0, 0.1])
def test_work_is_done_for_who_stays(seconds: float) -> None:
    async def stay() -> dict[str, str]:
        await asyncio.Event().wait()
        return {}

    async def run() -> str:
        return await while_there(asyncio.sleep(seconds, "done"), stay)

    assert asyncio.run(run()) == "done"
