"""Drafts go when they are done with, even if their process was killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coordgraph import drafts
from coordgraph.drafts import drafted_file, drafted_folder, remove_abandoned
from coordgraph.locks import lock

DRAFT = """
import sys
from pathlib import Path
from coordgraph import drafts
with getattr(drafts, sys.argv[1])(Path(sys.argv[2])) as draft:
    print(draft.name, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("kind", ["drafted_file", "drafted_folder"])
def test_a_draft_of_a_killed_process_goes_with_the_next(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "ties.csv"
    with subprocess.Popen(
        [sys.executable, "-c", DRAFT, kind, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        left = tmp_path / other.stdout.readline().decode().strip()
        remove_abandoned(target)
        assert left.exists(), "somebody writes it"
        other.kill()
    assert left.exists()
    with drafted_file(target) as draft:
        assert [draft] == list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_what_only_looks_like_a_draft_stays(tmp_path: Path) -> None:
    names = {".a-12345678.txt", ".a-1234567.draft", ".b-12345678.draft", ".a-x-12345678.draft"}
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / ".a-87654321.draft").symlink_to(tmp_path / ".b-12345678.draft")
    remove_abandoned(tmp_path / "a")
    assert names < {path.name for path in tmp_path.iterdir()}


def test_a_draft_has_room_for_the_longest_name(tmp_path: Path) -> None:
    target = tmp_path / ("ñ" * 127)
    target.touch()
    with drafted_file(target) as draft:
        draft.replace(target)
    assert list(tmp_path.iterdir()) == [target]


def test_a_draft_that_is_taken_for_abandoned_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def late(handle: int, *, wait: bool = False) -> bool:
        if not seen:
            seen.extend(tmp_path.iterdir())
            seen[0].rmdir()
        return lock(handle, wait=wait)

    monkeypatch.setattr("coordgraph.drafts.lock", late)
    with drafted_folder(tmp_path / "out") as draft:
        assert draft.is_dir()
        assert [draft] == list(tmp_path.iterdir())


def test_where_nobody_may_look_drafts_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: Path) -> None:
        raise PermissionError(13, os.strerror(13), str(path))

    monkeypatch.setattr(Path, "iterdir", forbidden)
    with drafted_file(tmp_path / "a") as draft:
        assert draft.exists()


def test_a_draft_that_another_removed_at_once_is_made_again(tmp_path: Path) -> None:
    tries: list[Path] = []

    def second(path: Path) -> None:
        tries.append(path)
        if len(tries) > 1:
            path.touch()

    guard = drafts._guarded(tmp_path / "there", second)
    drafts._close(guard)
    assert len(tries) == 2
    assert (tmp_path / "there").exists()


def test_who_is_interrupted_while_a_draft_is_made_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path) -> None:
        path.mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(drafts, "_new_folder", interrupted)
    with pytest.raises(KeyboardInterrupt), drafted_folder(tmp_path / "out"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_who_is_interrupted_while_a_draft_goes_leaves_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Path] = []

    def interrupted(path: Path) -> None:
        tries.append(path)
        if len(tries) == 1:
            raise KeyboardInterrupt
        path.rmdir()

    monkeypatch.setattr(drafts, "_remove_folder", interrupted)
    with pytest.raises(KeyboardInterrupt), drafted_folder(tmp_path / "out") as draft:
        pass
    assert (tries, list(tmp_path.iterdir())) == ([draft, draft], [])
