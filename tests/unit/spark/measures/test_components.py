"""Actors that reach each other have one number, others have others."""

import networkx as nx

from coordgraph.spark.measures.components import components
from coordgraph.spark.measures.graph import Graph
from tests.unit.spark.measures.conftest import told


def test_parts_are_those_of_networkx(
    graph: Graph, names: dict[int, str], here: "nx.Graph[str]"
) -> None:
    result = components(graph)
    found: dict[float, set[str]] = {}
    for actor, part in told(result.values, names).items():
        found.setdefault(part, set()).add(actor)
    assert sorted(map(sorted, found.values())) == sorted(
        sorted(part) for part in nx.connected_components(here)
    )
    assert set(found) == {
        min(at for at in names if names[at] in part) for part in found.values()
    }
    assert result.converged


def test_a_long_path_needs_few_rounds(graph: Graph) -> None:
    assert components(graph).rounds < 8
    assert not components(graph, most=1).converged
