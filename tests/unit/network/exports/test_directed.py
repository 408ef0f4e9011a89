"""Arcs are written as arcs: what reads a file finds who acts towards whom."""

import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyarrow.csv
import pytest

import coordgraph as cg
from coordgraph.network.directed import Directed
from coordgraph.network.exports import export
from coordgraph.store import Store

Written = Callable[[str], Path]


@pytest.fixture(scope="module")
def network(dataset: Store) -> Directed:
    return cg.directed(dataset, network="practices")


@pytest.fixture(scope="module")
def written(
    network: Directed, dataset: Store, tmp_path_factory: pytest.TempPathFactory
) -> Written:
    folder = tmp_path_factory.mktemp("arcs")

    def write(suffix: str) -> Path:
        return export(network, folder / f"n.{suffix}", store=dataset)[-1]

    return write


def arcs(network: Directed) -> list[tuple[str, str, float]]:
    edges = network.to_networkx().edges(data=True)
    return sorted((one, other, tie["weight"]) for one, other, tie in edges)


def test_graphml_is_read_as_directed(network: Directed, written: Written) -> None:
    graph = nx.read_graphml(written("graphml"), force_multigraph=True)
    assert graph.is_directed()
    assert sorted(graph.edges(data="weight")) == arcs(network)


def test_node_link_is_read_as_directed(network: Directed, written: Written) -> None:
    found = json.loads(written("json").read_text(encoding="utf-8"))
    graph = nx.node_link_graph(found, edges="edges")
    assert graph.is_directed()
    assert sorted(graph.edges(data="weight")) == arcs(network)


def test_pajek_is_read_as_directed(network: Directed, written: Written) -> None:
    graph = nx.parse_pajek(written("net").read_text(encoding="utf-8").lstrip("\ufeff"))
    assert graph.is_directed()
    assert graph.number_of_edges() == len(network.merged())


def test_gexf_says_that_edges_are_directed(written: Written) -> None:
    text = written("gexf").read_text(encoding="utf-8")
    assert 'defaultedgetype="directed"' in text


def test_a_matrix_of_ucinet_has_each_arc_one_way(network: Directed, written: Written) -> None:
    data = written("dl").read_text(encoding="utf-8").partition("data:")[2].split()
    merged = network.merged()
    expected = zip(merged.source + 1, merged.target + 1, merged.weight, strict=True)
    rows = zip(data[0::3], data[1::3], data[2::3], strict=True)
    assert [(int(a), int(b), float(c)) for a, b, c in rows] == list(expected)


def test_rows_say_that_they_are_directed(network: Directed, written: Written) -> None:
    table = pyarrow.csv.read_csv(written("csv"))
    assert set(table.column("type").to_pylist()) == {"directed"}
    found = zip(*(table.column(name).to_pylist() for name in ("source", "target")), strict=True)
    assert sorted(found) == sorted((one, other) for one, other, _ in arcs(network))
