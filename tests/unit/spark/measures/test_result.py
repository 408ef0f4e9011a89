"""What did not come to an end is an error, and not an answer."""

import pytest
from pyspark.sql import SparkSession

from coordgraph.errors import Unconverged
from coordgraph.spark.measures.result import Result, settled


def test_what_did_not_settle_is_refused(spark: SparkSession) -> None:
    values = spark.createDataFrame([(1, 1)], "id long, value long")
    assert settled("core", Result(values, converged=True, rounds=60)) is values
    with pytest.raises(Unconverged, match="core has not come to an end after 60 rounds"):
        settled("core", Result(values, converged=False, rounds=60))
