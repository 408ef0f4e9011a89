"""PageRank is that of NetworkX, with what actors without ties give."""

import networkx as nx
import pytest

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.pagerank import pagerank
from tests.unit.spark.measures.conftest import told


@pytest.mark.parametrize("most", [3])
def test_what_has_not_come_to_an_end_says_so(graph: Graph, most: int) -> None:
    result = pagerank(graph, most=most)
    assert (result.converged, result.rounds) == (False, most)


@pytest.mark.long
def test_ranks_are_those_of_networkx(
    graph: Graph, names: dict[int, str], here: "nx.Graph[str]"
) -> None:
    result = pagerank(graph)
    found = told(result.values, names)
    assert result.converged
    assert sum(found.values()) == pytest.approx(1, abs=1e-9)
    assert found == pytest.approx(nx.pagerank(here, tol=1e-12, max_iter=500), rel=1e-6)
