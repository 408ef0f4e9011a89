"""A network of several parts with cliques, a path, isolates and a crowd, as tables of Spark."""

import random

import networkx as nx
import pytest
from pyspark.sql import DataFrame, SparkSession

from coordgraph.spark.measures.graph import Graph, graph_of
from coordgraph.spark.work import Work
from tests.unit.spark.conftest import Rows, taking

LEVELS = ("urn:policy", "urn:street", None)


def drawn(seed: int = 7) -> Rows:
    """Return who takes part in what: meetings by chance, a path, a clique, a loner."""
    draw = random.Random(seed)
    rows: Rows = []
    for at in range(40):
        level = draw.choice(LEVELS)
        members = draw.sample(range(60), draw.randint(2, 5))
        rows += [(f"urn:m{at}", f"urn:a{member}", level) for member in members]
    rows += [(f"urn:p{at}", f"urn:b{at + end}", None) for at in range(12) for end in (0, 1)]
    rows += [("urn:clique", f"urn:c{member}", "urn:policy") for member in range(9)]
    return [*rows, ("urn:alone", "urn:loner", None)]


@pytest.fixture(scope="session")
def incidence(spark: SparkSession) -> DataFrame:
    return taking(spark, drawn())


@pytest.fixture(scope="session")
def graph(work: Work, incidence: DataFrame) -> Graph:
    return graph_of(work, incidence)


@pytest.fixture(scope="session")
def names(graph: Graph) -> dict[int, str]:
    rows = graph.actors.select("id", "actor").toArrow().to_pylist()
    return {row["id"]: row["actor"] for row in rows}


@pytest.fixture(scope="session")
def here(graph: Graph, names: dict[int, str]) -> "nx.Graph[str]":
    """Return the same network as NetworkX knows it."""
    found: nx.Graph[str] = nx.Graph()
    found.add_nodes_from(names.values())
    for row in graph.arcs.toArrow().to_pylist():
        found.add_edge(names[row["source"]], names[row["target"]], weight=row["weight"])
    return found


def told(values: DataFrame, names: dict[int, str]) -> dict[str, float]:
    """Return a value an actor, by name."""
    rows = values.select("id", "value").toArrow().to_pylist()
    assert len(rows) == len(names)
    return {names[row["id"]]: row["value"] for row in rows}
