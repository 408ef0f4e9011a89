"""Pajek's files open in NetworkX and igraph, and say what Pajek reads beyond these."""

import re
from pathlib import Path

import igraph
import networkx as nx

from tests.unit.network.exports.conftest import ACTORS, PAIRS, Written


def test_networkx_reads_it(written: Written) -> None:
    graph = nx.read_pajek(written("net"))
    assert (len(graph), graph.number_of_edges()) == (ACTORS, PAIRS)
    data = graph.get_edge_data("Say 'no'", "=1+1")[0]
    assert data == {"weight": 3.0, "l": "policy, op, none"}
    assert {"ends in /", "Ministry", "MINISTRY_2", "<script>alert('&amp;')</script>"} <= set(
        graph
    )


def test_igraph_reads_it(written: Written) -> None:
    graph = igraph.Graph.Read_Pajek(str(written("net")))
    assert (graph.vcount(), graph.ecount()) == (ACTORS, PAIRS)
    assert graph.vs["name"][:2] == ["Say 'no'", "=1+1"]
    assert graph.es["weight"][0] == 3.0
    assert not graph.is_directed()


def test_a_relation_is_written_a_level(written: Written) -> None:
    text = written("levels.net").read_text(encoding="utf-8")
    heads = re.findall(r"^\*Edges.*$", text, re.MULTILINE)
    assert heads == ['*Edges :1 "policy"', '*Edges :2 "op"', '*Edges :3 "none"']
    assert text.endswith('*Edges :2 "op"\n1 2 1\n*Edges :3 "none"\n1 2 1\n')


def parts_of(project: Path) -> list[str]:
    text = project.read_text(encoding="utf-8")
    return re.split(r"^\*(?=Network|Partition)", text, flags=re.MULTILINE)


def test_a_project_has_networks_by_level_and_partitions(written: Written) -> None:
    _, *parts = parts_of(written("paj"))
    assert [part.splitlines()[0] for part in parts] == [
        "Network all.net",
        "Network policy.net",
        "Network op.net",
        "Network none.net",
        "Partition kind.clu",
        "Partition country.clu",
        "Partition level.clu",
    ]
    opened = [nx.parse_pajek(f"*{part}") for part in parts[:4]]
    assert [len(graph) for graph in opened] == [ACTORS] * 4
    assert [graph.number_of_edges() for graph in opened] == [PAIRS, PAIRS, 1, 1]


def test_a_partition_numbers_its_classes_and_comments_tell_them(written: Written) -> None:
    legend, *parts = parts_of(written("paj"))
    assert legend.splitlines() == ["% level 1: policy", "% level 2: policy, op, none"]
    name, size, *values = parts[-1].splitlines()
    assert (name, size) == ("Partition level.clu", f"*Vertices {ACTORS}")
    assert values == ["2", "2", *["1"] * (ACTORS - 3), "0"]
