"""What is no file where one is meant, and what is no name of one, is told in a sentence."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from coordgraph.errors import UnreadableFile
from coordgraph.files import check_file, place_of
from coordgraph.ingest.source import open_source, read_files, read_version
from coordgraph.ingest.sources import sources
from tests.hostile.calling import Caller

READ: dict[str, tuple[str, Callable[[object, Path], tuple[object, ...]]]] = {
    "data": (".ttl", lambda path, _: ("ties", "--data", path)),
    "zipped data": (".nt.gz", lambda path, _: ("ties", "--data", path)),
    "validate": (".rdf", lambda path, _: ("validate", path)),
    "shapes": (".ttl", lambda path, here: ("validate", good(here), "--shapes", path)),
    "load": (".nt", lambda path, here: ("load", path, "--store", here / "store")),
    "diff": (".trig", lambda path, _: ("diff", path, "shipped")),
    "query": (".rq", lambda path, _: ("query", path)),
    "names": (".txt", lambda path, _: ("resolve", "--names", path)),
    "a table": (".csv", lambda path, here: ("import", path, "--out", here / "new.ttl")),
    "a workbook": (".xlsx", lambda path, here: ("import", path, "--out", here / "new.ttl")),
    "a mapping": (
        ".json",
        lambda path, here: ("import", here, "--mapping", path, "--out", here / "new.ttl"),
    ),
    "about": (
        ".ttl",
        lambda path, here: (
            *("publish", "--data", good(here), "--about", path),
            *("--out", here / "site"),
        ),
    ),
    "a store": (".store", lambda path, _: ("ties", "--store", path)),
}

WRITTEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "a network": (".graphml", ("network", "--data", "good.ttl", "--out")),
    "a store": (".store", ("load", "good.ttl", "--store")),
    "an incidence": (".parquet", ("incidence", "--data", "good.ttl", "--out")),
}


def good(folder: Path) -> Path:
    path = folder / "good.ttl"
    path.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    return path


def a_pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def a_link(path: Path, target: str) -> Path:
    path.symlink_to(target)
    return path


def a_socket(path: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(path))
    return path


def a_folder(path: Path) -> Path:
    path.mkdir()
    return path


PLACES: dict[str, Callable[[Path, str], object]] = {
    "a pipe": lambda here, suffix: a_pipe(here / f"pipe{suffix}"),
    "zeros": lambda here, suffix: a_link(here / f"zero{suffix}", "/dev/zero"),
    "nothing": lambda here, suffix: a_link(here / f"null{suffix}", "/dev/null"),
    "a socket": lambda here, suffix: a_socket(here / f"s{suffix}"),
    "a folder": lambda here, suffix: a_folder(here / f"folder{suffix}"),
    "a circle": lambda here, suffix: a_link(here / f"loop{suffix}", f"loop{suffix}"),
    "a line": lambda here, suffix: here / f"a\nb{suffix}",
    "no UTF-8": lambda here, suffix: here / os.fsdecode(b"\xff\xfe" + suffix.encode()),
    "256 bytes": lambda here, suffix: here / ("a" * (256 - len(suffix)) + suffix),
    "below a file": lambda here, suffix: good(here) / f"below{suffix}",
    "no name": lambda _, __: "",
}

ENDLESS = ("a pipe", "zeros", "a socket")


@pytest.mark.parametrize(
    "place",
    [pytest.param(one, marks=() if one in ENDLESS else pytest.mark.long) for one in PLACES],
)
def test_what_is_no_file_is_told_at_once(call: Caller, tmp_path: Path, place: str) -> None:
    for number, (suffix, asked) in enumerate(READ.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = PLACES[place](folder, suffix)
        ended = call(*asked(path, folder)).check(1, 2)
        said = [line for line in ended.errors.splitlines() if not line.startswith("... ")]
        assert said, asked(path, folder)
        assert not (folder / "new.ttl").exists()


@pytest.mark.parametrize("place", ENDLESS)
def test_a_pipe_a_device_and_a_socket_are_called_so(tmp_path: Path, place: str) -> None:
    path = PLACES[place](tmp_path, ".ttl")
    with pytest.raises(UnreadableFile, match="this is no file, but a pipe, a device"):
        check_file(Path(str(path)))


def test_what_a_process_is_given_open_is_read() -> None:
    check_file(Path("/dev/stdin"), given=True)
    check_file(Path("/dev/fd/0"), given=True)


@pytest.mark.parametrize("name", ["", "a\0b.ttl"])
def test_what_is_no_name_is_refused(name: str) -> None:
    for read in (
        place_of,
        read_version,
        lambda one: read_files([one]),
        lambda one: sources([one]),
        lambda one: open_source(store=one),
    ):
        with pytest.raises(UnreadableFile, match="no name of a file or folder"):
            read(name)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param("a pipe", marks=pytest.mark.long),  # it waits for who reads it
        *("a socket", "a folder", "a circle", "no UTF-8", "no name"),
    ],
)
def test_where_nothing_can_be_written_is_told(call: Caller, tmp_path: Path, place: str) -> None:
    for number, (suffix, asked) in enumerate(WRITTEN.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        given = [str(good(folder)) if one == "good.ttl" else one for one in asked]
        path = PLACES[place](folder, suffix)
        call(*given, path).check()
