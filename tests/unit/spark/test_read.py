import bz2
import gzip
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from coordgraph.errors import BadLines, EmptyData, UnreadableFile
from coordgraph.namespace import CG
from coordgraph.spark.failures import plainly
from coordgraph.spark.read import Statements, form_of, incidence, statements, tables
from coordgraph.spark.work import working
from tests.unit.spark.place import MASTER


def _part(mechanism: str, actor: str, node: str = "_:p") -> str:
    return f"<x:{mechanism}> <{CG}participation> {node} .\n{node} <{CG}actor> <x:{actor}> .\n"


def _read(spark: SparkSession, *sources: Path | str, max_bad: int = 0) -> set[tuple[str, str]]:
    with working(spark, MASTER) as work:
        said = statements(work, [str(source) for source in sources], max_bad=max_bad)
        rows = incidence(said).toArrow().to_pylist()
    return {(row["mechanism"], row["actor"]) for row in rows}


def test_compressed_files_by_pattern_are_read_together(
    spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "a.nt.gz").write_bytes(gzip.compress(_part("m", "a").encode()))
    (tmp_path / "b.nt.gz").write_bytes(gzip.compress(_part("m", "b").encode()))
    (tmp_path / "c.nt.bz2").write_bytes(bz2.compress(_part("n", "a").encode()))
    found = _read(spark, tmp_path / "*.nt.gz", tmp_path / "c.nt.bz2")
    assert found == {("x:m", "x:a"), ("x:m", "x:b"), ("x:n", "x:a")}


def test_what_another_file_says_of_a_blank_node_is_of_another_node(
    spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "a.nt").write_text(f"<x:m> <{CG}participation> _:p .\n")
    (tmp_path / "b.nt").write_text(f"_:p <{CG}actor> <x:a> .\n")
    assert _read(spark, tmp_path / "*.nt") == set()


def test_literals_are_no_participations(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text(f'<x:m> <{CG}participation> "x:p" .\n<x:p> <{CG}actor> <x:a> .\n')
    assert _read(spark, path) == set()


def test_bad_lines_are_told_with_file_and_line(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text(_part("m", "a") + "\nbad\n" + _part("n", "b") + "worse\n")
    with pytest.raises(BadLines, match="2 lines are no statements, and 1 are let pass") as told:
        _read(spark, path, max_bad=1)
    assert [line.partition(f"{path.name}:")[2][:2] for line in told.value.sample] == [
        "4:",
        "7:",
    ]


def test_bad_lines_that_are_let_pass_are_counted(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text("bad\n" + _part("m", "a"))
    with working(spark, MASTER) as work:
        said = statements(work, [str(path)], max_bad=1)
        assert (said.lines, said.bad) == (3, 1)


def test_the_whole_dataset_is_read(said: Statements) -> None:
    assert said.bad == 0
    assert said.lines > 30_000


def test_a_file_that_is_not_there_is_named(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"none.*no such file"), plainly(MASTER):
        _read(spark, tmp_path / "none*.nt")


def test_a_file_without_a_line_is_no_dump(spark: SparkSession, tmp_path: Path) -> None:
    path = tmp_path / "a.nt"
    path.write_text("")
    with pytest.raises(EmptyData):
        _read(spark, path)


@pytest.mark.parametrize("name", ["folder/", "a.ttl", "a.nt.zip", "*"])
def test_a_name_that_does_not_tell_its_form_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFile, match=r"Spark reads \.nt and \.nq"):
        form_of(name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("s3a://b/*.nt.gz", "nt"),
        ("A.NQ.BZ2", "nq"),
        ("x.nt.zst", "nt"),
        ("t.parquet", "parquet"),
    ],
)
def test_the_end_of_a_name_tells_its_form(name: str, form: str) -> None:
    assert form_of(name) == form


def test_a_table_is_read_as_it_was_written(spark: SparkSession, tmp_path: Path) -> None:
    path = str(tmp_path / "t.parquet")
    spark.createDataFrame(
        [("m", "a"), ("m", "b")], "mechanism string, actor string"
    ).write.parquet(path)
    rows = tables(spark, [path, path]).toArrow().to_pylist()
    assert sorted(row["actor"] for row in rows) == ["a", "b"]
    assert {row["level"] for row in rows} == {None}


def test_a_table_of_something_else_is_refused(spark: SparkSession, tmp_path: Path) -> None:
    path = str(tmp_path / "t.parquet")
    spark.createDataFrame([("m",)], "mechanism string").write.parquet(path)
    with pytest.raises(UnreadableFile, match="no column actor"):
        tables(spark, [path])
