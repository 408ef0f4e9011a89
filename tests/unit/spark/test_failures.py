from pathlib import Path

import pytest
from pyspark.errors import AnalysisException, PySparkException

from coordgraph.errors import ClusterError, CoordgraphError, EmptyData, UnreadableFile
from coordgraph.spark.failures import plainly

_STACK = """An error occurred while calling o1.count.
: org.apache.spark.SparkException: Job aborted
\tat org.apache.spark.A.b(A.scala:1)
Caused by: java.io.IOException: No space left on device
\tat java.base/B.c(B.java:2)
"""


def _told(error: Exception, log: Path | None = None) -> CoordgraphError:
    with pytest.raises(CoordgraphError) as told, plainly("spark://h:1", log=log):
        raise error
    return told.value


def test_the_last_cause_is_told_without_the_stack() -> None:
    found = str(_told(PySparkException(_STACK)))
    assert found == "spark://h:1: java.io.IOException: No space left on device"


def test_a_file_that_is_missing_is_named() -> None:
    text = "[PATH_NOT_FOUND] Path does not exist: file:/x/*.nt. SQLSTATE: 42K03"
    found = _told(AnalysisException(text))
    assert isinstance(found, UnreadableFile)
    assert found.path == "file:/x/*.nt"


def test_too_little_memory_is_told_with_what_to_do(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("java.lang.OutOfMemoryError: Java heap space")
    found = _told(PySparkException("Java gateway process exited"), log)
    assert isinstance(found, ClusterError)
    assert "too little memory" in str(found)
    assert f"is in {log}" in str(found)


def test_errors_of_this_package_pass_as_they_are() -> None:
    assert isinstance(_told(EmptyData("nothing")), EmptyData)


def test_what_is_not_of_spark_passes_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError), plainly("local"):
        raise ZeroDivisionError
