"""Two-mode measures are NetworkX's for bipartite graphs, and need no ties."""

import networkx as nx
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import assume, given

from coordgraph.engines.choice import Choice, EngineName
from coordgraph.errors import UnknownMeasure
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.takings import Named
from coordgraph.network.twomode import TWO_MODE, two_mode
from tests.examples import examples
from tests.properties.strategies import takings


@pytest.mark.parametrize("engine", ["networkx", "igraph"])
@given(rows=takings())
@examples(60)
def test_they_are_those_of_the_bipartite_graph(engine: EngineName, rows: set[Taking]) -> None:
    assume(rows)
    incidence = Incidence.of(rows)
    graph: nx.Graph[str] = nx.Graph((row.actor, row.mechanism) for row in rows)
    found = two_mode(incidence, choice=Choice(engine)).values
    actors = incidence.actors
    degree = nx.bipartite.degree_centrality(graph, actors)
    closeness = nx.bipartite.closeness_centrality(graph, actors)
    assert found["mechanisms"].tolist() == [graph.degree(actor) for actor in actors]
    assert found["degree"] == pytest.approx([degree[actor] for actor in actors])
    assert found["closeness"] == pytest.approx([closeness[actor] for actor in actors])
    if len(actors) > 1 and len(incidence.mechanisms) > 1:  # else NetworkX divides by nothing
        between = nx.bipartite.betweenness_centrality(graph, actors)
        assert found["betweenness"] == pytest.approx([between[actor] for actor in actors])


@given(rows=takings())
@examples(40)
def test_eigenvectors_are_left_singular_vectors(rows: set[Taking]) -> None:
    incidence = Incidence.of(rows)
    graph: nx.Graph[str] = nx.Graph((row.actor, row.mechanism) for row in rows)
    assume(rows and nx.is_connected(graph))
    matrix = np.zeros((len(incidence.actors), len(incidence.mechanisms)))
    matrix[incidence.actor, incidence.mechanism] = 1
    expected = np.abs(np.linalg.svd(matrix)[0][:, 0])
    found = two_mode(incidence, measures=["eigenvector"]).values["eigenvector"]
    assert found == pytest.approx(expected, abs=1e-7)


def test_one_actor_is_between_nothing() -> None:
    found = two_mode(Incidence.of({Taking("a", "m", ""), Taking("a", "n", "")})).values
    assert found["mechanisms"].tolist() == [2]
    assert found["degree"].tolist() == [1]


def test_nobody_is_measured_where_nobody_is() -> None:
    found = two_mode(Incidence.of(set())).values
    assert tuple(found) == TWO_MODE
    assert {len(values) for values in found.values()} == {0}


def test_a_crowd_needs_no_pairs() -> None:
    size = 50_000
    names = pa.array([f"urn:a{place:06}" for place in range(size)])
    one = Named(pa.array(["urn:m"]), np.zeros(size, dtype=np.int64))
    nowhere = Named(pa.array([], pa.string()), np.full(size, -1))
    incidence = Incidence.of_columns(Named(names, np.arange(size)), one, nowhere)
    found = two_mode(incidence, measures=["mechanisms", "degree"]).values
    assert set(found["degree"].tolist()) == {1.0}


def test_an_unknown_measure_is_named() -> None:
    with pytest.raises(UnknownMeasure, match="'strength'"):
        two_mode(Incidence.of(set()), measures=["strength"])
