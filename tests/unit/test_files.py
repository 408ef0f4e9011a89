"""Files and folders change all at once or not at all."""

from pathlib import Path

import pytest

from coordgraph.errors import UnwritableTarget
from coordgraph.files import new_folder, write_file


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
