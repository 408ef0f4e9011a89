"""Who took part in what on some day of a window of time, row by row on the workers."""

import math
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F  # noqa: N812 - as Spark's own documents call it

from coordgraph.dates import Window
from coordgraph.namespace import ID
from coordgraph.network.holding import held_of
from coordgraph.network.instruments import Instrument
from coordgraph.spark.read import Statements

__all__ = ["answering", "held"]

_PROPERTIES = {
    "agreementStatus": "statuses",
    "signedOn": "signed",
    "inForceFrom": "starts",
    "endedOn": "ends",
}
_SCHEMA = "mechanism string, actor string, level string, held long"
_ARROW = pa.schema(
    [*((name, pa.string()) for name in ("mechanism", "actor", "level")), ("held", pa.int64())]
)
_FACTS = "facts array<struct<name: string, value: string>>"


def held(said: Statements | None, takings: DataFrame, window: Window) -> DataFrame:
    """
    Say of each row whether an actor took part in a mechanism on some day of a window.

    Returns
    -------
    DataFrame
        ``mechanism``, ``actor``, ``level`` and ``held``: 1 where it did, 0 where it did not,
        null where what is known does not tell.
    """
    if said is None:
        nothing = F.lit(None).cast(_FACTS.partition(" ")[2])
        known = takings.withColumns({"facts": nothing, "unbound": F.lit(col=False)})
    else:
        known = takings.join(_lives(said), "mechanism", "left")
        unbound = _unbound(said).withColumn("unbound", F.lit(col=True))
        known = known.join(unbound, ["mechanism", "actor"], "left")
    asked = known.select(
        *("mechanism", "actor", "level", "start", "end", "facts"),
        F.coalesce("unbound", F.lit(col=False)).alias("unbound"),
    )
    return asked.mapInArrow(answering(window), _SCHEMA)


def _lives(said: Statements) -> DataFrame:
    """Return what is known of the life of each mechanism: its facts, each with a name."""
    parts = [
        said.of(role, "mechanism", "value").withColumn("name", F.lit(name))
        for role, name in _PROPERTIES.items()
    ]
    newer = said.of("replaces", "newer", "mechanism")
    since = said.of("inForceFrom", "newer", "value")
    replaced = newer.join(since, "newer").select("mechanism", "value").distinct()
    parts.append(replaced.withColumn("name", F.lit("successors")))
    told = reduce(DataFrame.unionAll, parts).groupBy("mechanism")
    return told.agg(F.collect_list(F.struct("name", "value")).alias("facts"))


def _unbound(said: Statements) -> DataFrame:
    """Return parties without a date in mechanisms where other parties have dates."""
    roles = said.of("role", "participation", "role")
    parties = roles.where(F.col("role") == f"{ID}role/party").select("participation")
    part = said.between("participation", "mechanism", "participation")
    taking = part.join(parties, "participation", "left_semi")
    own = said.of("from", "participation", "start").select("participation").distinct()
    some = taking.join(own, "participation", "left_semi").select("mechanism").distinct()
    none = taking.join(own, "participation", "left_anti").join(some, "mechanism", "left_semi")
    actor = said.of("actor", "participation", "actor")
    return none.join(actor, "participation").select("mechanism", "actor").distinct()


def answering(
    window: Window,
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return what answers batches of rows with dates, facts and whether they are unbound."""

    def answer(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            found = pa.array([_held(row, window) for row in batch.to_pylist()], pa.int64())
            columns = [batch.column(name).cast(pa.string()) for name in _ARROW.names[:3]]
            yield pa.RecordBatch.from_arrays([*columns, found], schema=_ARROW)

    return answer


def _held(row: dict[str, Any], window: Window) -> int | None:
    life = Instrument()
    for fact in row["facts"] or ():
        getattr(life, fact["name"]).add(fact["value"])
    bounds = row["start"], row["end"]
    found = held_of(life, window, bounds=bounds, unbound=row["unbound"])
    return None if math.isnan(found) else int(found)
