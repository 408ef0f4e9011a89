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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coordgraph.errors import UnreadableFile, UnwritableTarget
from coordgraph.files import write_file

if sys.platform != "win32":
    import fcntl

__all__ = ["DRAFT", "check_ours", "current", "hold", "publish", "writer_of", "writing"]

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
            problem = "loading into this store was never finished. Give the same command again."
        else:
            problem = "this is no store. `coordgraph build` or `coordgraph load` make one."
        raise UnreadableFile(str(folder), problem) from None
    return folder / named if _NAME.fullmatch(named) else folder


def hold(folder: Path) -> tuple[Path, int]:
    """Return where the current store is, and a handle: until it is closed, the store stays."""
    while True:
        place = current(folder)
        handle = os.open(place / _CURRENT if sys.platform == "win32" else place, os.O_RDONLY)
        if sys.platform != "win32":
            fcntl.flock(handle, fcntl.LOCK_SH)
        if current(folder) == place:
            return place, handle
        os.close(handle)


def writer_of(place: Path) -> int | None:
    """Return which other process has a store open for writing, where the system tells."""
    try:
        found = (place / "LOCK").stat()
        listed = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    device = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
    holders = [int(line.split()[4]) for line in listed if f" {device} " in line]
    return next((pid for pid in holders if pid != os.getpid()), None)


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
        problem = "is in the way and is no store; name a new or empty folder."
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
        handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise UnwritableTarget(str(folder), f"cannot be written: {error.strerror}.") from None
    try:
        _lock(folder, handle)
        yield folder / DRAFT
    finally:
        os.close(handle)
        if {path.name for path in folder.iterdir()} == {_LOCK}:
            shutil.rmtree(folder)


def publish(folder: Path) -> Path:
    """Make the new store of a folder its current one; remove those that nobody reads."""
    numbers = [int(found[1]) for path in folder.iterdir() if (found := _NAME.match(path.name))]
    place = folder / f"generation-{max(numbers, default=0) + 1}"
    (folder / DRAFT).replace(place)
    write_file(folder / _CURRENT, f"{place.name}\n".encode())
    _remove_old(folder, place)
    return place


def _lock(folder: Path, handle: int) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        pid = os.read(handle, 20).decode("ascii", "replace").strip()
        problem = f"process {pid} is loading into this store. Wait for it, or end it."
        raise UnwritableTarget(str(folder), problem) from None
    os.truncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())


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
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
