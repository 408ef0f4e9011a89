"""Measures are printed in order, with what is known of their actors."""

import pytest
from pyspark.sql import SparkSession

from coordgraph.errors import TooLarge
from coordgraph.spark.measures.rows import measure_rows

ROWS = [("urn:b", 2.0, "urn:x"), ("urn:a", 2.0, "urn:x"), ("urn:c", 9.0, "urn:a")]


def test_equals_are_in_order_of_their_names(spark: SparkSession) -> None:
    frame = spark.createDataFrame(ROWS, "actor string, strength double, component string")
    found = measure_rows(frame, None, lang="en")
    assert [row["actor"] for row in found] == ["urn:c", "urn:a", "urn:b"]
    assert found[0] == {
        "actor": "urn:c",
        "strength": 9.0,
        "component": "urn:a",
        "label": "urn:c",
        "kind": found[0]["kind"],
        "country": "",
        "group": False,
    }
    parts = measure_rows(frame.select("actor", "component"), None, lang="en")
    assert [row["actor"] for row in parts] == ["urn:c", "urn:a", "urn:b"]


def test_too_many_are_not_printed(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coordgraph.spark.rows.MOST_ROWS", 2)
    frame = spark.createDataFrame(ROWS, "actor string, strength double, component string")
    with pytest.raises(TooLarge, match=r"more than 2 actors.*--out FOLDER"):
        measure_rows(frame, None, lang="en")
