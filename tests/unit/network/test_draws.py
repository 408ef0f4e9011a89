"""The same seed draws the same, on one core or many."""

from functools import partial

import numpy as np

from coordgraph.network.draws import drawn


def shuffled(numbers: np.random.Generator, size: int) -> list[int]:
    order: list[int] = numbers.permutation(size).tolist()
    return order


def test_the_number_of_processes_changes_nothing() -> None:
    task = partial(shuffled, size=6)
    alone = drawn(task, 40, seed=7, workers=1)
    assert drawn(task, 40, seed=7, workers=2) == alone == drawn(task, 40, seed=7)
    assert len(alone) == 40


def test_another_seed_draws_otherwise() -> None:
    task = partial(shuffled, size=20)
    assert drawn(task, 3, seed=1) != drawn(task, 3, seed=2)
    assert drawn(task, 0) == []


def test_progress_is_told() -> None:
    told: list[int] = []
    drawn(partial(shuffled, size=2), 12, workers=2, tick=told.append)
    assert told[-1] == 12
    assert told == sorted(told)
