"""Triangles and clustering are those of NetworkX."""

import networkx as nx
import pytest

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.triangles import clustering, triangles
from tests.unit.spark.measures.conftest import told


def test_triangles_are_those_of_networkx(
    graph: Graph, names: dict[int, str], here: "nx.Graph[str]"
) -> None:
    found = triangles(graph)
    assert told(found, names) == nx.triangles(here)
    share = told(clustering(graph, found), names)
    assert share == pytest.approx(nx.clustering(here), rel=1e-12)
