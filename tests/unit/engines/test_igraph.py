"""What igraph measures is what NetworkX measures."""

import networkx as nx
import numpy as np
import pytest

from coordgraph.engines import igraph
from coordgraph.engines import networkx as reference
from coordgraph.engines.base import ASKED_FOR, MEASURES
from tests.unit.network.measures.graphs import nothing, ties_of

NAMES = [name for name in (*MEASURES, *ASKED_FOR) if name != "community"]


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_measures_are_networkxs(name: str, *, weighted: bool) -> None:
    graph = nx.karate_club_graph()
    graph.add_edges_from([(34, 35), (35, 36)])
    graph.add_node(37)
    ties = ties_of(graph)
    (found,) = igraph.measured(ties, [name], weighted=weighted).values()
    (expected,) = reference.measured(ties, [name], weighted=weighted).values()
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


def test_nobody_has_no_values() -> None:
    found = igraph.measured(nothing(0), NAMES, weighted=False)
    assert {name: values.tolist() for name, values in found.items()} == {
        name: [] for name in NAMES
    }
