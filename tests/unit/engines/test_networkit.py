"""NetworKit is broken off by Ctrl-C as all else is."""

import signal
import subprocess
import sys

import numpy as np
import pytest

from coordgraph.engines import networkit
from coordgraph.ties import NO_LEVEL, Ties

TIES = Ties(
    ("urn:a", "urn:b"), (), np.array([0]), np.array([1]), np.array([NO_LEVEL]), np.ones(1)
)
BUSY = """
import sys
import numpy as np
from coordgraph.cli.ending import ended
from coordgraph.engines.networkit import measured
from coordgraph.ties import NO_LEVEL, Ties
drawn = np.random.default_rng(0).integers(0, 20_000, (2, 200_000))
pairs = np.unique(np.sort(drawn[:, drawn[0] != drawn[1]], axis=0), axis=1)
size = pairs.shape[1]
names = tuple(f"urn:{place}" for place in range(20_000))
ties = Ties(names, (), pairs[0], pairs[1], np.full(size, NO_LEVEL), np.ones(size))

def work():
    print("busy", flush=True)
    while True:
        measured(ties, ["betweenness"], weighted=False)

sys.exit(ended(work))
"""


@pytest.mark.parametrize(
    ("words", "raised"),
    [("Received CTRL+C/SIGINT", KeyboardInterrupt), ("no memory", RuntimeError)],
)
def test_what_it_says_of_an_interruption_is_one(
    words: str, raised: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(graph: object) -> None:
        del graph
        raise RuntimeError(words)

    monkeypatch.setattr(networkit, "_MEASURES", {"core": broken})
    with pytest.raises(raised):
        networkit.measured(TIES, ["core"], weighted=False)


@pytest.mark.faults
def test_it_ends_in_words_when_it_is_told_to() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BUSY], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as busy:
        assert busy.stdout
        assert busy.stdout.readline() == "busy\n"
        with pytest.raises(subprocess.TimeoutExpired):
            busy.wait(0.5)
        busy.send_signal(signal.SIGINT)
        _, said = busy.communicate(timeout=60)
    assert busy.returncode == 130, said
    assert said.startswith("coordgraph: interrupted.")
