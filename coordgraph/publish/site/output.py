"""
The files of a site: each is written when it changes, and those that are no longer made go.

What was written stands in ``SHA256SUMS``, in the form that ``sha256sum --check`` reads; a
folder is known as one that was published by its ``coordgraph-site.json``.  A file takes its
place whole or not at all.

What is new stands in ``.unfinished`` until the list is written, so that whatever a publication
that was stopped has left is known to the next one.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from coordgraph.errors import UnwritableTarget
from coordgraph.files import write_file
from coordgraph.locks import holder_of, lock
from coordgraph.reasons import reason

__all__ = ["MANIFEST", "MARK", "UNFINISHED", "Output", "Part"]

MANIFEST = "SHA256SUMS"
MARK = "coordgraph-site.json"
UNFINISHED = ".unfinished"

_DRAFT = ".draft-"


class Part(NamedTuple):
    """Files that another process wrote: their digests, by place, and how many were new."""

    sums: dict[str, str]
    written: int


class Output:
    """
    A folder that is brought up to date.

    Attributes
    ----------
    folder
        The root of the site.
    written
        How many files were new or changed.
    """

    def __init__(self, folder: Path, *, before: set[str] | None = None) -> None:
        self.folder = folder
        self.written = 0
        self._before = _listed(folder) if before is None else before
        self._sums: dict[str, str] = {}
        self._made: set[str] = set()
        self._new: int | None = None

    def write(self, place: str, body: bytes | str) -> None:
        """
        Write a file, relative to the root, if its content is not there already.

        Raises
        ------
        UnwritableTarget
            If it cannot be written.
        """
        content = body.encode() if isinstance(body, str) else body
        self._sums[place] = sha256(content).hexdigest()
        target = f"{self.folder}/{place}"
        if _holds(target, content):
            return
        self._make(target.rpartition("/")[0])
        draft = f"{self.folder}/{_DRAFT}{os.getpid()}"
        try:
            self._note(place)
            with open(draft, "wb") as file:  # noqa: PTH123 - a site has many thousands
                file.write(content)
            os.replace(draft, target)  # noqa: PTH105
        except OSError as error:
            Path(draft).unlink(missing_ok=True)
            problem = _("cannot be written: {problem}.").format(problem=reason(error))
            raise UnwritableTarget(target, problem) from None
        self.written += 1

    def adopt(self, place: str, draft: Path) -> None:
        """Take a finished file, which may be too large to hold, as one of the site."""
        target, digest = self.folder / place, _digest(draft)
        self._sums[place] = digest
        if not target.is_file() or _digest(target) != digest:
            self._make(str(target.parent))
            self._note(place)
            draft.replace(target)
            self.written += 1

    def keep(self, place: str) -> None:
        """Keep a file of an earlier site as it is, if there is one."""
        if place in self._before and (self.folder / place).is_file():
            self._sums[place] = _digest(self.folder / place)

    def keep_like(self, pattern: re.Pattern[str]) -> None:
        """Keep the files of an earlier site whose whole places fit a pattern."""
        for place in sorted(self._before - self._sums.keys()):
            if pattern.fullmatch(place):
                self.keep(place)

    @contextmanager
    def drafts(self) -> Iterator[Path]:
        """Yield a folder for drafts, from which files can be adopted; it goes afterwards."""
        self._make(str(self.folder))
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=_DRAFT) as folder:
            yield Path(folder)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """
        Keep other processes from writing the same site; remove what killed ones left half-made.

        Raises
        ------
        UnwritableTarget
            If another process is writing it, or it cannot be written.
        """
        self._make(str(self.folder))
        handle = _alone(self.folder)
        try:
            self._before = _listed(self.folder)
            for path in self.folder.glob(f"{_DRAFT}*"):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
            yield
        except OSError as error:
            problem = _("cannot be written: {problem}.").format(problem=reason(error))
            raise UnwritableTarget(str(error.filename or self.folder), problem) from None
        finally:
            self._close()
            if handle is not None:
                os.close(handle)

    def sums(self) -> dict[str, str]:
        """Return the SHA-256 digests of the files so far, by place."""
        return dict(self._sums)

    def apart(self) -> "Output":
        """Return the same folder for another process, which knows only what it writes."""
        return Output(self.folder, before=self._before)

    def part(self) -> Part:
        """Return what was written, for `take`."""
        self._close()
        return Part(self._sums, self.written)

    def take(self, part: Part) -> None:
        """Count what another process wrote as written."""
        self._sums.update(part.sums)
        self.written += part.written

    def finish(self) -> None:
        """Remove what an earlier site had besides, and write the list of all files."""
        for place in sorted(self._before - self._sums.keys()):
            (self.folder / place).unlink(missing_ok=True)
        lines = [f"{digest}  {place}\n" for place, digest in sorted(self._sums.items())]
        write_file(self.folder / MANIFEST, "".join(lines).encode())
        self._close()
        (self.folder / UNFINISHED).unlink(missing_ok=True)

    def _note(self, place: str) -> None:
        """Write down that a file is new, before it is there."""
        if place in self._before:
            return
        if self._new is None:
            how = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            self._new = os.open(self.folder / UNFINISHED, how, 0o666)
        os.write(self._new, os.fsencode(f"{place}\n"))

    def _close(self) -> None:
        if self._new is not None:
            os.close(self._new)
            self._new = None

    def _make(self, folder: str) -> None:
        if folder in self._made:
            return
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = _("cannot be made: {problem}.").format(problem=reason(error))
            raise UnwritableTarget(folder, problem) from None
        self._made.add(folder)


def _holds(target: str, content: bytes) -> bool:
    """Say whether a file is there and has this content."""
    try:
        with open(target, "rb") as file:  # noqa: PTH123
            return file.read() == content
    except OSError:
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


def _listed(folder: Path) -> set[str]:
    """
    Return the files of an earlier site in this folder; none, if the folder is new or empty.

    Raises
    ------
    UnwritableTarget
        If something else stands there.
    """
    if (folder / MARK).is_file() or (folder / UNFINISHED).is_file():
        listed = (line.partition("  ")[2] for line in _lines(folder / MANIFEST))
        places = {*listed, *_lines(folder / UNFINISHED)}
        return {place for place in places if _inside(folder, place)}
    if folder.exists() and (not folder.is_dir() or not _is_empty(folder)):
        problem = _("is in the way and holds no {mark}; name a new or empty folder.").format(
            mark=MARK
        )
        raise UnwritableTarget(str(folder), problem)
    return set()


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _is_empty(folder: Path) -> bool:
    """Say whether nothing is in a folder but what somebody who was killed had begun."""
    return all(path.name.startswith(_DRAFT) for path in folder.iterdir())


def _alone(folder: Path) -> int | None:
    """Return a handle: until it is closed, no other process writes the same site."""
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    if not lock(handle) and (pid := holder_of(folder)):
        os.close(handle)
        problem = _(
            "process {pid} is publishing into this folder. Wait for it, or end it."
        ).format(pid=pid)
        raise UnwritableTarget(str(folder), problem)
    return handle


def _inside(folder: Path, place: str) -> bool:
    """Say whether a place of a list that anybody may have written is within the folder."""
    target = (folder / place).resolve()
    return target.is_relative_to(folder.resolve()) and target != folder.resolve()
