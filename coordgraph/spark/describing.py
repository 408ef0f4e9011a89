"""What is known of actors, as columns on the cluster: the same that one machine tells."""

import re
from collections.abc import Sequence

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.names import preferred
from coordgraph.namespace import NAMING
from coordgraph.spark.facts import classed
from coordgraph.spark.read import Statements

__all__ = ["described"]

_LABELS = tuple(re.split("[/#]", name)[-1] for name in NAMING)


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
    """Return the label of each thing that `coordgraph.names.welcome` puts first."""
    order = preferred(lang)
    known = F.coalesce("language", F.lit(""))
    among = _place(known, order)
    tag = F.when(known.isin(*order), F.lit("")).otherwise(known)
    by = _place(F.col("role"), _LABELS)
    told = said.rows.where(F.col("role").isin(*_LABELS))
    first = F.min(F.struct(among, tag, by, F.col("object").alias("label"))).alias("first")
    found = told.groupBy(F.col("subject").alias("actor")).agg(first)
    return found.select("actor", F.col("first.label").alias("label"))


def _place(column: Column, order: Sequence[str]) -> Column:
    """Return where the values of a column stand in an order; all others come last."""
    found = F.lit(len(order))
    for place, one in reversed(list(enumerate(order))):
        found = F.when(column == one, F.lit(place)).otherwise(found)
    return found


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
