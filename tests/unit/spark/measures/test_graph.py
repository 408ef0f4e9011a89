"""A network on Spark is the one that one machine makes."""

import pytest
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.engines.arrays import degree, strength
from coordgraph.errors import DataError
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.projection import Network, tie
from coordgraph.network.weights import WEIGHTS, Weight
from coordgraph.spark.measures.graph import graph_of
from coordgraph.spark.ties import projection
from coordgraph.spark.work import Work
from tests.unit.spark.measures.conftest import drawn


def network(weight: Weight) -> Network:
    incidence = Incidence.of({Taking(who, what, at or "") for what, who, at in drawn()})
    return Network(incidence, tie(incidence, weight=weight), {}, weight)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_ties_of_all_levels_are_one(incidence: DataFrame, weight: Weight) -> None:
    expected = network(weight).merged().to_arrow().to_pylist()
    rows = projection(incidence, weight=weight, by_level=False).toArrow().to_pylist()
    found = {(row["source"], row["target"]): row["weight"] for row in rows}
    assert len(found) == len(rows)
    assert found == pytest.approx(
        {(row["source"], row["target"]): row["weight"] for row in expected}, rel=1e-12
    )


@pytest.mark.parametrize("weight", ["count", "newman"])
def test_degree_and_strength_are_those_of_one_machine(
    work: Work, incidence: DataFrame, weight: Weight
) -> None:
    ties = network(weight).merged()
    graph = graph_of(work, incidence, weight=weight)
    rows = graph.actors.orderBy("actor").toArrow().to_pylist()
    assert tuple(row["actor"] for row in rows) == ties.actors
    assert [row["degree"] for row in rows] == degree(ties).tolist()
    assert [row["strength"] for row in rows] == pytest.approx(strength(ties).tolist())
    assert graph.size == len(ties.actors)


@pytest.mark.parametrize(
    ("column", "problem"), [("actor", "names of actors"), ("mechanism", "mechanisms")]
)
def test_two_names_with_the_same_number_are_refused(
    work: Work,
    incidence: DataFrame,
    monkeypatch: pytest.MonkeyPatch,
    column: str,
    problem: str,
) -> None:
    numbered = F.xxhash64

    def hashed(name: str) -> Column:
        return F.lit(1).cast("long") if name == column else numbered(name)

    monkeypatch.setattr("coordgraph.spark.measures.graph.F.xxhash64", hashed)
    with pytest.raises(DataError, match=f"Two {problem} have the same 64-bit hash"):
        graph_of(work, incidence)
