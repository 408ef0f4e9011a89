"""Files and folders that change all at once or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coordgraph.errors import UnwritableTarget

__all__ = ["Draft", "check_replaceable", "new_file", "new_folder", "write_file"]


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
    Write a file and put it in place only when all went well.

    Raises
    ------
    UnwritableTarget
        If the folder does not exist or cannot be written to.
    """
    if target.is_dir():
        raise UnwritableTarget(str(target), "this is a folder; name a file.")
    try:
        handle, name = tempfile.mkstemp(dir=target.absolute().parent, prefix=".")
        os.close(handle)
    except OSError as error:
        raise UnwritableTarget(str(target), f"cannot be written: {error.strerror}.") from None
    draft = Draft(Path(name))
    try:
        yield draft
        if draft.wanted:
            draft.path.chmod(0o666 & ~_umask())
            draft.path.replace(target)
    except OSError as error:
        raise UnwritableTarget(str(target), f"cannot be written: {error.strerror}.") from None
    finally:
        draft.path.unlink(missing_ok=True)


@contextmanager
def new_folder(target: Path, *, mark: str) -> Iterator[Path]:
    """
    Fill a folder and put it in place of the target only when all went well.

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
    target = target.absolute()
    check_replaceable(target, mark=mark)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-"))
    except OSError as error:
        raise UnwritableTarget(str(target), f"cannot be written: {error.strerror}.") from None
    try:
        yield part
        part.chmod(0o777 & ~_umask())
        _swap(part, target)
    except OSError as error:
        raise UnwritableTarget(str(target), f"cannot be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def check_replaceable(target: Path, *, mark: str) -> None:
    """
    Make sure that a folder may be put in this place, before work is done for it.

    Raises
    ------
    UnwritableTarget
        If something stands there that was not made with this mark.
    """
    if target.exists() and not _replaceable(target, mark):
        problem = f"is in the way and holds no {mark}; name a new or empty folder."
        raise UnwritableTarget(str(target), problem)


def _replaceable(target: Path, mark: str) -> bool:
    if not target.is_dir():
        return False
    return (target / mark).is_file() or not any(target.iterdir())


def _swap(part: Path, target: Path) -> None:
    if target.exists():
        old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}-old-"))
        target.replace(old)
        try:
            part.replace(target)
        except OSError:
            old.replace(target)
            raise
        shutil.rmtree(old)
    else:
        part.replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
