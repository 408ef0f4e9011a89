"""
Weighted ties out of who takes part in what, as `coordgraph.network` means them.

Every two actors of a mechanism and level are paired.  A mechanism of many actors makes many
pairs, and a single task would make them all: its actors are dealt into blocks of `BLOCK`, and
each block meets the whole mechanism in a task of its own.  Spark puts small tasks together, and
sends the smaller side of a join to all of the other, not knowing how many pairs come of it: so
the number of tasks and the way of joining are asked for.
"""

from typing import NamedTuple

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.network.limit import LARGEST, too_many
from coordgraph.network.weights import Weight, is_summed, known

__all__ = [
    "BLOCK",
    "MOST",
    "Foreseen",
    "foreseen",
    "hold",
    "pairs",
    "projection",
    "vertices",
]

BLOCK = 2_000
"""How many actors of one mechanism meet the others in one task."""

MOST = 1_000_000_000
"""How many ties are made at most, if no other number is given."""


class Foreseen(NamedTuple):
    """
    What an incidence makes at most.

    Attributes
    ----------
    participations
        Its rows.
    ties
        At a level no more than the pairs of its mechanisms, nor than the pairs of its actors.
    largest
        The mechanisms with most actors, and how many these are.
    """

    participations: int
    ties: int
    largest: tuple[tuple[str, int], ...]


def vertices(incidence: DataFrame) -> DataFrame:
    """Return the actors that take part in something, isolates too: one column ``actor``."""
    return incidence.select("actor").distinct()


def foreseen(incidence: DataFrame) -> Foreseen:
    """Return what an incidence makes at most, before any tie is made."""
    rows = incidence.select("mechanism", "actor", "level").distinct()
    members = rows.groupBy("level", "mechanism").agg(F.count(F.lit(1)).alias("k"))
    pairs = members.groupBy("level").agg(
        F.sum(F.expr("cast(k as decimal(38, 0)) * (k - 1) / 2")).cast("string").alias("pairs"),
        F.sum("k").alias("rows"),
    )
    actors = rows.groupBy("level").agg(F.count_distinct("actor").alias("actors"))
    levels = {row["level"]: row["actors"] for row in actors.toArrow().to_pylist()}
    total = participations = 0
    for row in pairs.toArrow().to_pylist():
        n = levels[row["level"]]
        total += min(int(float(row["pairs"])), n * (n - 1) // 2)
        participations += row["rows"]
    by_size = F.col("k").desc(), F.col("mechanism").asc()
    sizes = members.groupBy("mechanism").agg(F.max("k").alias("k"))
    top = sizes.orderBy(*by_size).limit(LARGEST).toArrow().to_pylist()
    return Foreseen(participations, total, tuple((row["mechanism"], row["k"]) for row in top))


def hold(expected: Foreseen, most: int | None) -> None:
    """
    Refuse what may make too many ties.

    Raises
    ------
    TooLarge
        If it may make more than ``most``, or than `MOST`.
    """
    limit = MOST if most is None else most
    if expected.ties > limit:
        raise too_many(expected.ties, limit, expected.largest)


def projection(
    incidence: DataFrame,
    *,
    weight: Weight = "count",
    named: bool = False,
    by_level: bool = True,
) -> DataFrame:
    """
    Return the ties that an incidence makes.

    Parameters
    ----------
    incidence
        ``mechanism``, ``actor`` and ``level``; a row may stand more than once.  Mechanisms and
        actors are names or numbers.
    weight
        One of `coordgraph.network.weights.WEIGHTS`.
    named
        Whether the mechanisms themselves are wanted, and not only how many they are.
    by_level
        Whether each level has a tie of its own.  If not, the weights ``count`` and ``newman``
        are summed over the levels, and those between 0 and 1 are what they are when the
        mechanisms of all levels are put together.

    Returns
    -------
    DataFrame
        ``source``, ``target`` (with ``source < target``), ``level`` (if ties have one),
        ``weight`` (a whole number for ``count``) and ``mechanisms``: how many, or a sorted list
        of them.

    Raises
    ------
    UnknownWeight
        If no weight has this name.
    """
    known(weight)
    level = F.col("level") if by_level or is_summed(weight) else F.lit(None).cast("string")
    rows = incidence.select("mechanism", "actor", level.alias("level")).distinct()
    met = pairs(rows, weight)
    pair = ("source", "target", *(["level"] if by_level else []))
    behind = F.array_sort(F.collect_set("mechanism")) if named else F.count(F.lit(1))
    if weight != "newman":
        ties = met.groupBy(*pair).agg(
            F.count(F.lit(1)).alias("weight"), behind.alias("mechanisms")
        )
        return ties if weight == "count" else _scaled(ties, rows, weight)
    if named:
        told = F.array_sort(F.collect_list(F.struct("k", "mechanism"))).alias("told")
        ties = met.groupBy(*pair).agg(told)
        listed = F.array_sort(F.transform("told", lambda one: one["mechanism"]))
        return ties.select(*pair, _shares("told").alias("weight"), listed.alias("mechanisms"))
    counted = met.groupBy(*pair, "k").agg(F.count(F.lit(1)).alias("n"))
    ties = counted.groupBy(*pair).agg(
        F.array_sort(F.collect_list(F.struct("k", "n"))).alias("told"),
        F.sum("n").alias("mechanisms"),
    )
    return ties.select(*pair, _shares("told", many=True).alias("weight"), "mechanisms")


def _shares(told: str, *, many: bool = False) -> Column:
    """Sum 1/(k-1) in order of k, so that two runs give the same to the last digit."""

    def added(sum_: Column, one: Column) -> Column:
        share = F.lit(1.0) / (one["k"] - 1)
        return sum_ + (share * one["n"] if many else share)

    return F.aggregate(told, F.lit(0.0), added)


def pairs(rows: DataFrame, weight: Weight) -> DataFrame:
    """
    Return every two actors of a mechanism and level, the lower one first.

    Parameters
    ----------
    rows
        ``mechanism``, ``actor`` and ``level``, each row once.
    weight
        For `newman` each pair is beside ``k``, how many take part in its mechanism.
    """
    level = F.coalesce("level", F.lit(""))
    members = rows.groupBy("mechanism").agg(F.count_distinct("actor").alias("k"))
    sized = rows.join(members.where(F.col("k") > 1), "mechanism").withColumn("at", level)
    blocks = F.ceil(F.col("k") / BLOCK).cast("int")
    one = sized.select(
        "mechanism",
        "at",
        *(("level", "k") if weight == "newman" else ("level",)),
        F.col("actor").alias("source"),
        F.pmod(F.xxhash64("actor"), blocks).cast("int").alias("block"),
    )
    other = sized.select(
        "mechanism",
        "at",
        F.col("actor").alias("target"),
        F.explode(F.sequence(F.lit(0), blocks - 1)).alias("block"),
    )
    keys = ["mechanism", "at", "block"]
    tasks = int(rows.sparkSession.conf.get("spark.sql.shuffle.partitions", "8") or 8)
    met = one.repartition(tasks, *keys).hint("merge").join(other, keys)
    return met.where(F.col("source") < F.col("target"))


def _scaled(ties: DataFrame, rows: DataFrame, weight: Weight) -> DataFrame:
    """Weigh ties by all that each of two actors takes part in, at their level."""
    taken = rows.groupBy("actor", "level").agg(F.count(F.lit(1)).alias("taken"))
    taken = taken.select("actor", F.coalesce("level", F.lit("")).alias("at"), "taken")
    level = F.coalesce("level", F.lit("")) if "level" in ties.columns else F.lit("")
    sides = ties.withColumn("at", level)
    for name in ("source", "target"):
        side = taken.withColumnsRenamed({"actor": name, "taken": f"of_{name}"})
        sides = sides.join(side, [name, "at"])
    shared = F.col("weight").cast("double")
    one, other = F.col("of_source"), F.col("of_target")
    scaled = {
        "jaccard": shared / (one + other - shared),
        "cosine": shared / F.sqrt((one * other).cast("double")),
        "overlap": shared / F.least(one, other),
    }[weight]
    kept = [name for name in ties.columns if name not in ("weight", "mechanisms")]
    return sides.select(*kept, scaled.alias("weight"), "mechanisms")
