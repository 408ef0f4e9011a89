"""Parquet opens in pyarrow and polars, with lists and nulls as they are."""

import polars as pl
from pyarrow import parquet

from tests.unit.network.exports.conftest import ACTORS, HOSTILE, TIES, Written


def test_edges_open(written: Written) -> None:
    table = parquet.read_table(written("parquet"))
    assert table.num_rows == TIES
    assert table.schema.metadata[b"directed"] == b"false"
    first = table.to_pylist()[0]
    assert (first["mechanisms"], first["first"]) == (["urn:m"], "1996-02")
    assert table.to_pylist()[2]["level"] is None


def test_nodes_open_also_those_without_a_tie(written: Written) -> None:
    nodes = pl.read_parquet(written("parquet").with_name("n.nodes.parquet"))
    assert len(nodes) == ACTORS
    assert nodes["label"].to_list()[:-1] == [*HOSTILE]
