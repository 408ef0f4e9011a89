"""The same question is worked out once, until the data changes."""

import asyncio
from typing import Any

import pytest

from coordgraph.errors import CallError
from coordgraph.serve.framing import Message
from coordgraph.serve.keeping import Kept
from coordgraph.serve.worker import Reply, plain


class _Crew:
    """Counts what it is asked; answers when it may."""

    def __init__(self) -> None:
        self.renewed = 0
        self.asked: list[str] = []
        self.status = 200
        self.may = asyncio.Event()
        self.may.set()
        self.unreadable: CallError | None = None

    def look(self) -> None:
        """Find that nobody else changes the data, or that they can no longer be read."""
        if self.unreadable:
            raise self.unreadable

    async def ask(self, message: Message) -> Reply:
        self.asked.append(message.head["path"])
        await self.may.wait()
        return plain(self.status, f"{message.head['path']} {self.renewed}")


def _kept(**options: int) -> tuple[Any, Kept]:
    crew: Any = _Crew()
    return crew, Kept(crew, **options)


def _message(path: str, **head: str) -> Message:
    return Message({"job": "page", "path": path, **head})


def test_what_was_answered_is_answered_again_without_a_worker() -> None:
    async def run() -> None:
        crew, kept = _kept()
        first = await kept.ask(_message("a", accept="x"))
        assert await kept.ask(_message("a", accept="x")) == first
        await kept.ask(_message("a", accept="y"))
        assert crew.asked == ["a", "a"]

    asyncio.run(run())


def test_what_is_asked_at_once_is_worked_out_once() -> None:
    async def run() -> None:
        crew, kept = _kept()
        crew.may.clear()
        asking = [asyncio.create_task(kept.ask(_message("a"))) for _ in range(5)]
        await asyncio.sleep(0)
        crew.may.set()
        assert len({reply.body for reply in await asyncio.gather(*asking)}) == 1
        assert crew.asked == ["a"]

    asyncio.run(run())


def test_who_waits_asks_anew_when_the_first_has_gone() -> None:
    async def run() -> None:
        crew, kept = _kept()
        crew.may.clear()
        first, second = (asyncio.create_task(kept.ask(_message("a"))) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        crew.may.set()
        assert (await second).status == 200
        assert crew.asked == ["a", "a"]
        with pytest.raises(asyncio.CancelledError):
            await first

    asyncio.run(run())


def test_changed_data_are_asked_anew() -> None:
    async def run() -> None:
        crew, kept = _kept()
        await kept.ask(_message("a"))
        crew.renewed += 1
        assert (await kept.ask(_message("a"))).body == b"a 1\n"
        assert (await kept.ask(_message("a"))).body == b"a 1\n"
        assert crew.asked == ["a", "a"]

    asyncio.run(run())


def test_an_answer_from_data_that_change_meanwhile_is_not_kept() -> None:
    async def run() -> None:
        crew, kept = _kept()
        crew.may.clear()
        asking = asyncio.create_task(kept.ask(_message("a")))
        await asyncio.sleep(0)
        crew.renewed += 1
        crew.may.set()
        await asking
        await kept.ask(_message("a"))
        assert crew.asked == ["a", "a"]

    asyncio.run(run())


def test_errors_and_what_has_a_body_are_not_kept() -> None:
    async def run() -> None:
        crew, kept = _kept()
        crew.status = 504
        await kept.ask(_message("a"))
        await kept.ask(_message("a"))
        crew.status = 200
        for _ in range(2):
            await kept.ask(Message({"path": "b"}, b"body"))
        assert crew.asked == ["a", "a", "b", "b"]

    asyncio.run(run())


def test_what_was_asked_longest_ago_makes_room() -> None:
    async def run() -> None:
        crew, kept = _kept(most=1300)
        for path in ("a", "b", "a", "c", "a", "b"):
            await kept.ask(_message(path))
        assert crew.asked == ["a", "b", "c", "b"]

    asyncio.run(run())


def test_data_that_cannot_be_read_any_more_are_told() -> None:
    async def run() -> None:
        crew, kept = _kept()
        await kept.ask(_message("a"))
        crew.unreadable = CallError("The store is gone.")
        reply = await kept.ask(_message("a"))
        assert (reply.status, reply.body) == (503, b"The store is gone.\n")
        assert crew.asked == ["a"]

    asyncio.run(run())
