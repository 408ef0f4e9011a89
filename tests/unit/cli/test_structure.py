"""``coordgraph structure``: a property a row, bridges and cores as lists."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph
from coordgraph.engines.distances import Distances, distances
from coordgraph.network.structure import properties
from coordgraph.network.structure.properties import PROPERTIES


def structure(*arguments: object) -> Result:
    return CliRunner().invoke(coordgraph, ["structure", *map(str, arguments)])


def test_counts_are_printed_as_whole_numbers() -> None:
    done = structure("--practice", "canpat", "--format", "csv")
    assert done.exit_code == 0, done.output
    rows = {row["property"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert tuple(rows) == PROPERTIES
    assert (rows["actors"]["value"], rows["actors"]["without_groups"]) == ("9", "2")
    assert rows["density"]["value"] == repr(15 / 36)
    assert rows["mean_distance"]["without_groups"] == ""


def test_labels_come_in_the_language_asked_for() -> None:
    shown = structure("--practice", "canpat", "--lang", "pt", "--format", "table").stdout
    assert "atores no núcleo" in shown


def test_bridges_and_the_core_are_listed() -> None:
    chosen = ("--practice", "canpat", "--format", "json")
    (one, other) = json.loads(structure("--list", "bridges", *chosen).stdout)
    assert {"Companies"} < {one["source_label"], one["target_label"], other["source_label"]}
    first, *_ = json.loads(structure("--list", "core", *chosen).stdout)
    assert first["label"] == "Under-Secretariat of Labour Inspection"


def test_what_is_estimated_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def estimated(*given: Any, **named: Any) -> Distances:
        return distances(*given, **named)._replace(estimated=True)

    monkeypatch.setattr(properties, "distances", estimated)
    assert "mean_distance is estimated" in structure("--practice", "canpat").stderr
    assert structure("--practice", "canpat", "--quiet").stderr == ""


def test_nobody_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    done = structure("--data", tmp_path / "none.ttl", "--format", "csv")
    assert done.exit_code == 0
    assert "No actor takes part" in done.stderr
    assert "density" in done.stdout
