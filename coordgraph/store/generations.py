"""
A folder that holds one store after another, of which one is current at any moment.

``CURRENT`` names the current one, and is replaced as one step: whoever opens the folder, at
whatever moment, finds the old store or the new one, whole.  A folder that Oxigraph made by
itself has a ``CURRENT``, too, which names no store but a manifest: such a folder is its own
store, until the first new one.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

from coordgraph.errors import UnreadableFile, UnwritableTarget
from coordgraph.files import settle, write_file
from coordgraph.locks import holder_of, lock, share
from coordgraph.reasons import reason

__all__ = [
    "DRAFT",
    "check_ours",
    "claim",
    "current",
    "hold",
    "is_of_generations",
    "publish",
    "state_of",
    "writer_of",
    "writing",
]

DRAFT = "next"
"""The store that is being made, in the folder of the current one."""

_CURRENT, _LOCK = "CURRENT", "loading.lock"
_NAME = re.compile(r"generation-(\d+)")
_OWN_FILES = re.compile(r".*\.(sst|log|blob)|(MANIFEST|OPTIONS)-.*|LOG.*|IDENTITY|LOCK")


def current(folder: Path) -> Path:
    """
    Return where the current store of a folder is.

    Raises
    ------
    UnreadableFile
        If the folder holds none.
    """
    try:
        named = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        if (folder / DRAFT).is_dir():
            problem = _(
                "loading into this store was never finished. Give the same command again."
            )
        else:
            problem = _("this is no store. `coordgraph build` or `coordgraph load` make one.")
        raise UnreadableFile(str(folder), problem) from None
    return folder / named if _NAME.fullmatch(named) else folder


def is_of_generations(folder: Path) -> bool:
    """Say whether a folder holds one store after another, and is not itself one."""
    return (folder / _CURRENT).exists() and current(folder) != folder


def state_of(folder: Path) -> Callable[[], object]:
    """Return what tells a state of a folder: another when another store is current."""

    def state() -> object:
        try:
            found = (folder / _CURRENT).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    return state


def hold(folder: Path) -> tuple[Path, int]:
    """
    Return where the current store is, and a handle: until it is closed, the store stays.

    Raises
    ------
    UnreadableFile
        If there is none, or it may not be read.
    """
    while True:
        place = current(folder)
        try:
            handle = os.open(
                place / _CURRENT if sys.platform == "win32" else place, os.O_RDONLY
            )
        except OSError as error:
            if current(folder) != place:  # another took its place, and it was removed
                continue
            problem = _("its store {name} cannot be read: {problem}.").format(
                name=place.name, problem=reason(error)
            )
            raise UnreadableFile(str(folder), problem) from None
        share(handle)
        if current(folder) == place:
            return place, handle
        os.close(handle)


def writer_of(place: Path) -> int | None:
    """Return which other process has a store open for writing, where the system tells."""
    return holder_of(place / "LOCK")


def check_ours(folder: Path) -> None:
    """
    Make sure that a store may be put into this folder, before work is done for it.

    Raises
    ------
    UnwritableTarget
        If something else is there.
    """
    if not folder.exists():
        return
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else {"a file"}
    if names - {_LOCK} and not names & {_CURRENT, DRAFT}:
        problem = _("is in the way and is no store; name a new or empty folder.")
        raise UnwritableTarget(str(folder), problem)


@contextmanager
def writing(folder: Path) -> Iterator[Path]:
    """
    Give the place for a new store, which `publish` makes the current one.

    What an earlier try left there is still there.  A folder that is new and in which nothing
    comes to stay is removed.

    Raises
    ------
    UnwritableTarget
        If the folder holds something else, cannot be written, or is written by another process.
    """
    check_ours(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = claim(folder)
    except OSError as error:
        raise UnwritableTarget(
            str(folder), _("cannot be written: {problem}.").format(problem=reason(error))
        ) from None
    try:
        _check_nobody_writes(folder)
        yield folder / DRAFT
    finally:
        if {path.name for path in folder.iterdir()} == {_LOCK}:
            shutil.rmtree(folder)
        os.close(handle)


def claim(folder: Path) -> int:
    """
    Return a handle: until it is closed, no other process puts a store into a folder.

    Raises
    ------
    UnwritableTarget
        If another process does so now.
    """
    while True:
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)
        if sys.platform == "win32":
            return handle
        if not lock(handle):
            pid = os.read(handle, 20).decode("ascii", "replace").strip()
            os.close(handle)
            raise UnwritableTarget(str(folder), _claimed_by(pid))
        if _is_still(folder / _LOCK, handle):
            os.truncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
            return handle
        os.close(handle)


def publish(folder: Path) -> Path:
    """Make the new store of a folder its current one; remove those that nobody reads."""
    numbers = [int(found[1]) for path in folder.iterdir() if (found := _NAME.match(path.name))]
    draft, place = folder / DRAFT, folder / f"generation-{max(numbers, default=0) + 1}"
    for path in (*draft.iterdir(), draft):
        settle(path)
    draft.replace(place)
    settle(folder)
    write_file(folder / _CURRENT, f"{place.name}\n".encode())
    _remove_old(folder, place)
    return place


def _claimed_by(pid: str) -> str:
    if pid == str(os.getpid()):
        return _("this program has this store open already; use that one.")
    return _("process {pid} is writing to this store. Wait for it, or end it.").format(pid=pid)


def _check_nobody_writes(folder: Path) -> None:
    """Make sure that no process changes the current store: a new one would lack the changes."""
    if (folder / _CURRENT).exists() and (pid := writer_of(current(folder))):
        raise UnwritableTarget(str(folder), _claimed_by(str(pid)))


def _is_still(path: Path, handle: int) -> bool:
    """Say whether a file that is open has not been removed, nor replaced, meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _remove_old(folder: Path, place: Path) -> None:
    for path in folder.iterdir():
        if _NAME.fullmatch(path.name) and path != place and not _is_read(path):
            shutil.rmtree(path, ignore_errors=True)
    own = [
        path for path in folder.iterdir() if path.is_file() and _OWN_FILES.fullmatch(path.name)
    ]
    if own and not _is_read(folder):
        for path in own:
            path.unlink(missing_ok=True)


def _is_read(place: Path) -> bool:
    """Return whether somebody holds a store, who may not have opened all of its files yet."""
    if sys.platform == "win32" or writer_of(place):
        return bool(writer_of(place))
    handle = os.open(place, os.O_RDONLY)
    try:
        return not lock(handle)
    finally:
        os.close(handle)
