from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
from pyspark.sql import DataFrame, SparkSession

from coordgraph.errors import TooLarge, UnknownWeight
from coordgraph.network.incidence import Incidence, Taking
from coordgraph.network.limit import foreseen as foreseen_here
from coordgraph.network.projection import project, tie
from coordgraph.network.weights import WEIGHTS, Weight
from coordgraph.spark import ties as module
from coordgraph.spark.read import INCIDENCE
from coordgraph.spark.ties import foreseen, hold, pairs, projection, vertices
from coordgraph.store import EmbeddedStore
from coordgraph.ties import Ties
from tests.unit.spark.place import MASTER

Key = tuple[str, str, str | None]


def _here(ties: Ties) -> dict[Key, float]:
    rows = ties.to_arrow().to_pylist()
    return {(row["source"], row["target"], row["level"]): row["weight"] for row in rows}


def _there(frame: DataFrame, column: str = "weight") -> dict[Key, Any]:
    rows = frame.toArrow().to_pylist()
    found = {(row["source"], row["target"], row["level"]): row[column] for row in rows}
    assert len(found) == len(rows)
    return found


def _taking(spark: SparkSession, rows: list[Taking]) -> DataFrame:
    listed = [(row.mechanism, row.actor, row.level or None, None, None) for row in rows]
    return spark.createDataFrame(listed, INCIDENCE)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_dataset_has_the_ties_that_one_machine_makes(
    taken: DataFrame, dataset: EmbeddedStore, weight: Weight
) -> None:
    network = project(dataset, weight=weight, subsidiary="keep")
    found = _there(projection(taken, weight=weight))
    assert found == pytest.approx(_here(network.ties), rel=1e-12)


@pytest.mark.parametrize("weight", ["count", "newman"])
def test_mechanisms_are_named_where_they_are_wanted(
    taken: DataFrame, dataset: EmbeddedStore, weight: Weight
) -> None:
    network = project(dataset, subsidiary="keep")
    behind = network.behind(network.ties).to_pylist()
    expected = dict(zip(_here(network.ties), behind, strict=True))
    found = projection(taken, weight=weight, named=True)
    assert _there(found, "mechanisms") == expected
    counted = _there(projection(taken, weight=weight), "mechanisms")
    assert counted == {key: len(names) for key, names in expected.items()}


def test_whole_weights_are_whole_numbers(taken: DataFrame) -> None:
    assert dict(projection(taken).dtypes)["weight"] == "bigint"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_large_mechanism_is_dealt_into_blocks_without_a_change(
    spark: SparkSession, monkeypatch: pytest.MonkeyPatch, weight: Weight
) -> None:
    rows = [Taking(f"a{at:03}", "m", level) for at in range(60) for level in ("", "l")]
    rows += [Taking(f"a{at:03}", "n", "l") for at in range(7)]
    monkeypatch.setattr(module, "BLOCK", 8)
    found = _there(projection(_taking(spark, rows), weight=weight))
    expected = _here(tie(Incidence.of(set(rows)), weight=weight))
    assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.skipif(MASTER == "sail", reason="Sail shares the work of a machine out by itself")
def test_blocks_of_a_large_mechanism_are_paired_in_several_tasks(
    spark: SparkSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BLOCK", 8)
    rows = _taking(spark, [Taking(f"a{at:03}", "m", "l") for at in range(60)])
    met = pairs(rows.select("mechanism", "actor", "level"), "count")
    counted = met.select("source").mapInArrow(_counting, "pairs long").toArrow()
    counts = [count for count in counted.column("pairs").to_pylist() if count]
    assert sum(counts) == 60 * 59 // 2
    assert len(counts) > 2


def _counting(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield how many rows a task has."""
    rows = sum(batch.num_rows for batch in batches)
    yield pa.RecordBatch.from_pydict({"pairs": [rows]})


def test_ties_are_foreseen_as_on_one_machine(taken: DataFrame, dataset: EmbeddedStore) -> None:
    incidence = project(dataset, subsidiary="keep").incidence
    found = foreseen(taken)
    assert found.ties == foreseen_here(incidence)
    assert found.participations == len(incidence.actor)


def test_too_many_ties_are_refused_before_any_is_made(taken: DataFrame) -> None:
    with pytest.raises(
        TooLarge, match=r"may make 1,298 ties.*multi-mercosur-rules-1997 \(19\)"
    ):
        hold(foreseen(taken), 1_000)


def test_who_takes_part_alone_is_there_too(spark: SparkSession) -> None:
    frame = _taking(spark, [Taking("a", "m", "")])
    assert vertices(frame).toArrow().to_pylist() == [{"actor": "a"}]
    assert projection(frame).count() == 0


def test_a_weight_that_is_none_is_refused(taken: DataFrame) -> None:
    with pytest.raises(UnknownWeight):
        projection(taken, weight="heavy")  # type: ignore[arg-type]
