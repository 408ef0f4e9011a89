"""Which mechanisms and actors of a dump an analysis looks at, as on one machine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from gettext import gettext as _

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.errors import (
    CallError,
    UnknownKind,
    UnknownLevel,
    UnknownName,
    UnknownStatus,
)
from coordgraph.namespace import LEVELS, slug
from coordgraph.network.instruments import SUBSIDIARY_KINDS
from coordgraph.network.properties import meant, named
from coordgraph.network.selection import Selection, practice_of, window_of
from coordgraph.spark.facts import asserted_by, classed, wholes
from coordgraph.spark.holding import held
from coordgraph.spark.read import Statements
from coordgraph.spark.work import Work

__all__ = ["Selected", "select"]

_NAMES = 100_000
"""How many different practices, kinds, statuses or levels are told apart at most."""


@dataclass(frozen=True, slots=True)
class Selected:
    """
    What a selection leaves of a dump.

    Attributes
    ----------
    incidence
        ``mechanism``, ``actor``, ``level``: who takes part in what, once each.
    undated
        How many mechanisms the known dates do not place; None unless a time is asked for.
    unlevelled
        How many mechanisms a reading takes levels from; None unless one is asked for.
    """

    incidence: DataFrame
    undated: int | None
    unlevelled: int | None


def select(
    work: Work, takings: DataFrame, said: Statements | None, selection: Selection
) -> Selected:
    """
    Return what a selection leaves of who takes part in what, written once and read back.

    Parameters
    ----------
    work
        The session and its folder.
    takings
        Columns as in `coordgraph.spark.read.INCIDENCE`.
    said
        What a dump says of mechanisms and actors; None where only a table is there, which
        serves for levels and dates of participations.
    selection
        What to look at.

    Raises
    ------
    UnknownName
        If it names a level, practice, kind, status or reading that is not there.
    CallError
        If it asks of a table what only a dump tells.
    """
    window = window_of(selection)
    if said is None:
        _refuse_of_table(selection)
    else:
        takings = _of_practices(said, takings, selection)
        takings = _of_kinds(said, takings, selection)
    undated = unlevelled = None
    if window is not None:
        takings = work.keep(held(said, takings, window), "held")
        unknown = takings.where(F.col("held").isNull())
        undated = unknown.select("mechanism").distinct().count()
        kept = F.col("held").isNull() if selection.undated == "keep" else F.lit(col=False)
        takings = takings.where((F.col("held") == 1) | kept)
    takings = takings.select("mechanism", "actor", "level").distinct()
    if said is not None and selection.reading is not None:
        takings, unlevelled = _as_read(work, said, takings, selection.reading)
    takings = _of_level(takings, selection.level)
    if said is not None:
        takings = _of_actors(work.spark, said, takings, selection)
    found = takings.select("mechanism", "actor", "level").distinct()
    return Selected(work.keep(found, "selected"), undated, unlevelled)


def _refuse_of_table(selection: Selection) -> None:
    asked = {
        "--practice": selection.practice is not None,
        "--network": selection.network != "all",
        "--between": selection.between != "actors",
        "--groups": selection.groups != "keep",
        "--lift": selection.whole is not None,
        "--reading": selection.reading is not None,
        "--kind": bool(selection.kinds),
        "--status": bool(selection.statuses),
    }
    for option, given in asked.items():
        if given:
            raise CallError(
                _(
                    "A table of incidence does not tell what {option} asks for: leave it out, "
                    "or read the dump itself (.nt, .nq)."
                ).format(option=option)
            )


def _of_practices(said: Statements, takings: DataFrame, selection: Selection) -> DataFrame:
    if selection.practice is None and selection.network == "all":
        return takings
    found = said.of("inPractice", "mechanism", "value")
    if selection.practice is not None:
        wanted = practice_of(selection.practice, _values(found))
        takings = _having(takings, found, {wanted})
    if selection.network == "all":
        return takings
    how = "left_semi" if selection.network == "practices" else "left_anti"
    return takings.join(found.select("mechanism").distinct(), "mechanism", how)


def _values(found: DataFrame) -> set[str]:
    """Return the different values of some property, of which there are not many."""
    rows = found.select("value").distinct().limit(_NAMES).toArrow()
    return set(rows.column("value").to_pylist())


def _having(takings: DataFrame, found: DataFrame, wanted: Iterable[str]) -> DataFrame:
    of_these = found.where(F.col("value").isin(*wanted)).select("mechanism").distinct()
    return takings.join(of_these, "mechanism", "left_semi")


def _of_kinds(said: Statements, takings: DataFrame, selection: Selection) -> DataFrame:
    choices: tuple[tuple[str, tuple[str, ...], type[UnknownName]], ...] = (
        ("mechanismKind", selection.kinds, UnknownKind),
        ("agreementStatus", selection.statuses, UnknownStatus),
    )
    for role, names, unknown in choices:
        if names:
            found = said.of(role, "mechanism", "value")
            takings = _having(takings, found, named(names, _values(found), unknown))
    return _without_subsidiaries(said, takings, selection)


def _without_subsidiaries(
    said: Statements, takings: DataFrame, selection: Selection
) -> DataFrame:
    if selection.kinds or selection.subsidiary == "keep":
        return takings
    kinds = said.of("mechanismKind", "mechanism", "kind")
    carrying_out = kinds.where(F.col("kind").isin(*SUBSIDIARY_KINDS)).select("mechanism")
    parts = said.of("isPartOf", "mechanism", "whole").select("mechanism")
    both = carrying_out.unionAll(parts).distinct()
    tied_already = takings.select("mechanism", "actor").distinct()
    tied_already = tied_already.join(both, "mechanism", "left_semi")
    tied_already = tied_already.join(classed(said, "State"), "actor", "left_semi")
    return takings.join(tied_already, ["mechanism", "actor"], "left_anti")


def _as_read(
    work: Work, said: Statements, takings: DataFrame, reading: str
) -> tuple[DataFrame, int]:
    """Return rows with the levels that a reading leaves, and how many mechanisms lose some."""
    at = asserted_by(said, reading)
    pairs = [(practice, level) for level in sorted(at) for practice in sorted(at[level])]
    right = work.spark.createDataFrame(pairs, "practice string, level string")
    practices = said.of("inPractice", "mechanism", "practice")
    leaving = practices.join(right, "practice").select("mechanism", "level").distinct()
    inside = practices.select("mechanism").distinct().withColumn("inside", F.lit(col=True))
    marked = takings.join(inside, "mechanism", "left").join(
        leaving.withColumn("left", F.lit(col=True)), ["mechanism", "level"], "left"
    )
    kept = F.col("level").isNull() | F.col("inside").isNull() | F.col("left").isNotNull()
    read = work.keep(marked.select("mechanism", "actor", "level", kept.alias("kept")), "read")
    stay, lose = read.where("kept"), read.where(~F.col("kept"))
    still = stay.where(F.col("level").isNotNull()).select("mechanism").distinct()
    bare = lose.join(still, "mechanism", "left_anti")
    bare = bare.withColumn("level", F.lit(None).cast("string"))
    columns = ("mechanism", "actor", "level")
    both = stay.select(*columns).unionAll(bare.select(*columns))
    return both, lose.select("mechanism").distinct().count()


def _of_level(takings: DataFrame, level: str | None) -> DataFrame:
    if level is None:
        return takings
    if level == "none":
        return takings.where(F.col("level").isNull())
    stated = takings.where(F.col("level").isNotNull())
    known = {*_values(stated.withColumnRenamed("level", "value")), *LEVELS}
    wanted = meant(level, known)
    if not wanted:
        raise UnknownLevel(level, [*sorted(map(slug, known)), "none"])
    return takings.where(F.col("level").isin(*wanted))


def _of_actors(
    spark: SparkSession, said: Statements, takings: DataFrame, selection: Selection
) -> DataFrame:
    if selection.groups == "drop":
        units = _lifted(spark, takings, wholes(said, selection.whole and "institution"))
        groups = classed(said, "ActorGroup").withColumnRenamed("actor", "as")
        takings = units.join(groups, "as", "left_anti").drop("as")
    takings = _lifted(spark, takings, wholes(said, selection.whole))
    takings = takings.select("mechanism", F.col("as").alias("actor"), "level")
    if selection.whole == "state":
        takings = _without_subsidiaries(said, takings, selection)
    if selection.between != "actors":
        how = "left_semi" if selection.between == "states" else "left_anti"
        takings = takings.join(classed(said, "State"), "actor", how)
    return takings


def _lifted(spark: SparkSession, takings: DataFrame, whole: Mapping[str, str]) -> DataFrame:
    """Return the rows with one column more: as whom the actor counts."""
    if not whole:
        return takings.withColumn("as", F.col("actor"))
    pairs = spark.createDataFrame(sorted(whole.items()), "actor string, whole string")
    both = takings.join(pairs, "actor", "left")
    return both.withColumn("as", F.coalesce("whole", "actor")).drop("whole")
