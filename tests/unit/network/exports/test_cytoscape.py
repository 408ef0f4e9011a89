"""Cytoscape's JSON opens as Cytoscape.js describes it, and in NetworkX."""

import json

import networkx as nx

from tests.unit.network.exports.conftest import ACTORS, HOSTILE, TIES, Written


def test_networkx_reads_it(written: Written) -> None:
    read = json.loads(written("cyjs").read_text(encoding="utf-8"))
    graph = nx.cytoscape_graph(read)
    assert (len(graph), graph.number_of_edges()) == (ACTORS, TIES)


def test_nodes_and_edges_have_what_cytoscape_asks_for(written: Written) -> None:
    read = json.loads(written("cyjs").read_text(encoding="utf-8"))
    nodes, edges = (
        [element["data"] for element in read["elements"][group]] for group in ("nodes", "edges")
    )
    assert [node["name"] for node in nodes[: len(HOSTILE)]] == [*HOSTILE]
    ids = [element["id"] for element in (*nodes, *edges)]
    assert len(ids) == len(set(ids))
    assert {edge[end] for edge in edges for end in ("source", "target")} <= set(ids)
