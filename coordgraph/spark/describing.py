"""What is known of actors, as columns on the cluster: the same that one machine tells."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.actors import LANGUAGES
from coordgraph.spark.facts import classed
from coordgraph.spark.read import Statements

__all__ = ["described"]

_LABELS = ("prefLabel", "title", "label")


def described(said: Statements | None, actors: DataFrame, *, lang: str) -> DataFrame:
    """
    Return what is known of actors, as `coordgraph.actors.actors` tells it.

    Parameters
    ----------
    said
        What a dump says; nothing is known if there is none.
    actors
        A column ``actor``, each once.
    lang
        The language of labels.

    Returns
    -------
    DataFrame
        ``actor``, ``label``, ``kind`` and ``country`` (empty where unknown), and ``group``:
        whether it is known only by kind.
    """
    called = _slug(F.col("actor"))
    if said is None:
        nothing, no = F.lit(""), F.lit(col=False)
        return actors.select(
            "actor",
            called.alias("label"),
            nothing.alias("kind"),
            nothing.alias("country"),
            no.alias("group"),
        )
    groups = classed(said, "ActorGroup").withColumn("group", F.lit(col=True))
    found = actors
    for part in (_labels(said, lang), _kinds(said), _countries(said), groups):
        found = found.join(part, "actor", "left")
    return found.select(
        "actor",
        F.coalesce("label", called).alias("label"),
        F.coalesce("kind", F.lit("")).alias("kind"),
        F.coalesce("country", F.lit("")).alias("country"),
        F.coalesce("group", F.lit(col=False)).alias("group"),
    )


def _slug(iri: Column) -> Column:
    """Return what `coordgraph.namespace.slug` returns of each."""
    short = F.regexp_replace(F.regexp_replace(iri, "[/#]+$", ""), "^.*[/#]", "")
    return F.when(short == "", iri).otherwise(short)


def _labels(said: Statements, lang: str) -> DataFrame:
    """Return the most welcome label of each thing, the first of those by alphabet."""
    order = [lang, *(code for code in LANGUAGES if code != lang)]
    rank = F.lit(len(order))
    for place, code in reversed(list(enumerate(order))):
        rank = F.when(F.col("language") == code, F.lit(place)).otherwise(rank)
    told = said.rows.where(F.col("role").isin(*_LABELS))
    first = F.min(F.struct(rank.alias("rank"), F.col("object").alias("label"))).alias("first")
    found = told.groupBy(F.col("subject").alias("actor")).agg(first)
    return found.select("actor", F.col("first.label").alias("label"))


def _kinds(said: Statements) -> DataFrame:
    found = said.of("actorKind", "actor", "kind").groupBy("actor").agg(F.max("kind").alias("k"))
    return found.select("actor", _slug(F.col("k")).alias("kind"))


def _countries(said: Statements) -> DataFrame:
    countries = said.of("country", "actor", "place")
    codes = said.of("notation", "place", "code")
    code = F.coalesce("code", F.upper(_slug(F.col("place"))))
    found = countries.join(codes, "place", "left").select("actor", code.alias("code"))
    listed = F.array_join(F.array_sort(F.collect_set("code")), " ")
    return found.groupBy("actor").agg(listed.alias("country"))
