"""Harmonic closeness is estimated within the error that is stated."""

import networkx as nx
import pytest

from coordgraph.spark.measures.balls import error_of, harmonic
from coordgraph.spark.measures.graph import Graph
from tests.unit.spark.measures.conftest import told


def test_estimates_are_near_the_sums_of_reciprocal_distances(
    graph: Graph, names: dict[int, str], here: "nx.Graph[str]"
) -> None:
    result = harmonic(graph)
    found, exact = told(result.values, names), nx.harmonic_centrality(here)
    assert result.converged
    assert found == pytest.approx(exact, rel=2 * error_of(), abs=0.1)
    for actor in ("urn:loner", "urn:c1"):
        assert found[actor] == pytest.approx(exact[actor], abs=1e-3)
    assert not harmonic(graph, most=2).converged


def test_more_registers_err_less() -> None:
    assert error_of(12) == error_of(8) / 4
