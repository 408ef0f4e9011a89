"""Assortativity is NetworkX's."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coordgraph.network.structure.mixing import assortativity, degree_assortativity
from coordgraph.ties import Ties
from tests.examples import examples
from tests.properties.strategies import merged_ties
from tests.unit.network.measures.graphs import graph_of, nothing, ties_of


@given(ties=merged_ties())
@examples(40)
def test_by_number_of_ties_it_is_networkxs(ties: Ties) -> None:
    found = degree_assortativity(ties)
    assume(not math.isnan(found))
    expected = nx.degree_pearson_correlation_coefficient(graph_of(ties))
    assert found == pytest.approx(float(expected), abs=1e-9)


@given(ties=merged_ties(), data=st.data())
@examples(40)
def test_by_part_it_is_networkxs_among_those_known(ties: Ties, data: st.DataObject) -> None:
    size = len(ties.actors)
    parts = data.draw(
        st.lists(st.sampled_from(["ARG", "BRA", "URY", ""]), min_size=size, max_size=size)
    )
    graph = graph_of(ties)
    graph.remove_nodes_from([node for node in range(size) if not parts[node]])
    nx.set_node_attributes(graph, dict(enumerate(parts)), "part")
    found = assortativity(ties, parts)
    ends = {parts[node] for edge in graph.edges for node in edge}
    if len(ends) < 2:
        assert math.isnan(found)
        return
    expected = nx.attribute_assortativity_coefficient(graph, "part")
    assert found == pytest.approx(expected, abs=1e-9)


def test_who_keeps_to_their_like_has_one() -> None:
    ties = ties_of(nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(4)))
    assert assortativity(ties, ["a"] * 3 + ["b"] * 4) == 1


def test_without_ties_or_differences_it_is_not_defined() -> None:
    assert np.isnan(degree_assortativity(nothing(3)))
    assert np.isnan(degree_assortativity(ties_of(nx.cycle_graph(4))))
    assert np.isnan(assortativity(nothing(2), ["a", "b"]))
    assert np.isnan(assortativity(nothing(0), []))
