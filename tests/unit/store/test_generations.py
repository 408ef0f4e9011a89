"""A folder holds the old store or the new one, whoever looks and whenever."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coordgraph.errors import UnreadableFile, UnwritableTarget
from coordgraph.locks import lock
from coordgraph.store import generations, open_read_only, open_store
from coordgraph.store.generations import current, hold, publish, state_of, writing

HOLD_LOCK = """
import sys
from pathlib import Path
from coordgraph.store.generations import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


BY_US = "from coordgraph import open_store as opened"
BY_OXIGRAPH = "from pyoxigraph import Store as opened"
"""It knows nothing of these folders."""


@contextmanager
def open_elsewhere(opened: str, place: Path) -> Iterator[int]:
    """Let another process have a store open to write; yield its number."""
    code = (
        f"import sys; {opened}; store = opened(sys.argv[1]); "
        "print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        yield other.pid
        other.communicate()


def fill(folder: Path, word: str) -> None:
    with writing(folder) as draft:
        store = open_store(draft)
        store.oxigraph.update(f"INSERT DATA {{ <urn:a> <urn:says> '{word}' }}")
        store.oxigraph.flush()
        del store
        publish(folder)


def said(folder: Path) -> list[str]:
    found = open_read_only(folder).select("SELECT ?o { ?s ?p ?o } ORDER BY ?o")
    return [str(row["o"]) for row in found]


def test_a_new_store_is_current_when_it_is_published(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "store"
    fill(folder, "old")
    assert said(folder) == ['"old"']
    fill(folder, "new")
    assert said(folder) == ['"new"']
    names = {path.name for path in folder.iterdir()}
    assert names == {"CURRENT", "generation-2", "loading.lock"}


def test_a_folder_that_oxigraph_made_is_its_own_store_until_the_first_new_one(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path)
    store.oxigraph.update("INSERT DATA { <urn:a> <urn:says> 'plain' }")
    store.oxigraph.flush()
    del store
    (tmp_path / "notes.txt").touch()
    assert current(tmp_path) == tmp_path
    assert said(tmp_path) == ['"plain"']
    fill(tmp_path, "new")
    assert said(tmp_path) == ['"new"']
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"CURRENT", "generation-1", "loading.lock", "notes.txt"}


def test_a_store_that_is_read_stays_until_nobody_reads_it(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    reader = open_read_only(tmp_path)
    fill(tmp_path, "new")
    assert [str(row["o"]) for row in reader.select("SELECT ?o { ?s ?p ?o }")] == ['"old"']
    assert (tmp_path / "generation-1").is_dir()
    del reader
    fill(tmp_path, "newest")
    assert not (tmp_path / "generation-1").exists()
    assert said(tmp_path) == ['"newest"']


def test_a_store_that_is_written_in_place_stays(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    place, handle = hold(tmp_path)
    os.close(handle)
    with open_elsewhere(BY_US, tmp_path) as pid:
        with pytest.raises(UnreadableFile, match=rf"process {pid} is writing to this"):
            open_read_only(tmp_path)
        with pytest.raises(UnreadableFile, match=rf"process {pid} is writing to this"):
            open_store(tmp_path)
        with pytest.raises(UnwritableTarget, match=f"process {pid} is writing"):
            fill(tmp_path, "new")
        assert current(tmp_path) == place


def test_a_store_that_this_program_has_open_is_told_apart(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(UnreadableFile, match="this program has this store open already"):
        open_store(tmp_path)
    del store


def test_one_process_loads_at_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_LOCK, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(UnwritableTarget) as caught, writing(folder):
            pytest.fail("two write")
        assert str(caught.value) == (
            f"{folder}: process {other.pid} is writing to this store. Wait for it, or end it."
        )
        other.kill()
    fill(folder, "after a kill")
    assert said(folder) == ['"after a kill"']


def test_a_folder_in_which_nothing_came_to_be_is_removed(tmp_path: Path) -> None:
    with writing(tmp_path / "store"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["notes.txt", "sub/notes.txt"])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.touch()
    with pytest.raises(UnwritableTarget, match="is in the way and is no store"):
        fill(tmp_path / "mine", "new")
    assert path.exists()


def test_a_file_is_no_folder_for_a_store(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableTarget, match="is in the way and is no store"):
        fill(tmp_path / "file", "new")


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="this is no store"):
        open_read_only(tmp_path)
    (tmp_path / "next").mkdir()
    with pytest.raises(UnreadableFile, match="was never finished"):
        open_read_only(tmp_path)


def test_a_broken_store_is_told(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    (tmp_path / "generation-1" / "CURRENT").write_text("MANIFEST-000099\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="this store cannot be opened: "):
        open_read_only(tmp_path)


def test_a_broken_store_may_be_opened_again_once_it_is_mended(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    manifest = tmp_path / "generation-1" / "CURRENT"
    sound = manifest.read_text(encoding="utf-8")
    manifest.write_text("MANIFEST-000099\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="this store cannot be opened: "):
        open_store(tmp_path)
    manifest.write_text(sound, encoding="utf-8")
    assert open_store(tmp_path).ask("ASK { ?s ?p 'old' }")


def test_a_store_that_is_not_where_it_should_be_is_told(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    (tmp_path / "generation-1").rename(tmp_path / "aside")
    with pytest.raises(UnreadableFile, match="its store generation-1 cannot be read: "):
        open_read_only(tmp_path)


@pytest.mark.parametrize("step", ["open", "share"])
def test_who_opens_while_another_store_takes_its_place_gets_that_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fill(tmp_path, "old")
    module, name = {"open": (os, "open"), "share": (generations, "share")}[step]
    real = getattr(module, name)
    met: list[object] = []

    def late(*arguments: object, **how: object) -> object:
        if not met and (step == "share" or arguments[0] == tmp_path / "generation-1"):
            met.append(arguments)
            fill(tmp_path, "new")
        return real(*arguments, **how)

    monkeypatch.setattr(module, name, late)
    place, handle = hold(tmp_path)
    os.close(handle)
    assert (len(met), place.name) == (1, "generation-2")


def test_a_lock_that_was_removed_with_its_folder_is_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removed: list[int] = []

    def late(handle: int) -> bool:
        if not removed:
            removed.append(handle)
            (tmp_path / "loading.lock").unlink()
        return lock(handle)

    monkeypatch.setattr("coordgraph.store.generations.lock", late)
    fill(tmp_path, "new")
    assert len(removed) == 1
    assert said(tmp_path) == ['"new"']


def test_one_program_does_not_write_twice_at_once(tmp_path: Path) -> None:
    with (
        writing(tmp_path / "store"),
        pytest.raises(UnwritableTarget, match="this program has this store open already"),
        writing(tmp_path / "store"),
    ):
        pytest.fail("two write")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableTarget, match=r"cannot be written: \w+"):
        fill(tmp_path / "file" / "store", "new")


def test_a_store_that_oxigraph_itself_writes_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "old")
    with open_elsewhere(BY_OXIGRAPH, current(tmp_path)) as pid:
        with pytest.raises(UnwritableTarget, match=f"process {pid} is writing to this store"):
            fill(tmp_path, "new")
        with pytest.raises(UnreadableFile, match=rf"process {pid} holds this store \(.*LOCK\)"):
            open_store(tmp_path)
        monkeypatch.setattr("coordgraph.store.embedded.writer_of", lambda _: None)
        with pytest.raises(UnreadableFile, match="another process holds this store"):
            open_store(tmp_path)


def test_an_old_store_that_is_written_to_stays(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    reader = open_read_only(tmp_path)
    fill(tmp_path, "new")
    with open_elsewhere(BY_OXIGRAPH, tmp_path / "generation-1"):
        del reader
        fill(tmp_path, "newest")
        assert (tmp_path / "generation-1").is_dir()
    fill(tmp_path, "last")
    assert not (tmp_path / "generation-1").exists()


def test_the_state_of_a_folder_is_another_with_each_store(tmp_path: Path) -> None:
    state = state_of(tmp_path)
    assert state() is None
    fill(tmp_path, "old")
    before = state()
    assert state() == before
    fill(tmp_path, "new")
    assert state() not in {None, before}


def test_several_processes_read_one_store(tmp_path: Path) -> None:
    fill(tmp_path, "old")
    reader = open_read_only(tmp_path)
    command = [sys.executable, "-m", "coordgraph", "query", "-", "--store", str(tmp_path)]
    asked = {"input": "SELECT ?o { ?s ?p ?o }", "capture_output": True, "text": True}
    runs = [subprocess.run(command, check=True, **asked) for _ in range(2)]  # type: ignore[call-overload]
    assert [run.stdout for run in runs] == ["o\nold\n"] * 2
    assert len(list(reader.quads())) == 1
