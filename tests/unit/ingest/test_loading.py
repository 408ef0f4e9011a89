"""A load is whole or did not happen, and goes on where it was stopped."""

import gzip
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from pyoxigraph import BlankNode

from coordgraph.errors import (
    CallError,
    CoordgraphError,
    EmptyData,
    ParseError,
    UnreadableFile,
    UnwritableTarget,
)
from coordgraph.ingest.dataset import load as shipped
from coordgraph.ingest.loading import Options, load_store
from coordgraph.ingest.sources import opened, sources
from coordgraph.ingest.stream import Progress
from coordgraph.store import open_read_only
from tests.serving import served

G = "https://w3id.org/coordgraph/graph/import/"
DOCUMENTS = {
    "a.nt": "<urn:a> <urn:p> _:b .\n_:b <urn:p> <urn:c> . # no end of line",
    "b.nq": '<urn:a> <urn:p> <urn:b> <urn:g> .\n<urn:a> <urn:p> _:x .\n_:x <urn:p> "1" .\n',
    "c.ttl": "PREFIX : <urn:> :a :p [ :q 'ñ' ] .",
    "d.trig": "PREFIX : <urn:> :g { :a :p :trig } :a :p :unnamed .",
    "e.jsonld": '{"@id": "urn:a", "urn:p": {"urn:q": "json"}}',
    "f.rdf": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:x#">'
    '<r:Description r:about="urn:a"><u:p>xml</u:p></r:Description></r:RDF>',
}
COUNTS = {"a": 2, "b": 2, "c": 2, "d": 1, "e": 2, "f": 1}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in DOCUMENTS]


def graphs(folder: Path) -> Counter[str]:
    """Return how many statements each graph of a store holds."""
    return Counter(str(quad.graph_name)[1:-1] for quad in open_read_only(folder).quads())


WHOLE = {**{G + name: count for name, count in COUNTS.items()}, "urn:g": 2}


def test_every_format_is_loaded_into_its_graph(tmp_path: Path, files: list[str]) -> None:
    done = load_store(tmp_path / "store", files)
    assert graphs(tmp_path / "store") == WHOLE
    assert (done.statements, done.graphs, done.resumed) == (12, 7, 0)


def test_a_folder_and_zipped_files_are_loaded(tmp_path: Path, files: list[str]) -> None:
    for name in files[:3]:
        path = Path(name)
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    load_store(tmp_path / "store", [str(tmp_path / "data"), files[3]])
    assert graphs(tmp_path / "store") == WHOLE


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(tmp_path / "data"))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    with served(Quiet) as address:
        yield address


def test_web_addresses_are_loaded(tmp_path: Path, files: list[str], web: str) -> None:
    names = [f"{web}/{Path(name).name}" for name in files]
    load_store(tmp_path / "store", names)
    assert graphs(tmp_path / "store") == WHOLE
    with pytest.raises(UnreadableFile, match=r"none\.ttl: cannot be fetched: HTTP Error 404"):
        load_store(tmp_path / "other", [f"{web}/none.ttl"])
    assert not (tmp_path / "other").exists()


def test_what_is_no_rdf_by_any_sign_is_refused(
    tmp_path: Path, files: list[str], web: str
) -> None:
    Path(files[0]).with_name("a.bin").write_bytes(b"")
    with pytest.raises(UnreadableFile, match="neither its media type nor its name says so"):
        load_store(tmp_path / "store", [f"{web}/a.bin"])


@pytest.mark.usefixtures("files")
def test_a_server_that_went_in_between_is_told(web: str) -> None:
    (source,) = sources([f"{web}/a.nt"])
    gone = replace(source, name="http://127.0.0.1:9/a.nt")
    with pytest.raises(UnreadableFile, match="cannot be fetched"), opened(gone):
        pytest.fail("it is there")


def test_a_store_is_replaced_or_added_to(tmp_path: Path, files: list[str]) -> None:
    store = tmp_path / "store"
    load_store(store, files[:1])
    load_store(store, files[2:3])
    assert graphs(store) == {G + "c": 2}
    load_store(store, files[:1], Options(add=True))
    assert graphs(store) == {G + "a": 2, G + "c": 2}


def test_what_is_in_no_graph_cannot_be_added_to(tmp_path: Path, files: list[str]) -> None:
    from_elsewhere = tmp_path / "store"
    code = (
        "import sys, pyoxigraph as o; s = o.Store(sys.argv[1]); "
        "s.update('INSERT DATA { <urn:a> <urn:b> 1 }'); s.flush()"
    )
    subprocess.run([sys.executable, "-c", code, str(from_elsewhere)], check=True)
    with pytest.raises(CallError, match="holds statements in no graph"):
        load_store(from_elsewhere, files, Options(add=True))
    assert graphs(from_elsewhere).total() == 1


def test_there_must_be_a_store_to_add_to(tmp_path: Path, files: list[str]) -> None:
    with pytest.raises(UnreadableFile, match="this is no store"):
        load_store(tmp_path / "store", files, Options(add=True))
    assert not (tmp_path / "store").exists()


def test_the_dataset_and_what_follows_come_along(tmp_path: Path) -> None:
    done = load_store(tmp_path / "store", [], Options(with_dataset=True, derived=True))
    whole = shipped()
    assert done.statements == len(whole.oxigraph)
    named = Counter(str(quad.graph_name)[1:-1] for quad in whole.quads())
    assert graphs(tmp_path / "store") == named


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "bad.nt",
            "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn",
            r"bad.nt:2: the file ends in the",
        ),
        ("bad.ttl", "<urn:a> <urn:b> <urn:c> ;", r"bad.ttl:1: the file ends in the middle of"),
        ("bad.ttl", "<urn:a> <urn:b> .\n<urn:a> <urn:b> 1 .\n\n", r"bad.ttl:1:17: "),
        ("bad.jsonld", '{"@id": ', r"bad.jsonld:1"),
    ],
)
def test_a_bad_file_is_told_and_changes_nothing(
    tmp_path: Path, files: list[str], name: str, text: str, message: str
) -> None:
    store, bad = tmp_path / "store", tmp_path / name
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(ParseError, match=message):
        load_store(store, [str(bad)])
    assert not store.exists()
    load_store(store, files[:1])
    with pytest.raises(ParseError, match=message):
        load_store(store, [*files[1:], str(bad)])
    assert graphs(store) == {G + "a": 2}
    bad.write_text(DOCUMENTS[files[0][-4:]], encoding="utf-8")
    bad = bad.rename(bad.with_name("good.nt"))
    done = load_store(store, [*files[1:], str(bad)])
    assert done.resumed == len(files) - 1
    assert graphs(store) == Counter({G + "good": 2, **WHOLE}) - Counter({G + "a": 2})


def test_an_empty_file_is_told(tmp_path: Path, files: list[str]) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(EmptyData, match=r"empty\.ttl: this file holds no statement\."):
        load_store(tmp_path / "store", [*files, str(empty)])
    assert not (tmp_path / "store" / "CURRENT").exists()
    with pytest.raises(EmptyData):
        load_store(tmp_path / "other", [str(empty)])
    assert not (tmp_path / "other").exists()


class Stopped(BaseException):
    """Stops a load, as Ctrl-C does."""


def stop_at(name: str) -> Options:
    def tick(progress: Progress) -> None:
        if progress.name.endswith(name):
            raise Stopped

    return Options(tick=tick)


@pytest.mark.parametrize("name", [*DOCUMENTS, "in order"])
def test_a_stopped_load_goes_on_and_loads_nothing_twice(
    tmp_path: Path, files: list[str], name: str
) -> None:
    store = tmp_path / "store"
    with pytest.raises(Stopped):
        load_store(store, files, stop_at(name))
    done = load_store(store, files)
    place = [*DOCUMENTS, "in order"].index(name)
    assert done.resumed == place
    assert graphs(store) == WHOLE
    nodes = {t for q in open_read_only(store).quads() for t in q.triple if type(t) is BlankNode}
    assert len(nodes) == 4


def test_a_stopped_load_of_something_else_is_not_gone_on_with(
    tmp_path: Path, files: list[str]
) -> None:
    store = tmp_path / "store"
    with pytest.raises(Stopped):
        load_store(store, files, stop_at("c.ttl"))
    assert load_store(store, files[1:]).resumed == 0
    assert graphs(store) == Counter(WHOLE) - Counter({G + "a": 2})


def test_a_dataset_that_is_no_longer_wanted_is_left_out(
    tmp_path: Path, files: list[str]
) -> None:
    store = tmp_path / "store"
    with pytest.raises(Stopped):
        load_store(store, files, Options(with_dataset=True, tick=stop_at("a.nt").tick))
    assert load_store(store, files).resumed == 0
    assert graphs(store) == WHOLE


def test_a_file_that_changed_is_loaded_anew(tmp_path: Path, files: list[str]) -> None:
    store = tmp_path / "store"
    with pytest.raises(Stopped):
        load_store(store, files, stop_at("c.ttl"))
    Path(files[0]).write_text("<urn:new> <urn:new> <urn:new> .", encoding="utf-8")
    assert load_store(store, files).resumed == 0
    assert graphs(store) == {**WHOLE, G + "a": 1}


def command(folder: Path, names: list[str]) -> list[str]:
    return [sys.executable, "-m", "coordgraph", "load", *names, "--store", str(folder)]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Files of some length, with blank nodes."""
    folder = tmp_path_factory.mktemp("many")
    for part in range(6):
        lines = (f"<urn:s{part}-{n}> <urn:p> _:b{n % 50} .\n" for n in range(8000))
        (folder / f"part-{part:02}.nt").write_text("".join(lines), encoding="ascii")
    return sorted(map(str, folder.iterdir()))


@pytest.mark.long
@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in (1, 2, 3))]
)
def test_a_killed_load_leaves_the_old_store_and_goes_on(
    tmp_path: Path, files: list[str], many: list[str], seed: int
) -> None:
    store = tmp_path / "store"
    load_store(store, files[:1])
    rest = random.Random(seed)
    for _ in range(2):
        with subprocess.Popen(command(store, many), stderr=subprocess.DEVNULL) as loading:
            time.sleep(0.3 + rest.uniform(0, 1.2))
            loading.send_signal(signal.SIGKILL)
            if loading.wait() == 0:
                break
        assert graphs(store) in ({G + "a": 2}, expected(many))
    subprocess.run(command(store, many), check=True, capture_output=True)
    assert graphs(store) == expected(many)
    nodes = {quad.object for quad in open_read_only(store).quads()}
    assert len(nodes) == 50 * len(many)


def expected(many: list[str]) -> dict[str, int]:
    return {G + Path(name).stem: 8000 for name in many}


def test_a_full_disk_is_told_and_changes_nothing(
    tmp_path: Path, files: list[str], many: list[str]
) -> None:
    store = tmp_path / "store"
    load_store(store, files[:1])

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    done = subprocess.run(
        command(store, many),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"coordgraph: {store}: cannot be written: ")
    assert "Traceback" not in done.stderr
    assert graphs(store) == {G + "a": 2}
    assert not (store / "next").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path, files: list[str]) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(CoordgraphError, match="cannot be written: permission denied"):
        load_store(tmp_path / "store", files)


@pytest.mark.parametrize("name", ["none.nt", "data", "text.txt"])
def test_what_cannot_be_read_is_told_before_anything_is_written(
    tmp_path: Path, files: list[str], name: str
) -> None:
    (tmp_path / "text.txt").touch()
    for path in files:
        Path(path).unlink()
    with pytest.raises(UnreadableFile, match=name):
        load_store(tmp_path / "store", [str(tmp_path / name)])
    assert not (tmp_path / "store").exists()


def test_what_an_earlier_try_left_broken_is_begun_anew(
    tmp_path: Path, files: list[str]
) -> None:
    store = tmp_path / "store"
    with pytest.raises(Stopped):
        load_store(store, files, stop_at("c.ttl"))
    (store / "next" / "bulk-1.sst").touch()
    (store / "next" / "CURRENT").write_text("MANIFEST-000099\n", encoding="utf-8")
    assert load_store(store, files).resumed == 0
    assert graphs(store) == WHOLE


@pytest.mark.parametrize(
    ("error", "told", "problem"),
    [
        (OSError("no room"), UnwritableTarget, "cannot be written: no room"),
        (ValueError("no such thing"), ParseError, r"a\.nt: no such thing\."),
        (MemoryError(), ParseError, r"a\.nt: .*long"),
    ],
    ids=["disk", "parser", "memory"],
)
def test_what_goes_wrong_below_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    told: type[CoordgraphError],
    problem: str,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("coordgraph.ingest.loading._bulk_load", fail)
    (tmp_path / "a.nt").touch()
    with pytest.raises(told, match=problem):
        load_store(tmp_path / "store", [str(tmp_path / "a.nt")])
