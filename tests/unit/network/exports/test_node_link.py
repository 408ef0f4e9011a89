"""Node-link JSON opens in NetworkX with lists and nulls as they are."""

import json

import networkx as nx

from tests.unit.network.exports.conftest import ACTORS, HOSTILE, TIES, Written


def test_networkx_reads_it(written: Written) -> None:
    read = json.loads(written("json").read_text(encoding="utf-8"))
    graph = nx.node_link_graph(read, edges="edges")
    assert (len(graph), graph.number_of_edges()) == (ACTORS, TIES)
    assert [graph.nodes[f"urn:a{at:02}"]["label"] for at in range(len(HOSTILE))] == [*HOSTILE]


def test_a_list_is_a_list_and_what_is_unknown_is_null(written: Written) -> None:
    read = json.loads(written("json").read_text(encoding="utf-8"))
    assert read["edges"][0]["mechanisms"] == ["urn:m"]
    assert read["edges"][2]["level"] is None
    assert read["edges"][2]["first"] is None
