"""Who is free answers; who took long, has gone or died is replaced, and it is told."""

import asyncio
import os
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from coordgraph.errors import CallError, LostProcess
from coordgraph.serve import crew as crews
from coordgraph.serve.crew import Crew
from coordgraph.serve.framing import Message, framed
from coordgraph.serve.limits import Limits
from coordgraph.serve.nursery import Nursery, holder
from coordgraph.serve.worker import Reply, worker
from coordgraph.store import Store, open_store

_PATIENCE = 60
"""Seconds: nothing that is not meant to is long, however busy the machine."""


def _who(store: Store, message: Message, limits: Limits) -> Reply:
    del store, limits
    until = time.monotonic() + (_PATIENCE if message.head["long"] else 0)
    while time.monotonic() < until and _nice() == _USUAL:  # until it has to give way
        time.sleep(0.005)
    told = f"{os.getpid()} {_nice()}"
    return Reply(200, {}, told.encode(), spent=False)


def _nice() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


_USUAL = _nice()
"""Known before: on a busy machine a worker gives way before it begins."""


def _grown(store: Store, message: Message, limits: Limits) -> Reply:
    kept.append(bytearray(limits.memory_bytes * 3 // 4))
    return _who(store, message, limits)


kept: list[bytearray] = []
_JOBS = {"query": _who, "page": _who, "api": _grown}


def _asked(*jobs: tuple[str, bool]) -> list[tuple[int, int]]:
    """Ask a crew of one worker jobs, long or not, in turn; return who answered, how nice."""
    limits = Limits(workers=1)
    begin = holder({"worker": lambda: worker(open_store(), _JOBS, limits)})
    crew = Crew(Nursery.root({"data": begin}), limits)
    crew.start()

    async def ask() -> list[bytes]:
        found = []
        with pytest.MonkeyPatch.context() as patched:
            for job, long in jobs:
                patched.setattr(crews, "_LONG", 0.05 if long else _PATIENCE)
                found.append((await crew.ask(Message({"job": job, "long": long}))).body)
        return found

    try:
        found = [tuple(map(int, body.split())) for body in asyncio.run(ask())]
    finally:
        crew.close()
    return [(pid, nice - _nice()) for pid, nice in found]


def test_what_the_server_reads_for_long_stays_read() -> None:
    (first, less), (second, _), (third, _) = _asked(
        ("page", True), ("query", False), ("page", False)
    )
    assert first == second == third
    assert 0 < less < 10


def test_the_worker_of_a_long_question_is_replaced() -> None:
    (first, less), (second, usual) = _asked(("query", True), ("query", False))
    assert first != second
    assert usual == 0
    assert less == min(19, 19 - _nice())


def test_a_worker_that_keeps_much_memory_is_replaced() -> None:
    (first, _), (second, _) = _asked(("api", False), ("page", False))
    assert first != second


@pytest.mark.parametrize("job", ["query", "page"])
def test_quick_answers_come_from_the_same_worker(job: str) -> None:
    (first, one), (second, other) = _asked((job, False), (job, False))
    assert (first, one) == (second, other)


_OPEN: list[socket.socket] = []


@pytest.fixture(autouse=True)
def _closing() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


class _Nursery:
    """Is its own holder: forks what answers at once, what a test says it does, or nothing."""

    def __init__(self, *told: bytes | CallError) -> None:
        self.told = list(told)
        self.ended = self.closed = 0
        self.lost: LostProcess | None = None
        self.held: list[socket.socket] = []

    def holding(self, _: str) -> "_Nursery":
        if self.lost:
            raise self.lost
        return self

    def forked(self, _: str) -> tuple[int, socket.socket]:
        told = self.told.pop(0)
        if isinstance(told, CallError):
            raise told
        own, other = socket.socketpair()
        other.sendall(told)
        self.held.append(other)
        _OPEN.append(other)
        return 1, own

    def end(self, _: int) -> int:
        self.ended += 1
        if self.lost:
            raise self.lost
        return 0

    def close(self) -> None:
        self.closed += 1


def _told(status: int = 200, body: bytes = b"") -> bytes:
    return framed(Message({"status": status, "headers": {}}, body))


def _crew(*told: bytes | CallError, **limits: float) -> tuple[_Nursery, Crew]:
    nursery: Any = _Nursery(*told)
    allowed: Any = {"workers": 1, **limits}
    crew = Crew(nursery, Limits(**allowed))
    crew.start()
    return nursery, crew


def _reply(crew: Crew) -> tuple[int, bytes]:
    """Ask a crew, and end it."""
    try:
        reply = asyncio.run(asyncio.wait_for(crew.ask(Message({"job": "page"})), 10))
    finally:
        crew.close()
    return reply.status, reply.body


async def _second(crew: Crew) -> Reply:
    """Return what is told to who comes while another has the only place."""
    first = asyncio.create_task(crew.ask(Message({"job": "page"})))
    await asyncio.sleep(0)
    second = await crew.ask(Message({"job": "page"}))
    first.cancel()
    await asyncio.sleep(0)
    return second


def test_who_comes_when_too_many_wait_comes_back_later() -> None:
    _, crew = _crew(b"", waiting=0)
    reply = asyncio.run(_second(crew))
    told = b"Too many wait already. Come back in a moment.\n"
    assert (reply.status, reply.body) == (503, told)
    crew.close()


def test_who_has_waited_long_comes_back_later_and_leaves_no_gap() -> None:
    _, crew = _crew(b"", patience=0.01)
    assert asyncio.run(_second(crew)).status == 503
    assert not crew._queue
    crew.close()


def test_a_place_that_comes_to_who_has_just_gone_is_passed_on() -> None:
    _, crew = _crew(_told())

    async def run() -> None:
        crew._places = 0
        first, second = (asyncio.create_task(crew._turn()) for _ in range(2))
        await asyncio.sleep(0)
        crew._pass_on()
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await asyncio.wait_for(second, 5)
        gone = asyncio.get_running_loop().create_future()
        gone.cancel()
        crew._queue.append(gone)
        crew._pass_on()
        assert crew._places == 1

    asyncio.run(run())
    crew.close()


def test_data_that_are_others_are_taken_anew_or_it_is_told_why_not() -> None:
    nursery, crew = _crew(_told(body=b"old"), _told(body=b"new"))
    crew.state = lambda: "other"
    assert _reply(crew) == (200, b"new")
    nursery, crew = _crew(_told(), CallError("They are gone."))
    crew.state = lambda: "other"
    assert _reply(crew) == (503, b"They are gone.\n")
    assert crew.lost is None
    nursery, crew = _crew(_told())
    crew.state = lambda: "other"
    nursery.lost = LostProcess("It was ended.")
    assert _reply(crew) == (503, b"It was ended.\n")
    assert crew.lost is nursery.lost


def test_a_worker_that_has_gone_is_replaced_and_its_holder_too() -> None:
    nursery, crew = _crew(b"", _told(body=b"second"))
    nursery.held[0].close()
    assert _reply(crew) == (200, b"second")
    nursery, crew = _crew(b"", LostProcess("It was ended."), _told(body=b"third"))
    nursery.held[0].close()
    assert _reply(crew) == (200, b"third")
    assert crew.renewed == 2


def test_a_worker_that_ends_before_it_has_answered_is_told_of() -> None:
    whole = _told(body=b"12345")
    for part in (whole[:3], whole[:-1]):
        nursery, crew = _crew(part)
        nursery.held[0].shutdown(socket.SHUT_WR)
        assert _reply(crew) == (500, b"The worker that answered this has ended; try again.\n")


def test_an_answer_may_come_in_pieces() -> None:
    nursery, crew = _crew(_told(body=b"12345")[:3])

    async def run() -> Reply:
        asking = asyncio.create_task(crew.ask(Message({"job": "page"})))
        await asyncio.sleep(0.01)
        nursery.held[0].sendall(_told(body=b"12345")[3:])
        return await asking

    assert asyncio.run(run()).body == b"12345"
    crew.close()


def test_the_holder_of_data_that_were_replaced_ends_with_its_last_answer() -> None:
    before, crew = _crew(b"")
    after: Any = _Nursery()

    async def run() -> int:
        asking = asyncio.create_task(crew.ask(Message({"job": "page"})))
        await asyncio.sleep(0)
        crew.root = after
        crew.renew()
        assert before.closed == 0
        before.held[0].sendall(_told())
        return (await asking).status

    assert asyncio.run(run()) == 200
    assert (before.ended, before.closed) == (1, 1)
    crew.close()


def test_a_worker_whose_holder_has_gone_or_who_has_just_ended_is_let_go() -> None:
    nursery, crew = _crew(b"")
    worker = crew._free[0]
    worker.pid = 1 << 30
    crews._give_way(worker, 5)
    assert worker.nice == 5
    nursery.lost = LostProcess("It was ended.")
    assert crews._end(worker) == 0
    assert crews._has_gone(worker)
    crew.close()


def test_a_crew_that_never_began_is_closed() -> None:
    nursery: Any = _Nursery()
    Crew(nursery, Limits()).close()
    assert nursery.closed == 1
