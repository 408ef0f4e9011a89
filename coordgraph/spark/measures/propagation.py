"""
Communities by label propagation: each actor goes where most of its counterparts are [1]_.

An actor that is with the most stays; of several the one of the lowest number is taken.  In each
round half of the actors may move, another half in each, as told by a bit of their numbers: if
all moved at once, two that wait for each other would change places for ever.

References
----------
.. [1] U. N. Raghavan, R. Albert and S. Kumara (2007). Near linear time algorithm to detect
       community structures in large-scale networks. *Physical Review E* 76, 036106.
"""

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.result import Result

__all__ = ["propagation"]

_BITS = 61


def propagation(graph: Graph, *, most: int = 200) -> Result:
    """
    Return the label of each actor's community: a number of one of the actors.

    It has come to an end when each actor is with the most of its counterparts.  Ties count
    one each, whatever their weight.

    Parameters
    ----------
    graph
        The network.
    most
        How many rounds are made at most.
    """
    labels = graph.actors.select("id", F.col("id").alias("value"))
    rounds, waiting = 0, 1
    while waiting and rounds < most:
        rounds += 1
        after = _next(graph, labels, rounds % _BITS)
        labels = graph.work.keep(after, f"propagation-{rounds}")
        waiting = labels.where("waits").count()
    return Result(labels.select("id", "value"), not waiting, rounds)


def _next(graph: Graph, labels: DataFrame, bit: int) -> DataFrame:
    """Return the labels after a round, and who was not with the most of its counterparts."""
    given = labels.select(F.col("id").alias("source"), F.col("value").alias("label"))
    votes = graph.arcs.join(given, "source").groupBy(F.col("target").alias("id"), "label")
    counted = votes.agg(F.count(F.lit(1)).alias("n")).join(labels.select("id", "value"), "id")
    best = F.max(F.struct("n", F.bitwise_not("label").alias("turned"))).alias("best")
    own = F.max(F.when(F.col("label") == F.col("value"), F.col("n"))).alias("own")
    told = counted.groupBy("id").agg(best, own)
    told = told.select(
        "id",
        F.bitwise_not(F.col("best.turned")).alias("label"),
        (F.coalesce("own", F.lit(0)) < F.col("best.n")).alias("waits"),
    )
    joined = labels.select("id", "value").join(told, "id", "left")
    waits = F.col("waits").isNotNull() & F.col("waits")
    moves = waits & (F.shiftright("id", bit).bitwiseAND(1) == 1)
    chosen = F.when(moves, F.col("label")).otherwise(F.col("value"))
    return joined.select("id", chosen.alias("value"), waits.alias("waits"))
