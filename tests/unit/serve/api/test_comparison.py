"""A measure side by side is what the network of each level, or each reading, has."""

import json
from urllib.parse import urlencode

import pytest

import coordgraph as cg
from coordgraph.network.selection import Selection
from coordgraph.serve.api.answering import api_answered
from coordgraph.serve.api.comparison import By, compared, readings
from coordgraph.serve.framing import Message
from coordgraph.serve.limits import Limits
from coordgraph.store import EmbeddedStore, open_store


def test_each_level_has_the_numbers_of_its_network(dataset: EmbeddedStore) -> None:
    columns, rows = compared(
        dataset,
        "betweenness",
        "level",
        selection=Selection(groups="drop"),
        weight="count",
        weighted=False,
        lang="es",
    )
    assert columns[4:] == ["policy", "operational", "service-delivery"]
    for level in columns[4:]:
        network = cg.project(dataset, level=level, groups="drop")
        expected = cg.centrality(network, measures=["betweenness"]).to_pylist()
        found = {row["actor"]: row[level] for row in rows if row[level] is not None}
        assert found == {row["actor"]: row["betweenness"] for row in expected}


def test_readings_are_those_of_the_claims_and_both_of_all(dataset: EmbeddedStore) -> None:
    names = readings(dataset)
    assert names[:2] == ["any", "all"]
    columns, rows = compared(
        dataset,
        "degree",
        "reading",
        selection=Selection(level="policy"),
        weight="count",
        weighted=False,
        lang="en",
    )
    assert columns[4:] == names
    network = cg.project(dataset, level="policy", reading="table-2")
    expected = cg.centrality(network, measures=["degree"]).to_pylist()
    found = {row["actor"]: row["table-2"] for row in rows if row["table-2"] is not None}
    assert found == {row["actor"]: row["degree"] for row in expected}


@pytest.mark.parametrize("by", ["level", "reading"])
def test_no_data_make_no_rows(by: By) -> None:
    empty = open_store()
    assert readings(empty) == []
    _, rows = compared(
        empty,
        "degree",
        by,
        selection=Selection(),
        weight="count",
        weighted=False,
        lang="en",
    )
    assert rows == []


def test_the_api_compares(dataset: EmbeddedStore) -> None:
    search = urlencode({"by": "level", "measure": "strength", "limit": 3})
    head = {"path": "comparison", "search": search, "accept": "", "root": "http://x/"}
    rows = json.loads(api_answered(dataset, Message(head), Limits()).body)["rows"]
    assert len(rows) == 3
    assert list(rows[0])[4:] == ["policy", "operational", "service-delivery"]
