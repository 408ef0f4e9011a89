"""
Triangles, and local clustering: how many of an actor's pairs of counterparts are tied.

Each triangle is found once, from its actor of the fewest counterparts [1]_.  Definitions are
those of `coordgraph.network.measures.clustering`.

References
----------
.. [1] T. Schank and D. Wagner (2005). Finding, counting and listing all triangles in large
       graphs. *Workshop on Experimental and Efficient Algorithms*, 606-609.
"""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.spark.measures.graph import Graph

__all__ = ["clustering", "triangles"]


def triangles(graph: Graph) -> DataFrame:
    """Return how many triangles each actor is in: ``id`` and ``value``."""
    up = graph.work.keep(_upward(graph), "triangles-upward")
    one = up.select(F.col("low").alias("at"), F.col("high").alias("one"))
    other = up.select(F.col("low").alias("at"), F.col("high").alias("other"))
    open_ = one.join(other, "at").where(F.col("one") < F.col("other"))
    ends = up.select(
        F.least("low", "high").alias("one"), F.greatest("low", "high").alias("other")
    )
    closed = open_.join(ends, ["one", "other"])
    members = closed.select(F.explode(F.array("at", "one", "other")).alias("id"))
    counted = members.groupBy("id").agg(F.count(F.lit(1)).alias("n"))
    found = graph.actors.select("id").join(counted, "id", "left")
    return found.select("id", F.coalesce("n", F.lit(0).cast("long")).alias("value"))


def _upward(graph: Graph) -> DataFrame:
    """Return each tie once, from the actor of fewer counterparts."""
    degrees = graph.actors.select("id", "degree")
    arcs = graph.arcs.select("source", "target")
    for name in ("source", "target"):
        side = degrees.select(F.col("id").alias(name), F.col("degree").alias(f"of_{name}"))
        arcs = arcs.join(side, name)
    return arcs.where(_below()).select(
        F.col("source").alias("low"), F.col("target").alias("high")
    )


def _below() -> Column:
    fewer = F.col("of_source") < F.col("of_target")
    same = F.col("of_source") == F.col("of_target")
    return fewer | (same & (F.col("source") < F.col("target")))


def clustering(graph: Graph, found: DataFrame) -> DataFrame:
    """
    Return the clustering of each actor; 0 for one of less than two counterparts.

    Parameters
    ----------
    graph
        The network.
    found
        What `triangles` returns of it.
    """
    pairs = F.col("degree") * (F.col("degree") - 1)
    share = F.when(pairs > 0, 2 * F.col("value") / pairs).otherwise(F.lit(0.0))
    return graph.actors.join(found, "id").select("id", share.alias("value"))
