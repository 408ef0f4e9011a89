"""
PageRank by tie weight, as NetworkX defines it: damping 0.85, the sum of all being 1 [1]_.

What comes in is summed in whole units of 2^-60, which makes the same sum in whatever order the
parts of it arrive, so that two runs give the same to the last digit.

References
----------
.. [1] L. Page et al. (1999). *The PageRank citation ranking*. Stanford InfoLab.
"""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.result import Result

__all__ = ["pagerank"]

_DAMPING = 0.85
_UNITS = float(1 << 60)


def pagerank(graph: Graph, *, most: int = 200, within: float = 1e-8) -> Result:
    """
    Return the PageRank of each actor.

    An actor without ties gives its share to all.

    Parameters
    ----------
    graph
        The network.
    most
        How many rounds are made at most.
    within
        The sum of all changes in a round that is small enough to end.
    """
    given = graph.arcs.join(
        graph.actors.select(F.col("id").alias("source"), "strength"), "source"
    ).select("source", "target", (F.col("weight") / F.col("strength")).alias("share"))
    given = graph.work.keep(given, "pagerank-shares")
    alone = graph.actors.where(F.col("degree") == 0).count()
    start = 1 / max(graph.size, 1)
    ranks = graph.actors.select("id", F.lit(start).alias("value"))
    of_alone, rounds, change = start, 0, float("inf")
    while change >= within and rounds < most:
        rounds += 1
        base = (1 - _DAMPING + _DAMPING * alone * of_alone) / max(graph.size, 1)
        ranks = graph.work.keep(_next(ranks, given, base), f"pagerank-{rounds}")
        of_alone, change = base, _change(ranks)
    return Result(ranks.select("id", "value"), change < within, rounds)


def _next(ranks: DataFrame, given: DataFrame, base: float) -> DataFrame:
    """Return the ranks after a round, each beside the one before."""
    parts = given.join(ranks.select(F.col("id").alias("source"), "value"), "source")
    part = _units(F.col("value") * F.col("share"))
    came = parts.groupBy(F.col("target").alias("id")).agg(F.sum(part).alias("came"))
    after = F.lit(base) + _DAMPING * F.coalesce("came", F.lit(0)) / _UNITS
    joined = ranks.select("id", F.col("value").alias("before")).join(came, "id", "left")
    return joined.select("id", after.alias("value"), "before")


def _change(ranks: DataFrame) -> float:
    moved = _units(F.abs(F.col("value") - F.col("before")))
    (row,) = ranks.agg(F.sum(moved).alias("sum")).toArrow().to_pylist()
    return (row["sum"] or 0) / _UNITS


def _units(value: Column) -> Column:
    return F.floor(value * _UNITS).cast("long")
