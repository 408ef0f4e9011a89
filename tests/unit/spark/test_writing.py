from pathlib import Path

import pyarrow.dataset as pads
import pytest
from pyspark.sql import DataFrame, SparkSession

from coordgraph.errors import UnwritableTarget
from coordgraph.spark.ties import projection, vertices
from coordgraph.spark.writing import MARK, Target, into


def _write(taken: DataFrame, folder: Path, form: Target = "parquet") -> None:
    into(
        str(folder),
        ties=projection(taken),
        actors=vertices(taken),
        summary={"ties": 934},
        form=form,
    )


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_ties_are_written_by_level_with_their_actors_and_a_summary(
    spark: SparkSession, taken: DataFrame, tmp_path: Path, form: Target
) -> None:
    folder = tmp_path / "out"
    _write(taken, folder, form)
    _write(taken, folder, form)
    reader = spark.read.option("header", "true").format(form)
    assert reader.load(f"{folder}/ties").count() == projection(taken).count()
    assert reader.load(f"{folder}/actors").count() == vertices(taken).count()
    (summary,) = (folder / "summary").glob("*.txt")
    assert summary.read_text() == '{"ties": 934}\n'
    assert sorted(path.name for path in folder.iterdir()) == ["actors", MARK, "summary", "ties"]


def test_any_program_reads_the_ties(taken: DataFrame, tmp_path: Path) -> None:
    _write(taken, tmp_path / "out")
    found = pads.dataset(tmp_path / "out" / "ties", partitioning="hive").to_table()
    assert {"source", "target", "weight", "mechanisms", "level"} == set(found.column_names)
    assert found.num_rows == projection(taken).count()


def test_a_folder_of_others_is_left_alone(taken: DataFrame, tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    with pytest.raises(UnwritableTarget, match="in the way"):
        _write(taken, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
