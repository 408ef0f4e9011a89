"""A signal in the middle of work that cannot be broken off is answered after it."""

import signal
from collections.abc import Iterator
from threading import Thread

import pytest

from coordgraph.engines.unbroken import unbroken
from tests.unit.engines.interrupting import ends_in_words


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    """Answer SIGINT as Python does: it may be ignored, or end a process, where tests run."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_waits_for_the_end_and_is_answered_then() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), unbroken():  # noqa: PT012 - it is raised at its end
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        done.append(1)
    assert done == [1]


def test_without_a_signal_all_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with unbroken():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_an_error_passes_and_handlers_are_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ValueError, match="no"), unbroken():
        raise ValueError("no")
    assert signal.getsignal(signal.SIGINT) is before


def test_another_thread_leaves_handlers_alone() -> None:
    seen = []

    def work() -> None:
        with unbroken():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGINT)]


@pytest.mark.faults
def test_looking_for_communities_ends_in_words_and_not_in_a_crash() -> None:
    ends_in_words(
        "from coordgraph.engines.igraph import communities",
        'communities(ties, "leiden", 1.0, seed=seed)',
        actors=10_000,
        drawn=60_000,
    )
