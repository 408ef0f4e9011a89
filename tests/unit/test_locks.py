"""A lock holds until its process ends, whatever ends it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordgraph.locks import holder_of, lock, share

LOCK = """
import os, sys
from coordgraph.locks import lock, share
handle = os.open(sys.argv[2], os.O_RDONLY)
print({"lock": lock, "share": share}[sys.argv[1]](handle), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def handle(tmp_path: Path) -> Iterator[int]:
    opened = os.open(tmp_path, os.O_RDONLY)
    yield opened
    os.close(opened)


def locking(how: str, path: Path) -> "subprocess.Popen[bytes]":
    other = subprocess.Popen(
        [sys.executable, "-c", LOCK, how, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout
    assert other.stdout.readline() == b"True\n"
    return other


def test_what_another_process_has_locked_is_locked_until_it_is_killed(
    tmp_path: Path, handle: int
) -> None:
    with locking("lock", tmp_path) as other:
        assert not lock(handle)
        assert holder_of(tmp_path) == other.pid
        other.kill()
    assert lock(handle)
    assert holder_of(tmp_path) is None


def test_several_share_a_lock(tmp_path: Path, handle: int) -> None:
    with locking("share", tmp_path) as other:
        assert share(handle)
        assert not lock(handle)
        other.kill()


def test_nobody_has_locked_what_is_not_there(tmp_path: Path) -> None:
    assert holder_of(tmp_path / "none") is None


def test_what_is_closed_cannot_be_locked(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    os.close(handle)
    assert not lock(handle)
