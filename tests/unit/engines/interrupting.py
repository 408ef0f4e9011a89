"""A program that is interrupted while a library is at work: it ends in words."""

import signal
import subprocess
import sys

import pytest

__all__ = ["ends_in_words"]

_BUSY = """
import sys
import numpy as np
from coordgraph.cli.ending import ended
from coordgraph.ties import NO_LEVEL, Ties
{imports}
drawn = np.random.default_rng(0).integers(0, {actors}, (2, {drawn}))
pairs = np.unique(np.sort(drawn[:, drawn[0] != drawn[1]], axis=0), axis=1)
size = pairs.shape[1]
names = tuple(f"urn:{{place}}" for place in range({actors}))
ties = Ties(names, (), pairs[0], pairs[1], np.full(size, NO_LEVEL), np.ones(size))

def work():
    print("busy", flush=True)
    for seed in range(1000):
        {call}

sys.exit(ended(work))
"""


def ends_in_words(imports: str, call: str, *, actors: int, drawn: int) -> None:
    """Interrupt a call on ties of some actors, and assert that the program says so and ends."""
    program = _BUSY.format(imports=imports, call=call, actors=actors, drawn=drawn)
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as busy:
        assert busy.stdout
        assert busy.stdout.readline() == "busy\n"
        with pytest.raises(subprocess.TimeoutExpired):
            busy.wait(0.5)
        busy.send_signal(signal.SIGINT)
        _, said = busy.communicate(timeout=60)
    assert busy.returncode == 130, said
    assert said.startswith("coordgraph: interrupted.")
