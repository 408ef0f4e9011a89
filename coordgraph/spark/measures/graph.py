"""A network as tables of Spark: who there is, and each tie from both of its ends."""

from dataclasses import dataclass
from gettext import gettext as _

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.errors import DataError
from coordgraph.network.weights import Weight, is_summed
from coordgraph.spark.ties import projection, vertices
from coordgraph.spark.work import Work

__all__ = ["Graph", "graph_of", "merged"]


@dataclass(frozen=True, slots=True)
class Graph:
    """
    A network whose actors have numbers, which are hashes of their names.

    Attributes
    ----------
    work
        The session and its folder.
    actors
        ``id``, ``actor``, ``degree`` and ``strength``; isolates too.
    arcs
        ``source``, ``target`` (numbers) and ``weight``: each tie twice, once each way.
    size
        How many actors there are.
    """

    work: Work
    actors: DataFrame
    arcs: DataFrame
    size: int


def merged(incidence: DataFrame, *, weight: Weight = "count") -> DataFrame:
    """
    Return one tie a pair, whatever the level: ``source``, ``target``, ``weight``.

    The weights ``count`` and ``newman`` are summed over the levels.  Those between 0 and 1 are
    what they are when the mechanisms of all levels are put together.
    """
    if is_summed(weight):
        ties = projection(incidence, weight=weight)
        return ties.groupBy("source", "target").agg(_total("weight").alias("weight"))
    flat = incidence.withColumn("level", F.lit(None).cast("string"))
    return projection(flat, weight=weight).select("source", "target", "weight")


def graph_of(work: Work, incidence: DataFrame, *, weight: Weight = "count") -> Graph:
    """
    Return the network that an incidence makes.

    Parameters
    ----------
    work
        The session, and the folder where what is made is kept.
    incidence
        ``mechanism``, ``actor``, ``level``.
    weight
        One of `coordgraph.network.weights.WEIGHTS`.

    Raises
    ------
    DataError
        If two actors have the same number.
    """
    ties = merged(incidence, weight=weight)
    ends = ties.select(
        F.xxhash64("source").alias("source"),
        F.xxhash64("target").alias("target"),
        F.col("weight").cast("double").alias("weight"),
    )
    ends = work.keep(ends, "graph-ties")
    back = ends.select(
        F.col("target").alias("source"), F.col("source").alias("target"), "weight"
    )
    arcs = work.keep(ends.unionAll(back), "graph-arcs")
    sums = arcs.groupBy(F.col("source").alias("id")).agg(
        F.count(F.lit(1)).alias("degree"), _total("weight").alias("strength")
    )
    named = vertices(incidence).select(F.xxhash64("actor").alias("id"), "actor")
    counted = named.join(sums, "id", "left").fillna({"degree": 0, "strength": 0.0})
    actors = work.keep(counted, "graph-actors")
    size = actors.count()
    if actors.select("id").distinct().count() != size:
        raise DataError(_("Two names of actors have the same 64-bit hash: rename one of them."))
    return Graph(work, actors, arcs, size)


def _total(column: str) -> Column:
    """Sum in order of size, so that two runs give the same to the last digit."""
    listed = F.array_sort(F.collect_list(F.col(column).cast("double")))
    return F.aggregate(listed, F.lit(0.0), lambda total, one: total + one)
