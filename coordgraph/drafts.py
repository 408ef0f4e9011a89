"""
Files and folders that are being made, beside what they take the place of.

A draft has a name by which it is known, and is locked by who writes it.  One that nobody has
locked was left by a process that was killed; who makes the next draft for the same place
removes it.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from coordgraph.locks import lock

__all__ = ["drafted_file", "drafted_folder", "is_draft", "remove_abandoned"]

_SUFFIX = ".draft"
_RANDOM = 8
"""How many letters `tempfile` adds to a name."""

_DRAFT = re.compile(r"\..*-[a-z0-9_]{8}\.draft", re.DOTALL)
_LONGEST = 60
"""How many bytes of a name stand in that of its drafts, which must not become too long."""


@contextmanager
def drafted_file(target: Path) -> Iterator[Path]:
    """Give a new file beside the target; if it is still there afterwards, it goes."""
    remove_abandoned(target)
    path, guard = _guarded(lambda: _new_file(target))
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
        _close(guard)


@contextmanager
def drafted_folder(target: Path) -> Iterator[Path]:
    """Give a new folder beside the target; if it is still there afterwards, it goes."""
    remove_abandoned(target)
    path, guard = _guarded(lambda: _new_folder(target))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        _close(guard)


def is_draft(name: str) -> bool:
    """
    Say whether a file or folder of this name is a draft.

    >>> is_draft(".ties.csv-k3_x0a9z.draft"), is_draft("ties.csv")
    (True, False)
    """
    return _DRAFT.fullmatch(name) is not None


def remove_abandoned(target: Path) -> None:
    """Remove what killed processes left beside a target; what is in use stays."""
    try:
        paths = list(target.parent.iterdir())
    except PermissionError:  # who may not look may still be allowed to write
        return
    prefix, length = _prefix(target), len(_prefix(target)) + _RANDOM + len(_SUFFIX)
    for path in paths:
        name = path.name
        if name.startswith(prefix) and len(name) == length and is_draft(name):
            _remove_if_abandoned(path)


def _remove_if_abandoned(path: Path) -> None:
    guard = _opened(path)
    try:
        if guard is None or not lock(guard):
            return
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    finally:
        _close(guard)


def _guarded(make: Callable[[], Path]) -> tuple[Path, int | None]:
    """Make a draft and lock it; make another if somebody took it for an abandoned one."""
    while True:
        path = make()
        guard = _opened(path)
        if guard is not None:
            lock(guard, wait=True)
        if path.exists():
            return path, guard
        _close(guard)


def _opened(path: Path) -> int | None:
    """Return a handle to lock; None where the draft has gone, or an open one could not move."""
    if sys.platform == "win32":
        return None
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return None


def _close(guard: int | None) -> None:
    if guard is not None:
        os.close(guard)


def _new_file(target: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_prefix(target), suffix=_SUFFIX)
    os.close(handle)
    return Path(name)


def _new_folder(target: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=target.parent, prefix=_prefix(target), suffix=_SUFFIX))


def _prefix(target: Path) -> str:
    short = os.fsencode(target.name)[:_LONGEST].decode(errors="ignore")
    return f".{short}-"
