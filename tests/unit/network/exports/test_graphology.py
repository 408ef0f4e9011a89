"""Graphology's JSON is as its ``import`` asks for."""

import json

from tests.unit.network.exports.conftest import ACTORS, HOSTILE, TIES, Written


def test_it_has_what_graphology_asks_for(written: Written) -> None:
    read = json.loads(written("graphology.json").read_text(encoding="utf-8"))
    assert set(read) == {"attributes", "options", "nodes", "edges"}
    assert read["options"] == {"type": "undirected", "multi": True, "allowSelfLoops": False}
    assert all(set(node) == {"key", "attributes"} for node in read["nodes"])
    keys = [node["key"] for node in read["nodes"]]
    assert len(set(keys)) == ACTORS
    assert len({edge["key"] for edge in read["edges"]}) == TIES
    for edge in read["edges"]:
        assert set(edge) == {"key", "source", "target", "attributes", "undirected"}
        assert {edge["source"], edge["target"]} <= set(keys)


def test_labels_are_as_they_are(written: Written) -> None:
    read = json.loads(written("graphology.json").read_text(encoding="utf-8"))
    assert [node["attributes"]["label"] for node in read["nodes"][:-1]] == [*HOSTILE]
    assert read["edges"][0]["attributes"]["mechanisms"] == ["urn:m"]
