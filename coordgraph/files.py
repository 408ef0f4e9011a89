"""Files and folders that change all at once or not at all."""

import ctypes
import errno
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from time import sleep

from coordgraph.drafts import drafted_file, drafted_folder, is_draft
from coordgraph.errors import UnreadableFile, UnwritableTarget
from coordgraph.reasons import reason

__all__ = [
    "Draft",
    "check_file",
    "check_replaceable",
    "new_file",
    "new_folder",
    "place_of",
    "settle",
    "write_file",
]

_HERE, _EXCHANGE = -100, 2
"""What ``renameat2`` takes for paths as they are, and for two that change places."""

_GIVEN = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Where a process has what others gave it open."""

_WAITS, _WAIT = 50, 0.1
"""How often, and for how many seconds each time, a pipe waits for who reads it."""


def place_of(name: str) -> Path:
    """
    Return the path that a name is, if it can be one.

    Raises
    ------
    UnreadableFile
        If it is empty, which would be the current folder, or has a character that no path has.
    """
    if not name or "\0" in name:
        raise UnreadableFile(
            repr(name), _("this is no name of a file or folder; the current folder is `.`.")
        )
    return Path(name)


def check_file(path: Path, *, given: bool = False) -> None:
    """
    Make sure that what stands in a place is no pipe, device or socket, which may never end.

    What does not stand there, or may not be looked at, is left to who opens it.

    Parameters
    ----------
    path
        The place.
    given
        Whether what a process is given open will do, such as ``/dev/stdin``.

    Raises
    ------
    UnreadableFile
        If it is one of these.
    """
    if given and str(path).startswith(_GIVEN):
        return
    try:
        mode = place_of(str(path)).stat().st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        problem = _(
            "this is no file, but a pipe, a device or a socket. Save what comes from it as a "
            "file, and name that."
        )
        raise UnreadableFile(str(path), problem)


def write_file(path: Path, body: bytes) -> None:
    """
    Write a file so that a reader sees the old one or the new one, never a part.

    Raises
    ------
    UnwritableTarget
        If the folder does not exist or cannot be written to.
    """
    with new_file(path) as draft:
        draft.path.write_bytes(body)


@dataclass(slots=True)
class Draft:
    """
    A file that takes the place of another one when it is done.

    Attributes
    ----------
    path
        Where it is written.
    wanted
        Whether it takes the place; set it to False to leave the old file as it is.
    """

    path: Path
    wanted: bool = True


@contextmanager
def new_file(target: Path) -> Iterator[Draft]:
    """
    Write a file and put it in place only when all went well, and the disk has it.

    A link stays: what it leads to is replaced.  What is no file but leads elsewhere, such as
    ``/dev/stdout``, is given the content when it is whole.

    Raises
    ------
    UnwritableTarget
        If the folder does not exist or cannot be written to.
    """
    with _told(target):
        if _leads_elsewhere(target):
            with _handed_over(target) as draft:
                yield draft
            return
        place = Path(os.path.realpath(target))
        mode = _mode(place)
        with drafted_file(place) as path:
            draft = Draft(path)
            yield draft
            if draft.wanted:
                path.chmod(mode)
                settle(path)
                path.replace(place)
                settle(place.parent)


@contextmanager
def new_folder(target: Path, *, mark: str) -> Iterator[Path]:
    """
    Fill a folder and put it in place of the target only when all went well.

    On Linux there is the old folder or the new one at any moment.  Elsewhere, and on disks
    where two folders cannot change places, there is neither for a moment; if that is when the
    process is killed, the next one puts the old folder back.

    Parameters
    ----------
    target
        Where the folder goes.  One that stands there is replaced if it is empty or holds a
        file called ``mark``, which says that it was made this way; any other is left alone.
    mark
        The name of that file; whoever fills the folder writes it.

    Raises
    ------
    UnwritableTarget
        If the target is not ours to replace, or cannot be written.
    """
    place = Path(os.path.realpath(target))
    with _told(target):
        _put_back(place)
        check_replaceable(target, mark=mark)
        place.parent.mkdir(parents=True, exist_ok=True)
        with drafted_folder(place) as part:
            yield part
            part.chmod(0o777 & ~_umask())
            for path in (*part.rglob("*"), part):
                settle(path)
            _swap(part, place)
            settle(place.parent)


def check_replaceable(target: Path, *, mark: str) -> None:
    """
    Make sure that a folder may be put in this place, before work is done for it.

    Raises
    ------
    UnwritableTarget
        If something stands there that was not made with this mark.
    """
    if target.exists() and not _replaceable(target, mark):
        problem = _("is in the way and holds no {mark}; name a new or empty folder.").format(
            mark=mark
        )
        raise UnwritableTarget(str(target), problem)


def settle(path: Path) -> None:
    """Wait until the disk has what was written of a file, or what was done in a folder."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Say what cannot be written, or read meanwhile."""
    try:
        yield
    except OSError as error:
        problem = reason(error)
        failed = error.filename
        if failed is None or _is_of(target, Path(os.path.realpath(os.fsdecode(failed)))):
            raise UnwritableTarget(
                str(target), _("cannot be written: {problem}.").format(problem=problem)
            ) from None
        raise UnreadableFile(os.fsdecode(failed), f"{problem}.") from None


def _is_of(target: Path, failed: Path) -> bool:
    """Say whether an error is of a target or its draft, and not of something read."""
    place = Path(os.path.realpath(target))
    if failed in (place, *place.parents):
        return True
    return any(is_draft(name) for name in failed.parts)


def _leads_elsewhere(target: Path) -> bool:
    """Say whether a target is no file, nor could be replaced by one."""
    try:
        mode = target.stat().st_mode
    except OSError:
        return False
    if stat.S_ISDIR(mode):
        raise UnwritableTarget(str(target), _("this is a folder; name a file."))
    return not stat.S_ISREG(mode)


@contextmanager
def _handed_over(target: Path) -> Iterator[Draft]:
    """Give a draft elsewhere, whose content goes to the target afterwards."""
    with tempfile.TemporaryDirectory(prefix="coordgraph-") as folder:
        draft = Draft(Path(folder) / "content")
        yield draft
        if draft.wanted:
            with draft.path.open("rb") as content, os.fdopen(_sink(target), "wb") as sink:
                shutil.copyfileobj(content, sink)


def _sink(target: Path) -> int:
    """Open what is no file; of a pipe, wait a few seconds for who reads it."""
    if not target.is_fifo():
        return os.open(target, os.O_WRONLY)
    for _again in range(_WAITS):
        try:
            handle = os.open(target, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            sleep(_WAIT)
        else:
            os.set_blocking(handle, True)
            return handle
    raise UnwritableTarget(str(target), _("nobody reads from this pipe."))


def _mode(place: Path) -> int:
    """Return what may be done with a new file: what may be done with the old one."""
    if not place.exists():
        return 0o666 & ~_umask()
    if not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    return stat.S_IMODE(place.stat().st_mode) & 0o777


def _replaceable(target: Path, mark: str) -> bool:
    if not target.is_dir():
        return False
    return (target / mark).is_file() or not any(target.iterdir())


def _swap(part: Path, place: Path) -> None:
    """Put a folder in its place; whatever stood there is then where the folder was, or gone."""
    try:
        part.replace(place)
    except OSError as error:
        if error.errno not in {errno.ENOTEMPTY, errno.EEXIST, errno.EACCES}:
            raise
        if not _exchanged(part, place):
            _swap_in_steps(part, place)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; say whether system and disk can do that."""
    call = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    if call is None:
        return False
    return bool(call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def _swap_in_steps(part: Path, place: Path) -> None:
    old = _old(place)
    shutil.rmtree(old, ignore_errors=True)
    place.replace(old)
    try:
        part.replace(place)
    except OSError:
        old.replace(place)
        raise
    shutil.rmtree(old)


def _put_back(place: Path) -> None:
    """Undo the first of the steps of a swap that was killed before the second."""
    if not place.exists() and _old(place).is_dir():
        _old(place).replace(place)


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
