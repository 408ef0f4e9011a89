"""Files and folders change all at once or not at all."""

import os
import threading
from pathlib import Path

import pytest

from coordgraph.errors import UnreadableFile, UnwritableTarget
from coordgraph.files import new_file, new_folder, write_file


def test_a_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write_file(target, b"old")
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_in_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnwritableTarget, match="cannot be written"):
        write_file(tmp_path / "none" / "a.txt", b"")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableTarget, match="name a file"):
        write_file(tmp_path, b"")


def test_what_may_be_done_with_a_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "secret.txt"
    write_file(target, b"old")
    target.chmod(0o640)
    write_file(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_file_that_may_not_be_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kept.txt"
    write_file(target, b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UnwritableTarget, match="cannot be written: permission denied"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_stays_and_what_it_leads_to_is_written(
    tmp_path: Path, *, is_there: bool
) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.txt", tmp_path / "link.txt"
    if is_there:
        real.touch()
    link.symlink_to(real)
    write_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_pipe_is_given_the_content_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, b"content")
    reader.join()
    assert got == [b"content"]
    assert pipe.is_fifo()


def test_a_pipe_that_nobody_reads_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.files._WAITS", 2)
    monkeypatch.setattr("coordgraph.files._WAIT", 0)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnwritableTarget, match="nobody reads from this pipe"):
        write_file(tmp_path / "pipe", b"content")


def test_a_device_is_given_nothing_that_is_not_wanted() -> None:
    with new_file(Path("/dev/full")) as draft:
        draft.path.write_bytes(b"content")
        draft.wanted = False


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_device_that_is_full_is_told_and_stays() -> None:
    with pytest.raises(UnwritableTarget, match="/dev/full: cannot be written: no space left"):
        write_file(Path("/dev/full"), b"content")
    assert Path("/dev/full").is_char_device()


def test_what_cannot_be_read_meanwhile_is_told_by_its_name(tmp_path: Path) -> None:
    with (
        pytest.raises(UnreadableFile, match=r"none\.csv: no such file or directory\."),
        new_file(tmp_path / "out.ttl"),
    ):
        (tmp_path / "none.csv").read_bytes()
    assert list(tmp_path.iterdir()) == []


def fill(folder: Path, word: str) -> None:
    (folder / "mark").touch()
    (folder / "word").write_text(word, encoding="utf-8")


def fill_and_fail(target: Path) -> None:
    with new_folder(target, mark="mark") as folder:
        fill(folder, "two")
        raise RuntimeError


def test_a_folder_appears_whole(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", mark="mark") as folder:
        fill(folder, "one")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "word").read_text(encoding="utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_earlier_folder_of_ours_is_replaced(tmp_path: Path) -> None:
    for word in ("one", "two"):
        with new_folder(tmp_path / "out", mark="mark") as folder:
            fill(folder, word)
    assert (tmp_path / "out" / "word").read_text(encoding="utf-8") == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failure_leaves_the_earlier_folder(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", mark="mark") as folder:
        fill(folder, "one")
    with pytest.raises(RuntimeError):
        fill_and_fail(tmp_path / "out")
    assert (tmp_path / "out" / "word").read_text(encoding="utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with (
        pytest.raises(UnwritableTarget, match="holds no mark"),
        new_folder(tmp_path, mark="mark"),
    ):
        pass
    assert (tmp_path / "thesis.txt").exists()


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with (
        pytest.raises(UnwritableTarget, match="in the way"),
        new_folder(tmp_path / "out", mark="mark"),
    ):
        pass


@pytest.fixture(params=["at once", "in steps"])
def _either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let folders change places in one step, and then as where no disk can do that."""
    if request.param == "in steps":
        monkeypatch.setattr("coordgraph.files._exchanged", lambda *_: False)


@pytest.mark.usefixtures("_either")
def test_a_folder_is_replaced_on_every_disk(tmp_path: Path) -> None:
    for word in ("one", "two", "three"):
        with new_folder(tmp_path / "out", mark="mark") as folder:
            fill(folder, word)
        assert (tmp_path / "out" / "word").read_text(encoding="utf-8") == word
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_whose_swap_was_killed_is_put_back(tmp_path: Path) -> None:
    with new_folder(tmp_path / "out", mark="mark") as folder:
        fill(folder, "one")
    (tmp_path / "out").rename(tmp_path / ".out.old")
    with pytest.raises(RuntimeError):
        fill_and_fail(tmp_path / "out")
    assert (tmp_path / "out" / "word").read_text(encoding="utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_swap_that_fails_half_way_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_folder(tmp_path / "out", mark="mark") as folder:
        fill(folder, "one")
    monkeypatch.setattr("coordgraph.files._exchanged", lambda *_: False)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".draft") and not target.exists():
            raise OSError(5, "Input/output error", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with (
        pytest.raises(UnwritableTarget, match="the device cannot read or write it"),
        new_folder(tmp_path / "out", mark="mark") as folder,
    ):
        fill(folder, "two")
    assert (tmp_path / "out" / "word").read_text(encoding="utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_to_a_folder_stays(tmp_path: Path) -> None:
    with new_folder(tmp_path / "real", mark="mark") as folder:
        fill(folder, "one")
    (tmp_path / "link").symlink_to("real")
    with new_folder(tmp_path / "link", mark="mark") as folder:
        fill(folder, "two")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "word").read_text(encoding="utf-8") == "two"


def test_two_fill_one_folder_and_the_last_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with new_folder(out, mark="mark") as first, new_folder(out, mark="mark") as second:
        fill(first, "first")
        fill(second, "second")
    assert (out / "word").read_text(encoding="utf-8") == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
