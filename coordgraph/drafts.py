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
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from secrets import token_hex

from coordgraph.locks import lock

__all__ = ["drafted_file", "drafted_folder", "is_draft", "remove_abandoned"]

_SUFFIX = ".draft"
_RANDOM = 8
"""How many letters and digits tell drafts of one place apart."""

_DRAFT = re.compile(r"\..*-[a-z0-9_]{8}\.draft", re.DOTALL)
_LONGEST = 60
"""How many bytes of a name stand in that of its drafts, which must not become too long."""


def drafted_file(target: Path) -> AbstractContextManager[Path]:
    """Give a new file beside the target; if it is still there afterwards, it goes."""
    return _drafted(target, make=_new_file, remove=_remove_file)


def drafted_folder(target: Path) -> AbstractContextManager[Path]:
    """Give a new folder beside the target; if it is still there afterwards, it goes."""
    return _drafted(target, make=_new_folder, remove=_remove_folder)


@contextmanager
def _drafted(
    target: Path, *, make: Callable[[Path], None], remove: Callable[[Path], None]
) -> Iterator[Path]:
    """Give a draft, which goes at whatever moment a signal ends the process in order."""
    remove_abandoned(target)
    path, guard = target.parent / f"{_prefix(target)}{token_hex(_RANDOM // 2)}{_SUFFIX}", None
    try:
        guard = _guarded(path, make)
        yield path
    finally:
        try:
            remove(path)
        except BaseException:  # a signal came meanwhile
            remove(path)
            raise
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
            _remove_folder(path)
        else:
            _remove_file(path)
    finally:
        _close(guard)


def _guarded(path: Path, make: Callable[[Path], None]) -> int | None:
    """Make a draft and lock it; make it again if somebody took it for an abandoned one."""
    while True:
        make(path)
        guard = _opened(path)
        if guard is not None:
            lock(guard, wait=True)
        if path.exists():
            return guard
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


def _new_file(path: Path) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _new_folder(path: Path) -> None:
    path.mkdir(mode=0o700)


def _remove_file(path: Path) -> None:
    path.unlink(missing_ok=True)


def _remove_folder(path: Path) -> None:
    shutil.rmtree(path, ignore_errors=True)


def _prefix(target: Path) -> str:
    short = os.fsencode(target.name)[:_LONGEST].decode(errors="ignore")
    return f".{short}-"
