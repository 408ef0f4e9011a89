"""A network on Spark is the one that one machine makes."""

import pytest
from pyspark.sql import DataFrame

from coordgraph.engines.arrays import degree, strength
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, tie
from coordgraph.network.weights import WEIGHTS, Weight
from coordgraph.spark.measures.graph import graph_of, merged
from coordgraph.spark.work import Work
from tests.unit.spark.measures.conftest import drawn


def network(weight: Weight) -> Network:
    incidence = Incidence.of({Taking(who, what, at or "") for what, who, at in drawn()})
    return Network(incidence, tie(incidence, weight=weight), {}, weight)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_ties_of_all_levels_are_one(incidence: DataFrame, weight: Weight) -> None:
    expected = network(weight).merged().to_arrow().to_pylist()
    rows = merged(incidence, weight=weight).toArrow().to_pylist()
    found = {(row["source"], row["target"]): row["weight"] for row in rows}
    assert len(found) == len(rows)
    assert found == pytest.approx(
        {(row["source"], row["target"]): row["weight"] for row in expected}, rel=1e-12
    )


def test_degree_and_strength_are_those_of_one_machine(work: Work, incidence: DataFrame) -> None:
    ties = network("newman").merged()
    graph = graph_of(work, incidence, weight="newman")
    rows = graph.actors.orderBy("actor").toArrow().to_pylist()
    assert tuple(row["actor"] for row in rows) == ties.actors
    assert [row["degree"] for row in rows] == degree(ties).tolist()
    assert [row["strength"] for row in rows] == pytest.approx(strength(ties).tolist())
    assert graph.size == len(ties.actors)
