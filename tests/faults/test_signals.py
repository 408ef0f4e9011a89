"""Whenever somebody ends a command, it ends in words, and leaves nothing behind."""

import signal
from pathlib import Path

import pytest

from tests.faults.test_kills import CASES, state
from tests.faults.warm import TRIES, Warm, seeded

pytestmark = pytest.mark.faults

CODES = {signal.SIGINT: 130, signal.SIGTERM: -signal.SIGTERM}


@pytest.mark.parametrize("number", CODES, ids=lambda number: number.name)
@pytest.mark.parametrize("name", ["build", "import", "load", "export to a folder", "network"])
def test_a_command_ends_when_it_is_told_to(
    name: str, number: signal.Signals, ready: Warm, tmp_path: Path
) -> None:
    case, rest = CASES[name], seeded(f"{name} {number}")
    alone, here = tmp_path / "alone", tmp_path / "here"
    alone.mkdir()
    here.mkdir()
    done = ready.run(*case.call(alone, 0))
    assert done.code == 0, done.said
    for _ in range(TRIES):
        moment = rest.uniform(0.02, done.seconds)
        ended = ready.run(*case.call(here, 0), after=moment, number=number)
        assert ended.code in {0, CODES[number]}, ended.said
        assert "Traceback" not in ended.said
        assert "Exception ignored" not in ended.said
        assert not ended.orphans
        for target in case.targets:
            assert state(here / target) in {None, state(alone / target)} or name == "load"
        if ended.code:
            assert not [path for path in here.iterdir() if path.name.startswith(".")]
    assert ready.run(*case.call(here, 0)).code == 0
    for target in case.targets:
        assert state(here / target) == state(alone / target)
