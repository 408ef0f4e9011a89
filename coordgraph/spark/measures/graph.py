"""A network as tables of Spark: who there is, and each tie from both of its ends."""

from dataclasses import dataclass
from gettext import gettext as _

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.errors import DataError
from coordgraph.network.weights import Weight
from coordgraph.spark.ties import projection, vertices
from coordgraph.spark.work import Work

__all__ = ["Graph", "graph_of"]


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
        If two actors, or two mechanisms, have the same number.
    """
    numbered = work.keep(_numbered(incidence), "graph-incidence")
    named = work.keep(_named(vertices(incidence), "actor"), "graph-names")
    size = _told_apart(named, "actor")
    _told_apart(_named(incidence.select("mechanism").distinct(), "mechanism"), "mechanism")
    ties = projection(numbered, weight=weight, by_level=False)
    both = F.inline(F.array(_arc("source", "target"), _arc("target", "source")))
    arcs = work.keep(ties.select(both), "graph-arcs")
    summed = F.sum("weight") if weight == "count" else _total("weight")
    sums = arcs.groupBy(F.col("source").alias("id")).agg(
        F.count(F.lit(1)).alias("degree"), summed.alias("strength")
    )
    counted = named.join(sums, "id", "left").fillna({"degree": 0, "strength": 0.0})
    return Graph(work, work.keep(counted, "graph-actors"), arcs, size)


def _numbered(incidence: DataFrame) -> DataFrame:
    """Return who takes part in what by numbers: pairs of these are made and sorted sooner."""
    numbers = (F.xxhash64(name).alias(name) for name in ("mechanism", "actor"))
    return incidence.select(*numbers, "level").distinct()


def _named(names: DataFrame, column: str) -> DataFrame:
    return names.select(F.xxhash64(column).alias("id"), column)


def _told_apart(named: DataFrame, column: str) -> int:
    """Return how many names there are, of which no two may have the same number."""
    ((names, numbers),) = named.agg(F.count(F.lit(1)), F.count_distinct("id")).collect()
    if names != numbers:
        problem = {
            "actor": _("Two names of actors have the same 64-bit hash: rename one of them."),
            "mechanism": _("Two mechanisms have the same 64-bit hash: rename one of them."),
        }
        raise DataError(problem[column])
    return int(names)


def _arc(source: str, target: str) -> Column:
    return F.struct(
        F.col(source).alias("source"),
        F.col(target).alias("target"),
        F.col("weight").cast("double").alias("weight"),
    )


def _total(column: str) -> Column:
    """Sum in order of size, so that two runs give the same to the last digit."""
    listed = F.array_sort(F.collect_list(F.col(column).cast("double")))
    return F.aggregate(listed, F.lit(0.0), lambda total, one: total + one)
