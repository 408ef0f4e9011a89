"""
The files of a site: each is written when it changes, and those that are no longer made go.

What was written stands in ``SHA256SUMS``, in the form that ``sha256sum --check`` reads; a
folder is known as one that was published by its ``coordgraph-site.json``.  A file takes its
place whole or not at all.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from coordgraph.errors import UnwritableTarget
from coordgraph.files import write_file

__all__ = ["MANIFEST", "MARK", "Output", "Part"]

MANIFEST = "SHA256SUMS"
MARK = "coordgraph-site.json"


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
        draft = f"{self.folder}/.draft-{os.getpid()}"
        try:
            with open(draft, "wb") as file:  # noqa: PTH123 - a site has many thousands
                file.write(content)
            os.replace(draft, target)  # noqa: PTH105
        except OSError as error:
            Path(draft).unlink(missing_ok=True)
            problem = f"cannot be written: {error.strerror}."
            raise UnwritableTarget(target, problem) from None
        self.written += 1

    def adopt(self, place: str, draft: Path) -> None:
        """Take a finished file, which may be too large to hold, as one of the site."""
        target, digest = self.folder / place, _digest(draft)
        self._sums[place] = digest
        if not target.is_file() or _digest(target) != digest:
            self._make(str(target.parent))
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
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=".") as folder:
            yield Path(folder)

    def sums(self) -> dict[str, str]:
        """Return the SHA-256 digests of the files so far, by place."""
        return dict(self._sums)

    def apart(self) -> "Output":
        """Return the same folder for another process, which knows only what it writes."""
        return Output(self.folder, before=self._before)

    def part(self) -> Part:
        """Return what was written, for `take`."""
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

    def _make(self, folder: str) -> None:
        if folder in self._made:
            return
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = f"cannot be made: {error.strerror}."
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
    if (folder / MARK).is_file():
        manifest = folder / MANIFEST
        lines = manifest.read_text(encoding="utf-8").splitlines() if manifest.exists() else []
        places = {line.partition("  ")[2] for line in lines}
        return {place for place in places if _inside(folder, place)}
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        problem = f"is in the way and holds no {MARK}; name a new or empty folder."
        raise UnwritableTarget(str(folder), problem)
    return set()


def _inside(folder: Path, place: str) -> bool:
    """Say whether a place of a list that anybody may have written is within the folder."""
    target = (folder / place).resolve()
    return target.is_relative_to(folder.resolve()) and target != folder.resolve()
