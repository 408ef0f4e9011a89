"""
Cores: the largest k such that an actor is in the k-core [1]_.

Each actor starts with its degree; in each round it takes the largest h such that h of its
counterparts have h or more.  What this comes to is the core [2]_.

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
    values = graph.actors.select("id", F.col("degree").alias("value"))
    before, rounds, converged = _sum(values), 0, False
    while not converged and rounds < most:
        rounds += 1
        values = graph.work.keep(_next(graph, values), f"core-{rounds}")
        now = _sum(values)
        converged, before = now == before, now
    return Result(values, converged, rounds)


def _next(graph: Graph, values: DataFrame) -> DataFrame:
    given = graph.arcs.join(values.select(F.col("id").alias("source"), "value"), "source")
    counted = given.groupBy(F.col("target").alias("id"), "value").agg(
        F.count(F.lit(1)).alias("n")
    )
    above = Window.partitionBy("id").orderBy(F.col("value").desc())
    reached = counted.select("id", "value", F.sum("n").over(above).alias("reached"))
    index = reached.groupBy("id").agg(F.max(F.least("value", "reached")).alias("index"))
    joined = values.select("id").join(index, "id", "left")
    return joined.select("id", F.coalesce("index", F.lit(0).cast("long")).alias("value"))


def _sum(values: DataFrame) -> int:
    """Return the sum, which falls as long as anything changes."""
    (row,) = values.agg(F.sum("value").alias("sum")).toArrow().to_pylist()
    return row["sum"] or 0
