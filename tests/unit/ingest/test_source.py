"""Data is read from files, folders, the web and disk, all of a file or nothing of it."""

import gzip
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from coordgraph.errors import CallError, ParseError, UnreadableFile
from coordgraph.ingest.rdf import import_graph, load_file
from coordgraph.ingest.source import open_source, read_files, read_version
from coordgraph.store import EmbeddedStore, open_store
from tests.serving import served

SAME = {
    "a.ttl": "<urn:a> <urn:b> <urn:c> .",
    "a.nt": "<urn:a> <urn:b> <urn:c> .",
    "a.nq": "<urn:a> <urn:b> <urn:c> .",
    "a.trig": "{ <urn:a> <urn:b> <urn:c> }",
    "a.jsonld": '{"@id": "urn:a", "urn:b": {"@id": "urn:c"}}',
    "a.rdf": '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
    '<r:Description r:about="urn:a"><u:b r:resource="urn:c"/></r:Description></r:RDF>',
}


@pytest.mark.parametrize("name", SAME)
@pytest.mark.parametrize("zipped", [False, True], ids=["plain", "gz"])
def test_every_format_is_read_into_the_files_graph(
    name: str, tmp_path: Path, *, zipped: bool
) -> None:
    body = SAME[name].encode()
    path = tmp_path / (f"{name}.gz" if zipped else name)
    path.write_bytes(gzip.compress(body) if zipped else body)
    (quad,) = read_files([str(path)]).quads()
    assert str(quad.triple) == "<urn:a> <urn:b> <urn:c>"
    assert quad.graph_name == import_graph("a")


def test_a_named_graph_stays_the_one_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.trig").write_text("<urn:g> { <urn:a> <urn:b> 1 }", encoding="utf-8")
    (quad,) = read_files([str(tmp_path)]).quads()
    assert str(quad.graph_name) == "<urn:g>"


def test_a_version_keeps_each_statement_in_the_graph_it_was_written_in(tmp_path: Path) -> None:
    body = "<urn:g> { <urn:a> <urn:b> 1 } <urn:a> <urn:b> 2 ."
    (tmp_path / "a.trig").write_text(body, encoding="utf-8")
    graphs = {str(quad.graph_name) for quad in read_version(str(tmp_path)).quads()}
    assert graphs == {"<urn:g>", "DEFAULT"}


def test_a_version_is_fetched_from_the_web(web: str) -> None:
    (quad,) = read_version(f"{web}/a.ttl").quads()
    assert str(quad) == "<urn:a> <urn:b> <urn:c>"


def test_a_bad_file_adds_nothing(tmp_path: Path) -> None:
    store = open_store()
    (tmp_path / "a.nt").write_text("<urn:a> <urn:b> <urn:c> .\nno\n", encoding="utf-8")
    with pytest.raises(ParseError, match=r"a\.nt:2:") as caught:
        load_file(store, tmp_path / "a.nt")
    assert (caught.value.line, list(store.quads())) == (2, [])


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "a.ttl").write_text(SAME["a.ttl"], encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(tmp_path))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    with served(Quiet) as address:
        yield address


def test_a_web_address_is_read(web: str) -> None:
    assert len(list(read_files([f"{web}/a.ttl"]).quads())) == 1


def test_a_page_that_says_nothing_of_its_format_is_known_by_its_name(
    web: str, tmp_path: Path
) -> None:
    (tmp_path / "a.nq").write_text(SAME["a.nq"], encoding="utf-8")
    (tmp_path / "a.bin").write_text(SAME["a.nq"], encoding="utf-8")
    assert len(list(read_files([f"{web}/a.nq"]).quads())) == 1
    with pytest.raises(UnreadableFile, match="neither its media type nor its name says so"):
        read_files([f"{web}/a.bin"])


@pytest.mark.parametrize("path", ["/none.ttl", "/"])
def test_a_page_that_is_no_data_is_refused(web: str, path: str) -> None:
    with pytest.raises(UnreadableFile, match=r"http://127\.0\.0\.1"):
        read_files([web + path])


def test_a_store_on_disk_is_opened_to_read(tmp_path: Path) -> None:
    stored = open_store(tmp_path / "db")
    stored.oxigraph.load(SAME["a.ttl"].encode(), format=RdfFormat.TURTLE)
    stored.oxigraph.flush()
    del stored
    reader = open_source(store=str(tmp_path / "db"))
    assert isinstance(reader, EmbeddedStore)
    assert len(list(reader.quads())) == 1
    with pytest.raises(RuntimeError, match="read-write"):
        reader.oxigraph.clear()


def test_one_place_only_is_read() -> None:
    with pytest.raises(CallError, match="exclude each other"):
        open_source(["a.ttl"], endpoint="http://127.0.0.1/")
