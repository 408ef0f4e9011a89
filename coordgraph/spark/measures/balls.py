"""
Harmonic closeness from the sizes of balls: how many actors are within each distance [1]_.

A ball is a sketch, which tells how many different actors were put into it [2]_; a ball of one
step more is the union of those of all counterparts.  The harmonic closeness of an actor is the
sum of what each step adds, over the number of steps.  The first step is exact: the degree.

References
----------
.. [1] P. Boldi and S. Vigna (2013). In-core computation of geometric centralities with
       HyperBall. *IEEE Data Mining Workshops*, 621-628.
.. [2] P. Flajolet et al. (2007). HyperLogLog. *Analysis of Algorithms*, 137-156.
"""

import math

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.result import Result

__all__ = ["error_of", "harmonic"]

BITS = 8
"""The logarithm of how many registers a sketch has."""


def error_of(bits: int = BITS) -> float:
    """
    Return the relative standard error of the size of a ball.

    >>> round(error_of(8), 3)
    0.065
    """
    return 1.04 / math.sqrt(1 << bits)


def harmonic(graph: Graph, *, most: int = 100, bits: int = BITS) -> Result:
    """
    Return an estimate of the sum of reciprocal distances from each actor to all others.

    It has come to an end when no ball grows any more.  Ties count one step each, whatever their
    weight.

    Parameters
    ----------
    graph
        The network.
    most
        How many rounds are made at most: how far is looked.
    bits
        The logarithm of how many registers a sketch has; see `error_of`.
    """
    own = F.hll_sketch_agg("id", bits).alias("ball")
    degrees = graph.actors.select("id", "degree")
    balls = graph.actors.groupBy("id").agg(own).join(degrees, "id")
    start = F.lit(1.0).alias("size"), F.lit(0.0).alias("value")
    balls = graph.work.keep(balls.select("id", "degree", "ball", *start), "balls-0")
    rounds, growing = 0, 1
    while growing and rounds < most:
        rounds += 1
        balls = graph.work.keep(_next(graph, balls, rounds), f"balls-{rounds}")
        growing = balls.where("grew").count()
    return Result(balls.select("id", "value"), not growing, rounds)


def _next(graph: Graph, balls: DataFrame, step: int) -> DataFrame:
    given = balls.select(F.col("id").alias("source"), "ball")
    reached = graph.arcs.join(given, "source").select(F.col("target").alias("id"), "ball")
    united = reached.unionAll(balls.select("id", "ball")).groupBy("id")
    grown = united.agg(F.hll_union_agg("ball").alias("grown"))
    joined = balls.join(grown, "id")
    exact = (F.col("degree") + 1).cast("double")
    told = exact if step == 1 else F.hll_sketch_estimate("grown").cast("double")
    size = F.greatest("size", told)
    return joined.select(
        "id",
        "degree",
        F.col("grown").alias("ball"),
        size.alias("size"),
        (F.col("value") + (size - F.col("size")) / step).alias("value"),
        (size > F.col("size")).alias("grew"),
    )
