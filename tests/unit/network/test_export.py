"""What is written opens in other programs, with everything that it should say."""

import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from pyarrow import parquet
from pyoxigraph import RdfFormat, Store

from coordgraph.errors import CallError
from coordgraph.network.export import SUFFIXES, export
from coordgraph.network.projection import Network, project
from coordgraph.store import EmbeddedStore

HOSTILE = [
    'Say "no"',
    "=1+1",
    "<b>&amp;</b>",
    "line\\nbreak",
    "\\u0007bell",
    "😀 emoji",
    "comma, here",
]


@pytest.fixture(scope="module")
def network() -> Network:
    lines = ["@prefix cg: <https://w3id.org/coordgraph/ns#> ."]
    lines.append("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .")
    for place, label in enumerate(HOSTILE):
        escaped = label.replace('"', '\\"')
        lines.append(f'<urn:a{place}> skos:prefLabel "{escaped}"@en .')
        lines.append(f"<urn:m> cg:participation <urn:p{place}> .")
        lines.append(f"<urn:p{place}> cg:actor <urn:a{place}> .")
    lines.append("<urn:m> cg:level <https://w3id.org/coordgraph/id/level/policy> .")
    lines.append("<urn:m2> cg:participation <urn:p0>, <urn:p1> .")
    lines.append("<urn:m3> cg:participation <urn:px> . <urn:px> cg:actor <urn:alone> .")
    store = EmbeddedStore(Store())
    store.oxigraph.load("\n".join(lines), format=RdfFormat.TURTLE)
    return project(store)


TIES = 21 + 1


def test_graphml_opens(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.graphml")
    graph = nx.read_graphml(path, force_multigraph=True)
    assert (len(graph), graph.number_of_edges()) == (8, TIES)
    assert graph.nodes["urn:a0"]["label"] == 'Say "no"'
    assert graph.nodes["urn:a4"]["label"] == "bell"
    assert {data["mechanisms"] for *_, data in graph.edges(data=True)} == {"urn:m", "urn:m2"}


def test_gexf_opens(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.gexf")
    graph = nx.read_gexf(path)
    assert (len(graph), graph.number_of_edges()) == (8, TIES)
    assert graph.nodes["urn:a2"]["label"] == "<b>&amp;</b>"
    assert "lastmodified" not in path.read_text(encoding="utf-8")


def test_pajek_opens(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.net")
    graph = nx.read_pajek(path)
    assert (len(graph), graph.number_of_edges()) == (8, 21)
    assert graph.get_edge_data("Say 'no'", "=1+1")[0]["weight"] == 2


def test_ucinet_lists_labels_and_edges_both_ways(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.dl")
    head, labels, names, data, *edges = path.read_text(encoding="utf-8").splitlines()
    assert (head, labels, data) == ("dl n=8 format=edgelist1", "labels:", "data:")
    assert len(next(csv.reader([names]))) == 8
    assert len(edges) == 42
    assert "1 2 2" in edges
    assert "2 1 2" in edges


def test_json_opens(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.json")
    graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    assert (len(graph), graph.number_of_edges()) == (8, TIES)
    assert graph.nodes["urn:a3"]["label"] == "line\nbreak"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_is_a_pair_that_no_spreadsheet_runs(network: Network, tmp_path: Path) -> None:
    nodes, edges = export(network, tmp_path / "n.csv")
    assert (nodes.name, edges.name) == ("n.nodes.csv", "n.edges.csv")
    assert rows_of(nodes)[1]["label"] == "'=1+1"
    assert len(rows_of(edges)) == TIES


def test_parquet_opens(network: Network, tmp_path: Path) -> None:
    (path,) = export(network, tmp_path / "n.parquet")
    table = parquet.read_table(path)
    assert table.num_rows == TIES
    assert table.to_pylist()[0]["mechanisms"] == ["urn:m"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_network_is_written_too(suffix: str, tmp_path: Path) -> None:
    for path in export(project(EmbeddedStore(Store())), tmp_path / f"n{suffix}"):
        assert path.exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_two_runs_write_the_same_bytes(network: Network, suffix: str, tmp_path: Path) -> None:
    first = [path.read_bytes() for path in export(network, tmp_path / f"n{suffix}")]
    assert first == [path.read_bytes() for path in export(network, tmp_path / f"n{suffix}")]


def test_an_unknown_suffix_is_refused(network: Network, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"Known are .graphml, .gexf"):
        export(network, tmp_path / "n.doc")
