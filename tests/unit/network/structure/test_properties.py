"""A network as a whole: every property has a row, a label, and a value or none."""

import pytest

import coordgraph as cg
from coordgraph.engines.distances import distances
from coordgraph.network.centrality import notes
from coordgraph.network.structure import properties as module
from coordgraph.network.structure.properties import COUNTED, PROPERTIES, structure
from coordgraph.store import Store


def test_every_property_has_a_row_in_every_language(dataset: Store) -> None:
    network = cg.project(dataset, practice="canpat")
    for lang in ("en", "es", "pt"):
        table = structure(network, lang=lang)
        assert table.column_names == ["property", "label", "value", "without_groups"]
        assert tuple(table.column("property").to_pylist()) == PROPERTIES
    assert set(PROPERTIES) > COUNTED


def test_groups_are_kept_and_left_out(dataset: Store) -> None:
    rows = structure(cg.project(dataset, network="practices")).to_pylist()
    found = {row["property"]: (row["value"], row["without_groups"]) for row in rows}
    dropped = structure(cg.project(dataset, network="practices", groups="drop")).to_pylist()
    assert {name: value for name, (_, value) in found.items()} == {
        row["property"]: row["value"] for row in dropped
    }
    assert found["actors"][0] > found["actors"][1]


def test_counts_are_whole_and_what_is_not_defined_is_null(dataset: Store) -> None:
    rows = structure(cg.project(dataset, practice="canpat", groups="drop")).to_pylist()
    found = {row["property"]: row["value"] for row in rows}
    assert all(value is None or value == int(value) for name, value in found.items()
               if name in COUNTED)  # fmt: skip
    assert found["ties"] == 0
    assert found["mean_distance"] is found["diameter"] is found["clique_share"] is None


def test_nobody_has_a_structure(dataset: Store) -> None:
    rows = structure(cg.project(dataset, practice="canpat", between="states")).to_pylist()
    found = {row["property"]: row["value"] for row in rows}
    assert found["actors"] == found["components"] == found["largest_component"] == 0
    assert found["density"] is None


def test_an_estimate_is_said_to_be_one(dataset: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    network = cg.project(dataset, practice="siaci")
    assert notes(structure(network)) == []
    estimated = distances(network.merged())._replace(estimated=True)
    monkeypatch.setattr(module, "distances", lambda *_, **__: estimated)
    (note,) = notes(structure(network))
    assert "mean_distance is estimated" in note
