"""How much memory there is, and how much is taken."""

import os
from pathlib import Path

import pytest

from coordgraph import memory


def test_what_is_taken_is_less_than_there_is() -> None:
    assert 0 < memory.taken() < memory.of_machine()


def test_a_machine_that_does_not_tell_is_taken_to_have_8_gb(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(os, "sysconf")
    monkeypatch.setattr(memory, "_OF_CONTAINER", tmp_path / "none")
    assert memory.of_machine() == 8 << 30


@pytest.mark.parametrize(("said", "least"), [("1000000\n", 1_000_000), ("max\n", 1 << 28)])
def test_a_container_may_have_less_than_its_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, least: int
) -> None:
    (tmp_path / "memory.max").write_text(said, encoding="ascii")
    monkeypatch.setattr(memory, "_OF_CONTAINER", tmp_path / "memory.max")
    assert memory.of_machine() >= least
    assert (memory.of_machine() == least) == (said != "max\n")
