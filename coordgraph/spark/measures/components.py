"""
Components: actors that reach each other, by large stars and small stars in turn [1]_.

Each round hangs the higher counterparts of each actor, then the lower ones, on the lowest of
all.  The number of rounds grows with the logarithm of the number of actors, and not with the
longest distance, as it does where the lowest name is handed on from actor to actor.

References
----------
.. [1] R. Kiveris et al. (2014). Connected components in MapReduce and beyond. *Proceedings of
       the ACM Symposium on Cloud Computing*, 1-13.
"""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.result import Result

__all__ = ["components"]


def components(graph: Graph, *, most: int = 100) -> Result:
    """
    Return the lowest number of each actor's component.

    Parameters
    ----------
    graph
        The network.
    most
        How many rounds are made at most.
    """
    ends = graph.arcs.where(F.col("source") > F.col("target"))
    stars = ends.select(F.col("source").alias("high"), F.col("target").alias("low"))
    before, rounds, converged = _sum(stars), 0, False
    while not converged and rounds < most:
        rounds += 1
        stars = graph.work.keep(_small(_large(stars)), f"components-{rounds}")
        now = _sum(stars)
        converged, before = now == before, now
    hung = stars.select(F.col("high").alias("id"), F.col("low").alias("value"))
    found = graph.actors.select("id").join(hung, "id", "left")
    return Result(
        found.select("id", F.coalesce("value", "id").alias("value")), converged, rounds
    )


def _large(stars: DataFrame) -> DataFrame:
    """Hang the higher counterparts of each actor on the lowest one, or on the actor itself."""
    back = stars.select(F.col("low").alias("high"), F.col("high").alias("low"))
    both = stars.unionAll(back).select(F.col("high").alias("at"), F.col("low").alias("other"))
    lowest = both.groupBy("at").agg(F.least("at", F.min("other")).alias("lowest"))
    higher = both.where(F.col("other") > F.col("at")).join(lowest, "at")
    return higher.select(F.col("other").alias("high"), F.col("lowest").alias("low")).distinct()


def _small(stars: DataFrame) -> DataFrame:
    """Hang each actor, and its lower counterparts, on the lowest of these."""
    lowest = stars.groupBy("high").agg(F.min("low").alias("lowest"))
    others = stars.join(lowest, "high").where(F.col("low") != F.col("lowest"))
    moved = others.select(F.col("low").alias("high"), F.col("lowest").alias("low"))
    return moved.unionAll(lowest.select("high", F.col("lowest").alias("low"))).distinct()


def _sum(stars: DataFrame) -> tuple[int, int | None]:
    """Return how many there are, and a sum that tells one set of them from another."""
    counted = stars.agg(
        F.count(F.lit(1)).alias("n"), F.bit_xor(F.xxhash64("high", "low")).alias("sum")
    )
    (row,) = counted.toArrow().to_pylist()
    return row["n"], row["sum"]
