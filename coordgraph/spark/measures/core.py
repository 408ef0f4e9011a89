"""
Cores: the largest k such that an actor is in the k-core [1]_.

Each actor starts with its degree; in each round it takes the largest h such that h of its
counterparts have h or more.  What this comes to is the core [2]_.  Only those are asked again
of whom a counterpart fell below what they have: after some rounds these are few.

References
----------
.. [1] S. B. Seidman (1983). Network structure and minimum degree. *Social Networks* 5, 269-287.
.. [2] L. Lü et al. (2016). The H-index of a network node and its relation to degree and
       coreness. *Nature Communications* 7, 10168.
"""

from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.result import Result

__all__ = ["core"]

_FELL = "value < before"


def core(graph: Graph, *, most: int = 500) -> Result:
    """
    Return the core of each actor; 0 for one without ties.

    Parameters
    ----------
    graph
        The network.
    most
        How many rounds are made at most.
    """
    above_all = F.lit(graph.size).cast("long")
    values = graph.actors.select(
        "id", F.col("degree").alias("value"), above_all.alias("before")
    )
    fell, rounds = graph.size, 0
    while fell and rounds < most:
        rounds += 1
        values = graph.work.keep(_next(graph, values), f"core-{rounds}")
        fell = values.where(_FELL).count()
    return Result(values.select("id", "value"), not fell, rounds)


def _next(graph: Graph, values: DataFrame) -> DataFrame:
    """Return the values after a round, each beside the one before."""
    asked = graph.arcs.join(_in_doubt(graph, values), "target", "left_semi")
    given = asked.join(values.select(F.col("id").alias("source"), "value"), "source")
    index = _indices(given.select(F.col("target").alias("id"), "value"))
    joined = values.select("id", "value").join(index, "id", "left")
    return joined.select(
        "id", F.coalesce("index", "value").alias("value"), F.col("value").alias("before")
    )


def _in_doubt(graph: Graph, values: DataFrame) -> DataFrame:
    """Return the actors of whom a counterpart fell below what they have: ``target``."""
    fallen = values.where(_FELL).select(
        F.col("id").alias("source"), F.col("value").alias("now"), "before"
    )
    held = values.select(F.col("id").alias("target"), "value")
    beside = graph.arcs.select("source", "target").join(fallen, "source").join(held, "target")
    below = (F.col("now") < F.col("value")) & (F.col("value") <= F.col("before"))
    return beside.where(below).select("target").distinct()


def _indices(given: DataFrame) -> DataFrame:
    """Return the largest h such that h values or more of an actor are h or more."""
    counted = given.groupBy("id", "value").agg(F.count(F.lit(1)).alias("n"))
    above = Window.partitionBy("id").orderBy(F.col("value").desc())
    reached = counted.select("id", "value", F.sum("n").over(above).alias("reached"))
    return reached.groupBy("id").agg(F.max(F.least("value", "reached")).alias("index"))
