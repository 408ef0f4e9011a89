"""What each stack reports of itself: seconds by step, peak memory, and its answer in short."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

MEASURES = (
    "degree",
    "strength",
    "eigenvector",
    "pagerank",
    "constraint",
    "effective_size",
    "core",
)
"""The table that is asked of every stack at every size."""

PATHS = ("betweenness", "closeness", "harmonic")
"""What is asked for besides where every path can be followed."""

FEW = 3_000
"""How many actors have every path followed."""


class Clock:
    """The seconds of steps."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what is done within."""
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start

    def report(self, *, ties: int, actors: int, strongest: str) -> None:
        """Print everything as one line of JSON."""
        unit = 1 if sys.platform == "darwin" else 1024
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
        print(
            json.dumps(
                {
                    "seconds": self.seconds,
                    "peak_mb": peak,
                    "ties": ties,
                    "actors": actors,
                    "strongest": strongest,
                }
            )
        )
