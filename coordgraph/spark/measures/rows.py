"""Measures taken on a cluster as rows to print, the same columns that one machine prints."""

from typing import Any

from pyspark.sql import DataFrame

from coordgraph.spark.facts import actors_of
from coordgraph.spark.read import Statements
from coordgraph.spark.rows import few

__all__ = ["MEASURED", "measure_rows"]

MEASURED = ("degree", "strength", "harmonic", "pagerank", "core")
"""The measures that are taken if none is named: those that every table has."""


def measure_rows(
    measures: DataFrame, said: Statements | None, *, lang: str
) -> list[dict[str, Any]]:
    """
    Return one row an actor, by strength or by the first measure, highest first.

    Parameters
    ----------
    measures
        ``actor`` and a column a measure.
    said
        What a dump says of actors; nothing is known of them if there is none.
    lang
        The language of labels.

    Raises
    ------
    TooLarge
        If they are more than are printed.
    """
    found = few(measures, "actors")
    known = actors_of(said, measures.select("actor"), lang=lang)
    names = found.column_names
    leading = "strength" if "strength" in names else names[1]
    listed = []
    for row in _in_order(found.to_pylist(), leading):
        actor = known[row["actor"]]
        told = {"label": actor.label, "kind": actor.kind, "country": actor.country}
        listed.append({**row, **told, "group": actor.is_group})
    return listed


def _in_order(rows: list[dict[str, Any]], leading: str) -> list[dict[str, Any]]:
    """Sort by a measure, highest first, or by the name of a part; equals by IRI."""
    by_name = sorted(rows, key=lambda row: str(row["actor"]))
    is_part = bool(rows) and isinstance(rows[0][leading], str)
    return sorted(by_name, key=lambda row: row[leading], reverse=not is_part)
