"""A signal in the middle of work that cannot be broken off is answered after it."""

import signal
import subprocess
import sys
from threading import Thread

import pytest

from coordgraph.engines.unbroken import unbroken


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


BUSY = """
import numpy as np
from coordgraph.cli.ending import ended
from coordgraph.engines.igraph import communities
from coordgraph.ties import NO_LEVEL, Ties
import sys
drawn = np.random.default_rng(0).integers(0, 10_000, (2, 60_000))
pairs = np.unique(np.sort(drawn[:, drawn[0] != drawn[1]], axis=0), axis=1)
size = pairs.shape[1]
names = tuple(f"urn:{place}" for place in range(10_000))
levels = np.full(size, NO_LEVEL)
ties = Ties(names, (), pairs[0], pairs[1], levels, np.ones(size))

def work():
    print("busy", flush=True)
    for seed in range(1000):
        communities(ties, "leiden", 1.0, seed=seed)

sys.exit(ended(work))
"""


@pytest.mark.faults
def test_looking_for_communities_ends_in_words_and_not_in_a_crash() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BUSY], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as busy:
        assert busy.stdout
        assert busy.stdout.readline() == "busy\n"
        with pytest.raises(subprocess.TimeoutExpired):
            busy.wait(0.3)
        busy.send_signal(signal.SIGINT)
        _, said = busy.communicate(timeout=60)
    assert busy.returncode == 130, said
    assert said.startswith("coordgraph: interrupted.")
