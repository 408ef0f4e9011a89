"""How much memory there is, and how much is taken."""

import os

import pytest

from coordgraph import memory


def test_what_is_taken_is_less_than_there_is() -> None:
    assert 0 < memory.taken() < memory.of_machine()


def test_a_machine_that_does_not_tell_is_taken_to_have_8_gb(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sysconf")
    assert memory.of_machine() == 8 << 30
