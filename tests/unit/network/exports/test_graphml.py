"""GraphML opens in NetworkX and igraph with everything that it should say."""

import re

import igraph
import networkx as nx

from tests.unit.network.exports.conftest import ACTORS, HOSTILE, LEVEL, TIES, Written


def test_networkx_reads_it(written: Written) -> None:
    graph = nx.read_graphml(written("graphml"), force_multigraph=True)
    assert (len(graph), graph.number_of_edges()) == (ACTORS, TIES)
    assert not graph.is_directed()
    labels = [graph.nodes[f"urn:a{place:02}"]["label"] for place in range(ACTORS - 1)]
    assert labels[:4] == ['Say "no"', "=1+1", "<script>alert('&amp;')</script>", "line\nbreak"]
    assert labels[4:10] == [
        "bell",
        "😀 emoji",
        "comma, here",
        "lone\rreturn",
        "وزارة العمل",
        "ends in \\",
    ]
    assert len(labels[12]) == 10_000


def test_an_edge_says_level_weight_mechanisms_and_dates(written: Written) -> None:
    graph = nx.read_graphml(written("graphml"), force_multigraph=True)
    policy, other, none = graph.get_edge_data("urn:a00", "urn:a01").values()
    assert policy["level"] == f"{LEVEL}policy"
    assert policy["mechanisms"] == "urn:m"
    assert (policy["first"], policy["first_by"]) == ("1996-02", "in-force")
    assert (policy["last"], policy["last_by"]) == ("2001", "end")
    assert (other["level_label"], other["weight"], other["held"]) == ("op", 1.0, "undated")
    assert "level" not in none


def test_igraph_reads_it(written: Written) -> None:
    graph = igraph.Graph.Read_GraphML(str(written("graphml")))
    assert (graph.vcount(), graph.ecount()) == (ACTORS, TIES)
    assert graph.vs[2]["label"] == "<script>alert('&amp;')</script>"
    assert graph.vs[0]["group"] is False
    assert set(graph.es["weight"]) == {1.0}


def test_every_label_is_read_back_but_for_what_xml_forbids(written: Written) -> None:
    graph = nx.read_graphml(written("graphml"), force_multigraph=True)
    forbidden = "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    read = [graph.nodes[f"urn:a{place:02}"]["label"] for place in range(len(HOSTILE))]
    assert read == [re.sub(forbidden, "", label) for label in HOSTILE]
