"""
Draws at random, each from a generator of its own, on all cores.

A draw's number and the seed settle what it draws, so that the same seed gives the same answer
on one core or many.
"""

import os
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

import joblib
import numpy as np

__all__ = ["Tick", "drawn"]

Tick = Callable[[int], None]
"""Told now and then how many draws are done."""

Answer = TypeVar("Answer")

_SOON = 2.0
_TRIED = 5
_ROUNDS = 20


def drawn(
    task: Callable[[np.random.Generator], Answer],
    times: int,
    *,
    seed: int = 0,
    workers: int | None = None,
    tick: Tick | None = None,
) -> list[Answer]:
    """
    Return what a task gives for each of many draws, in the order of their numbers.

    Parameters
    ----------
    task
        A function of a generator of random numbers: one of a module, or a
        `functools.partial` of one, as other processes must find it.
    times
        How many draws.
    seed
        What all draws start from, 0 or greater.
    workers
        How many processes; all cores, if not given, and only where a few draws show that the
        rest takes more than two seconds.
    tick
        Told how many draws are done.
    """
    wanted = workers or os.cpu_count() or 1
    start = perf_counter()
    found = [task(_generator(seed, number)) for number in range(min(times, _TRIED))]
    left = (perf_counter() - start) / max(len(found), 1) * (times - len(found))
    numbers = range(len(found), times)
    if wanted == 1 or (workers is None and left < _SOON):
        for number in numbers:
            found.append(task(_generator(seed, number)))
            _say(tick, len(found))
        return found
    size = max(len(numbers) // (_ROUNDS * wanted), 1)
    chunks = [numbers[first : first + size] for first in range(0, len(numbers), size)]
    running = joblib.Parallel(n_jobs=wanted, return_as="generator")(
        joblib.delayed(_some)(task, seed, chunk) for chunk in chunks
    )
    for some in running:
        found += some
        _say(tick, len(found))
    return found


def _some(
    task: Callable[[np.random.Generator], Answer], seed: int, numbers: range
) -> list[Answer]:
    return [task(_generator(seed, number)) for number in numbers]


def _generator(seed: int, number: int) -> np.random.Generator:
    return np.random.default_rng([seed, number])


def _say(tick: Tick | None, done: int) -> None:
    if tick is not None:
        tick(done)
