"""Measures by name, as one table with a row an actor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.errors import UnknownMeasure
from coordgraph.spark.measures.balls import error_of, harmonic
from coordgraph.spark.measures.components import components
from coordgraph.spark.measures.core import core
from coordgraph.spark.measures.graph import Graph
from coordgraph.spark.measures.pagerank import pagerank
from coordgraph.spark.measures.propagation import propagation
from coordgraph.spark.measures.result import Result, settled
from coordgraph.spark.measures.triangles import clustering, triangles

__all__ = ["MEASURES", "Measured", "check", "measured"]

_ITERATIVE: dict[str, Callable[[Graph], Result]] = {
    "harmonic": harmonic,
    "pagerank": pagerank,
    "core": core,
    "component": components,
    "propagation": propagation,
}
_PARTS = {"component", "propagation"}
_COUNTED = {"triangles", "clustering"}

MEASURES = ("degree", "strength", *_ITERATIVE, "triangles", "clustering")
"""The names of the measures that Spark takes."""


@dataclass(frozen=True, slots=True)
class Measured:
    """
    Measures, and how they were come by.

    Attributes
    ----------
    frame
        ``actor`` and a column a measure; parts are called by the first of their actors.
    rounds
        By name, how many rounds a measure took.
    notes
        What a user should know, a sentence each.
    """

    frame: DataFrame
    rounds: dict[str, int]
    notes: tuple[str, ...]


def check(names: Sequence[str]) -> None:
    """
    Refuse what Spark does not measure.

    Raises
    ------
    UnknownMeasure
        If a name is of none of `MEASURES`.
    """
    for name in names:
        if name not in MEASURES:
            raise UnknownMeasure(name, MEASURES)


def measured(
    graph: Graph, names: Sequence[str] = MEASURES, *, tick: Callable[[str], None] | None = None
) -> Measured:
    """
    Return measures of all actors.

    Parameters
    ----------
    graph
        The network.
    names
        Out of `MEASURES`.
    tick
        Told the measure that is about to be taken.

    Raises
    ------
    UnknownMeasure
        If a name is of none of these.
    Unconverged
        If a measure does not come to an end.
    """
    check(names)
    columns = ("id", "actor", "degree", "strength")
    frame, rounds = graph.actors.select(*columns), dict[str, int]()
    for name in names:
        if name in _ITERATIVE:
            if tick is not None:
                tick(name)
            result = _ITERATIVE[name](graph)
            rounds[name] = result.rounds
            values = settled(name, result)
            values = _called(graph, values) if name in _PARTS else values
            frame = frame.join(values.withColumnRenamed("value", name), "id")
    if _COUNTED & set(names):
        if tick is not None:
            tick("triangles")
        frame = _with_triangles(graph, frame)
    found = graph.work.keep(frame.select("actor", *dict.fromkeys(names)), "measured")
    return Measured(found, rounds, tuple(_notes(names)))


def _with_triangles(graph: Graph, frame: DataFrame) -> DataFrame:
    found = graph.work.keep(triangles(graph), "triangles")
    share = clustering(graph, found).withColumnRenamed("value", "clustering")
    return frame.join(found.withColumnRenamed("value", "triangles"), "id").join(share, "id")


def _called(graph: Graph, parts: DataFrame) -> DataFrame:
    """Call each part by the first of its actors, in the order of their names."""
    members = graph.actors.select("id", "actor").join(parts, "id")
    first = members.groupBy("value").agg(F.min("actor").alias("first"))
    return parts.join(first, "value").select("id", F.col("first").alias("value"))


def _notes(names: Sequence[str]) -> list[str]:
    if "harmonic" not in names:
        return []
    bound = f"has a relative standard error of {error_of():.1%}"
    return [
        _("harmonic is estimated: how many actors are within each distance {bound}.").format(
            bound=bound
        )
    ]
