"""A network is written whole or not at all, in the format that the suffix says."""

import gzip
import io
from pathlib import Path

import pytest
import rdflib
from pyarrow import parquet
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import CallError, DataError, UnwritableTarget
from coordgraph.network.exports import (
    FORMATS,
    document,
    document_of,
    export,
    format_of,
    send,
    write,
)
from coordgraph.network.projection import Network, project
from coordgraph.store import EmbeddedStore

LEAST = """PREFIX cg: <https://w3id.org/coordgraph/ns#>
<urn:m> cg:participation <urn:1>, <urn:2> ; cg:inForceFrom "1990" .
<urn:1> cg:actor <urn:a> . <urn:2> cg:actor <urn:b> ."""


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_network_is_written_too(form: str, tmp_path: Path) -> None:
    empty = EmbeddedStore(Store())
    for path in export(project(empty), tmp_path / f"n.{form}", store=empty):
        assert path.exists()


@pytest.mark.parametrize("form", FORMATS)
def test_a_network_is_written_without_its_store(
    network: Network, form: str, tmp_path: Path
) -> None:
    for path in export(network, tmp_path / f"n.{form}"):
        assert path.stat().st_size > 100


@pytest.mark.parametrize("form", FORMATS)
def test_two_runs_write_the_same_bytes(
    network: Network, store: EmbeddedStore, form: str, tmp_path: Path
) -> None:
    target = tmp_path / f"n.{form}.gz"
    first = [path.read_bytes() for path in export(network, target, store=store)]
    assert first == [path.read_bytes() for path in export(network, target, store=store)]


def test_a_file_is_compressed_where_its_name_says_so(network: Network, tmp_path: Path) -> None:
    (plain,) = export(network, tmp_path / "n.graphml")
    (zipped,) = export(network, tmp_path / "n.graphml.GZ")
    assert gzip.decompress(zipped.read_bytes()) == plain.read_bytes()


def test_a_pair_of_files_is_named_by_what_is_in_them(network: Network, tmp_path: Path) -> None:
    def names(target: str, form: str | None = None) -> list[str]:
        return [path.name for path in export(network, tmp_path / target, form=form)]

    assert names("n.csv.gz") == ["n.nodes.csv.gz", "n.edges.csv.gz"]
    assert names("n.parquet") == ["n.parquet", "n.nodes.parquet"]
    assert names("n.txt", "csv") == ["n.nodes.txt", "n.edges.txt"]


def test_the_format_that_is_asked_for_wins_over_the_suffix(
    network: Network, tmp_path: Path
) -> None:
    (path,) = export(network, tmp_path / "n.json", form="cyjs")
    assert path.read_bytes().startswith(b'{"directed": false')
    assert format_of(Path("N.LEVELS.DL")) == "levels.dl"


def test_an_unknown_suffix_is_refused(network: Network, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"Known are \.graphml, \.gexf, .* \.gz after it"):
        export(network, tmp_path / "n.doc")
    with pytest.raises(CallError, match="'doc' is no network format"):
        export(network, tmp_path / "n.csv", form="doc")


def test_an_rdflib_graph_is_a_store_too(tmp_path: Path) -> None:
    graph = rdflib.Graph()
    graph.parse(data=LEAST, format="turtle")
    network = project(graph)
    edges = export(network, str(tmp_path / "n.csv"), store=graph)[1]
    assert ",1990,in-force," in edges.read_text(encoding="utf-8")


def test_a_stream_takes_one_file_alone(network: Network) -> None:
    document = document_of(network, store=None)
    sink = io.BytesIO()
    send(document, sink, form="net")
    assert sink.getvalue().startswith(b"*Vertices")
    with pytest.raises(CallError, match="csv is written as 2 files: name one"):
        send(document, sink, form="csv")


def test_nothing_is_left_of_a_pair_that_fails(network: Network, tmp_path: Path) -> None:
    (tmp_path / "n.edges.csv").mkdir()
    with pytest.raises(UnwritableTarget):
        export(network, tmp_path / "n.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["n.edges.csv"]


def test_how_far_it_is_is_told(network: Network, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    document = document_of(network, store=None)
    write(document, tmp_path / "n.gexf", tick=lambda *how_far: told.append(how_far))
    assert told == [(0, len(network.ties))]


@pytest.mark.parametrize("form", [form for form in FORMATS if FORMATS[form].bare])
def test_a_bad_date_matters_only_where_dates_are_written(form: str, tmp_path: Path) -> None:
    store = EmbeddedStore(Store())
    store.oxigraph.load(LEAST.replace("1990", "soon"), format=RdfFormat.TURTLE)
    network = project(store)
    assert export(network, tmp_path / f"n.{form}", store=store)[0].exists()
    with pytest.raises(DataError, match="'soon' is no date"):
        export(network, tmp_path / "n.csv", store=store)


@pytest.mark.parametrize("form", FORMATS)
def test_edges_that_are_written_block_by_block_are_those_of_one_block(
    form: str, network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = export(network, tmp_path / "whole", form=form)
    monkeypatch.setattr(document, "BLOCK", 100)
    parts = export(network, tmp_path / "parts", form=form)
    for one, other in zip(whole, parts, strict=True):
        if form == "parquet":
            assert parquet.read_table(one).equals(parquet.read_table(other))
        else:
            assert one.read_bytes() == other.read_bytes()
