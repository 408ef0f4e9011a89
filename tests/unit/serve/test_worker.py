"""A worker says in words what goes wrong, and is held to memory where the system can."""

import resource
from pathlib import Path

import pytest

from coordgraph.errors import CallError, DataError
from coordgraph.serve import worker
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.serve.worker import Reply, done, held_to
from coordgraph.store import Store, open_store


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (DataError("The data are odd."), 422, b"The data are odd.\n"),
        (CallError("Nobody is called x."), 400, b"Nobody is called x.\n"),
        (MemoryError(), 507, b"more memory than a question may have"),
    ],
)
def test_what_goes_wrong_is_said_in_words(error: Exception, status: int, words: bytes) -> None:
    def failing(store: Store, message: Message, limits: Limits) -> Reply:
        del store, message, limits
        raise error

    reply = done(failing, open_store(), Message({}), Limits())
    assert reply.status == status
    assert words in reply.body


LEAST = 64 << 20
held = pytest.mark.skipif(
    not worker._STATM.exists(), reason="the system does not hold a process to memory"
)


@held
def test_a_process_is_held_to_memory_for_as_long_as_it_lasts() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with held_to(LEAST), pytest.raises(MemoryError):
        bytearray(4 * LEAST)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_where_the_system_does_not_tell_how_much_is_taken_nothing_is_held(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(worker, "_STATM", tmp_path / "none")
    before = resource.getrlimit(resource.RLIMIT_AS)
    with held_to(LEAST):
        assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert worker._addresses() == 0


@held
def test_a_limit_of_the_system_that_is_lower_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1, 1))
    monkeypatch.setattr(resource, "setrlimit", lambda *_: pytest.fail("it is changed"))
    assert worker._limit_memory(LEAST) > 0
