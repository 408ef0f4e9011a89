"""The pair of tables opens in spreadsheets, R and pandas, and runs nothing there."""

import csv
from pathlib import Path

import pandas as pd
from pyarrow import csv as arrow_csv

from tests.unit.network.exports.conftest import ACTORS, HOSTILE, TIES, Written


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_pair_is_read_back_and_no_spreadsheet_runs_it(written: Written) -> None:
    nodes = written("csv")
    labels = [row["label"] for row in rows_of(nodes)[: len(HOSTILE)]]
    assert labels[1] == "'=1+1"
    safe = [f"'{label}" if label.startswith(("=", "\t")) else label for label in HOSTILE]
    assert labels == safe
    edges = rows_of(nodes.with_name("n.edges.csv"))
    assert len(edges) == TIES
    assert list(edges[0])[:6] == ["source", "target", "type", "level", "level_label", "weight"]
    assert (edges[0]["type"], edges[0]["weight"], edges[0]["mechanisms"]) == (
        "undirected",
        "1",
        "urn:m",
    )


def test_pandas_and_arrow_read_it(written: Written) -> None:
    nodes = written("csv")
    assert len(pd.read_csv(nodes)) == ACTORS
    options = arrow_csv.ParseOptions(newlines_in_values=True)
    assert len(arrow_csv.read_csv(nodes, parse_options=options)) == ACTORS
