"""Where the system cannot hold a process to make no connection, this is said."""

import ctypes
import os
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from coordgraph.serve.confinement import confine


def test_of_another_kind_of_processor_no_system_call_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(machine="abacus"))
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: pytest.fail("it is asked"))
    assert not confine()


@pytest.mark.parametrize("failing", [38, 22, None], ids=["rights", "the filter", "nothing"])
def test_a_filter_that_the_system_refuses_holds_nothing(
    failing: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def prctl(what: int, *_: Any) -> int:
        return -1 if what == failing else 0

    library = SimpleNamespace(prctl=prctl)
    monkeypatch.setattr(os, "uname", lambda: SimpleNamespace(machine="x86_64"))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    assert confine() == (failing is None)
