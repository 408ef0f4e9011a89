"""Components as circuits: the pseudo-inverse of each Laplacian, and how large one may be."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.errors import TooLarge
from coordgraph.network.measures import circuits as module
from coordgraph.network.measures.circuits import circuits
from tests.unit.network.measures.graphs import nothing, ties_of


def test_each_component_has_its_pseudo_inverse() -> None:
    graph = nx.disjoint_union(nx.path_graph(2), nx.krackhardt_kite_graph())
    graph.add_node(12)
    pair, kite = circuits(ties_of(graph), weighted=False)
    assert pair.members.tolist() == [0, 1]
    assert kite.members.tolist() == list(range(2, 12))
    laplacian = nx.laplacian_matrix(nx.krackhardt_kite_graph()).toarray()
    np.testing.assert_allclose(kite.inverse, np.linalg.pinv(laplacian), atol=1e-12)


def test_parallel_ways_halve_the_resistance() -> None:
    (ring,) = circuits(ties_of(nx.cycle_graph(4)), weighted=False)
    between = ring.inverse[0, 0] + ring.inverse[2, 2] - 2 * ring.inverse[0, 2]
    assert between == pytest.approx(1)


def test_weights_conduct() -> None:
    (pair,) = circuits(ties_of(nx.Graph([(0, 1, {"weight": 4})])), weighted=True)
    assert np.trace(pair.inverse) == pytest.approx(1 / 8)


def test_nobody_makes_no_circuit() -> None:
    assert list(circuits(nothing(0), weighted=False)) == []
    assert list(circuits(nothing(3), weighted=False)) == []


def test_too_large_a_component_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 5)
    graph = nx.disjoint_union(nx.path_graph(4), nx.path_graph(6))
    told = (
        "^Current-flow measures take the cube of the number of actors; 6 hang together here, "
        r"and at most 5 are measured\. Select fewer, or ask for betweenness and closeness\.$"
    )
    with pytest.raises(TooLarge, match=told):
        next(circuits(ties_of(graph), weighted=False))
    monkeypatch.setattr(module, "MOST", 6)
    assert len(list(circuits(ties_of(graph), weighted=False))) == 2
