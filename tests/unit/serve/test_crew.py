"""A worker that took long is replaced, or stays with what it has read."""

import asyncio
import os
import time

import pytest

from coordgraph.serve import crew as crews
from coordgraph.serve.crew import Crew
from coordgraph.serve.framing import Message
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
