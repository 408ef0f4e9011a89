"""In the end each actor is with the most of its counterparts."""

from collections import Counter

import networkx as nx

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.propagation import propagation
from tests.unit.spark.measures.conftest import told


def test_nobody_would_rather_be_elsewhere(
    graph: Graph, names: dict[int, str], here: "nx.Graph[str]"
) -> None:
    result = propagation(graph)
    found = told(result.values, names)
    assert result.converged
    for actor, part in found.items():
        votes = Counter(found[other] for other in here[actor])
        assert not votes or votes[part] == max(votes.values())
    assert len({found[f"urn:c{member}"] for member in range(9)}) == 1
    assert 1 < len(set(found.values())) < len(found)
    for component in nx.connected_components(here):
        inside = {found[actor] for actor in component}
        assert inside <= {at for at, actor in names.items() if actor in component}


def test_two_runs_give_the_same(graph: Graph, names: dict[int, str]) -> None:
    one, other = (propagation(graph, most=3) for _ in range(2))
    assert not one.converged
    assert told(one.values, names) == told(other.values, names)
