"""Ties in Parquet are the rows that are printed."""

from pathlib import Path

import pytest
from pyarrow import parquet

from coordgraph.network.directed import directed
from coordgraph.network.projection import Network, project
from coordgraph.network.tie_file import write_ties
from coordgraph.network.tie_rows import tie_rows
from coordgraph.store import Store


@pytest.mark.parametrize("ego", [None, "https://w3id.org/coordgraph/id/actor/afip"])
def test_rows_are_those_printed(network: Network, tmp_path: Path, ego: str | None) -> None:
    written = write_ties(network, tmp_path / "a.parquet", ego)
    found = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert found == list(tie_rows(network, ego))
    assert len(found) == written


def test_weights_are_whole_where_they_count(dataset: Store, tmp_path: Path) -> None:
    arcs = directed(dataset, network="practices")
    jaccard = project(dataset, network="practices", weight="jaccard")
    for found, kind in ((arcs, "int64"), (jaccard, "double")):
        write_ties(found, tmp_path / "a.parquet")
        table = parquet.read_table(tmp_path / "a.parquet")
        assert str(table.schema.field("weight").type) == kind
        assert table.to_pylist() == list(tie_rows(found))
