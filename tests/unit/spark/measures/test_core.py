"""Cores are those of NetworkX, and what is not yet one is told."""

import networkx as nx

from coordgraph.spark.measures.core import core
from coordgraph.spark.measures.graph import Graph
from tests.unit.spark.measures.conftest import told


def test_cores_are_those_of_networkx(
    graph: Graph, names: dict[int, str], here: "nx.Graph[str]"
) -> None:
    result = core(graph)
    assert told(result.values, names) == nx.core_number(here)
    assert result.converged
    assert not core(graph, most=1).converged
