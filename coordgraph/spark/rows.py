"""Ties made on a cluster as rows to print, the same that one machine prints."""

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.actors import Actor
from coordgraph.errors import TooLarge
from coordgraph.namespace import LEVELS

__all__ = ["MOST_ROWS", "ends_of", "few", "of_actor", "tie_rows"]

MOST_ROWS = 1_000_000
"""How many rows are printed at most; more are written where they are."""


def few(frame: DataFrame, what: str) -> pa.Table:
    """
    Return the rows that are to be printed; ``what`` is what they are.

    Raises
    ------
    TooLarge
        If they are more than are printed.
    """
    found = frame.limit(MOST_ROWS + 1).toArrow()
    if found.num_rows > MOST_ROWS:
        raise TooLarge(
            _(
                "There are more than {most:,} {what}, which are too many to print. Write them "
                "with --out FOLDER, or select fewer."
            ).format(most=MOST_ROWS, what=what)
        )
    return found


def of_actor(ties: DataFrame, ego: str | None) -> DataFrame:
    """Return the ties of one actor, by IRI; all, if it is None."""
    if ego is None:
        return ties
    return ties.where((F.col("source") == ego) | (F.col("target") == ego))


def ends_of(ties: DataFrame) -> DataFrame:
    """Return the actors that are tied: one column ``actor``."""
    source, target = F.col("source").alias("actor"), F.col("target").alias("actor")
    return ties.select(source).unionAll(ties.select(target)).distinct()


def tie_rows(
    ties: DataFrame, actors: Mapping[str, Actor], ego: str | None = None
) -> Iterator[dict[str, Any]]:
    """
    Yield one row a pair and level, in order of source, target and level.

    Parameters
    ----------
    ties
        Those of `coordgraph.spark.ties.projection`, with the mechanisms named.
    actors
        What is known of their actors, by IRI.
    ego
        An actor that comes first in each row.

    Raises
    ------
    TooLarge
        If they are more than are printed.
    """
    for row in sorted(few(ties, "ties").to_pylist(), key=_place):
        source, target = row["source"], row["target"]
        if ego == target:
            source, target = target, source
        yield {
            "source": source,
            "target": target,
            "source_label": actors[source].label,
            "target_label": actors[target].label,
            "level": row["level"],
            "weight": row["weight"],
            "mechanisms": row["mechanisms"],
        }


def _place(row: Mapping[str, Any]) -> tuple[str, str, int, str]:
    level = row["level"]
    if level is None:
        return row["source"], row["target"], len(LEVELS) + 1, ""
    rank = LEVELS.index(level) if level in LEVELS else len(LEVELS)
    return row["source"], row["target"], rank, level
