"""A graph is told whole, in JSON, and says what it leaves out."""

import json
from functools import partial
from pathlib import Path
from urllib.request import urlopen

import pytest

import coordgraph as cg
from coordgraph.network.picture import drawing
from coordgraph.network.picture.cap import most_connected
from coordgraph.network.selection import Selection
from coordgraph.serve.api.graph import graph_of
from coordgraph.store import EmbeddedStore
from tests.servers import coordgraph_served


def test_what_is_not_known_is_null(dataset: EmbeddedStore) -> None:
    found = json.loads(json.dumps(graph_of(dataset, Selection(subsidiary="keep"), "en")))
    assert len(found["nodes"]) == found["shown"]["of_actors"] == 183
    assert found["notes"] == []
    dates = {life["from"] for life in found["mechanisms"]}
    assert None in dates
    assert "" not in dates
    assert found["years"] == [1957, 2024]
    held = {spell["held"] for course in found["courses"] for spell in course}
    assert held == {True, False, None}


def test_actors_stand_at_the_same_place_in_each_language(dataset: EmbeddedStore) -> None:
    places = [
        [
            (node["iri"], node["x"], node["y"])
            for node in graph_of(dataset, Selection(), lang)["nodes"]
        ]
        for lang in ("en", "es")
    ]
    assert places[0] == places[1]


def test_what_a_picture_cannot_hold_is_told(
    dataset: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = partial(most_connected, most=3)
    monkeypatch.setattr(drawing, "most_connected", lambda ties, **_: few(ties))
    found = graph_of(dataset, Selection(level="policy"), "en")
    shown, everybody = found["shown"]["actors"], found["shown"]["of_actors"]
    assert shown < everybody
    assert found["notes"][0].startswith(f"{shown} of {everybody} actors are shown")


def test_a_store_in_a_folder_is_measured_within_the_limit_of_memory(tmp_path: Path) -> None:
    cg.open_store(tmp_path / "store").oxigraph.flush()
    with (
        coordgraph_served("--store", str(tmp_path / "store")) as address,
        urlopen(f"{address}api/graph") as answer,  # noqa: S310 - it is ours
    ):
        assert json.load(answer)["nodes"] == []
