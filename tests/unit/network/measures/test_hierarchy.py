"""Hierarchy is how unevenly constraint is spread over counterparts."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordgraph.network.measures.hierarchy import hierarchy
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


def plain(ties: Ties, *, weighted: bool) -> list[float]:
    """Return it from NetworkX's constraint of each counterpart, by the formula as printed."""
    graph, weight = graph_of(ties), "weight" if weighted else None
    found = []
    for node in graph:
        parts = [nx.local_constraint(graph, node, other, weight) for other in graph[node]]
        if len(parts) < 2:
            found.append(1.0 if parts else math.nan)
            continue
        mean = sum(parts) / len(parts)
        uneven = sum(part / mean * math.log(part / mean) for part in parts)
        found.append(uneven / (len(parts) * math.log(len(parts))))
    return found


@given(ties=merged_ties(), weighted=st.booleans())
@examples(50)
def test_it_follows_the_formula(ties: Ties, *, weighted: bool) -> None:
    found = hierarchy(ties, weighted=weighted)
    np.testing.assert_allclose(found, plain(ties, weighted=weighted), atol=1e-9)
    assert np.all(np.isnan(found) | ((found >= 0) & (found <= 1)))


def test_equal_counterparts_make_none() -> None:
    assert hierarchy(ties_of(nx.complete_graph(5))) == pytest.approx([0] * 5, abs=1e-12)


def test_one_counterpart_makes_it_all_and_no_counterpart_nothing() -> None:
    assert hierarchy(ties_of(nx.path_graph(2))).tolist() == [1, 1]
    assert np.isnan(hierarchy(nothing(1))).tolist() == [True]
    assert hierarchy(nothing(0)).tolist() == []
