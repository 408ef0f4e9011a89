"""Measures of the dataset on Spark are those of one machine."""

import networkx as nx
import pytest
from pyspark.sql import DataFrame

import coordgraph as cg
from coordgraph.errors import Unconverged, UnknownMeasure
from coordgraph.spark.measures import table as module
from coordgraph.spark.measures.core import core
from coordgraph.spark.measures.graph import Graph, graph_of
from coordgraph.spark.measures.table import MEASURES, Measured, check, measured
from coordgraph.spark.work import Work
from coordgraph.store import EmbeddedStore

EXACT = ("degree", "core", "clustering", "strength", "pagerank")


@pytest.fixture(scope="module")
def found(work: Work, taken: DataFrame) -> Measured:
    return measured(graph_of(work, taken, weight="newman"))


@pytest.mark.long
def test_the_dataset_is_measured_as_on_one_machine(
    found: Measured, dataset: EmbeddedStore
) -> None:
    network = cg.project(dataset, weight="newman", subsidiary="keep")
    table = cg.centrality(network, measures=[*EXACT, "harmonic"], approximate=0)
    there = {row["actor"]: row for row in found.frame.toArrow().to_pylist()}
    here = {row["actor"]: row for row in table.to_pylist()}
    assert there.keys() == here.keys()
    for name in EXACT:
        values = {actor: row[name] for actor, row in here.items()}
        assert {a: row[name] for a, row in there.items()} == pytest.approx(values, rel=1e-6)
    near = {actor: row["harmonic"] for actor, row in here.items()}
    assert {a: row["harmonic"] for a, row in there.items()} == pytest.approx(near, rel=0.2)
    assert tuple(found.frame.columns) == ("actor", *MEASURES)
    assert found.notes[0].endswith("a relative standard error of 6.5%.")


@pytest.mark.long
def test_parts_are_called_by_their_first_actor(found: Measured, dataset: EmbeddedStore) -> None:
    graph = cg.project(dataset, subsidiary="keep").to_networkx()
    first = {actor: min(part) for part in nx.connected_components(graph) for actor in part}
    rows = found.frame.toArrow().to_pylist()
    assert {row["actor"]: row["component"] for row in rows} == first
    named: dict[str, set[str]] = {}
    for row in rows:
        named.setdefault(row["propagation"], set()).add(row["actor"])
    assert all(min(actors) == name for name, actors in named.items())


def test_only_what_is_asked_for_is_measured(graph: Graph) -> None:
    said: list[str] = []
    few = measured(graph, ["clustering", "degree"], tick=said.append)
    assert few.frame.columns == ["actor", "clustering", "degree"]
    assert (said, few.rounds, few.notes) == (["triangles"], {}, ())


def test_what_spark_does_not_measure_is_refused_by_name() -> None:
    with pytest.raises(UnknownMeasure, match="No measure is named 'betweenness'"):
        check(["degree", "betweenness"])


def test_what_does_not_settle_is_no_answer(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(module._ITERATIVE, "core", lambda one: core(one, most=1))
    with pytest.raises(Unconverged, match="core has not come to an end after 1 rounds"):
        measured(graph, ["core"])
