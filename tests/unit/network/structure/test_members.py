"""Bridges and cores are listed by name."""

import networkx as nx

from coordgraph.network.projection import Network
from coordgraph.network.structure.core_periphery import core_periphery
from coordgraph.network.structure.members import bridges, core


def test_bridges_are_networkxs(network: Network) -> None:
    graph: nx.Graph[str] = nx.Graph(network.to_networkx())
    rows = bridges(network).to_pylist()
    expected = sorted(tuple(sorted(pair)) for pair in nx.bridges(graph))
    assert [(row["source"], row["target"]) for row in rows] == expected
    assert rows[0]["source_label"] == network.actors[rows[0]["source"]].label


def test_the_core_is_listed_by_number_of_ties(network: Network) -> None:
    rows = core(network).to_pylist()
    inside = core_periphery(network.merged()).inside
    assert len(rows) == inside.sum() > 0
    degrees = [row["degree"] for row in rows]
    assert degrees == sorted(degrees, reverse=True)
