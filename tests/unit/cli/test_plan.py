"""``coordgraph plan`` tells what a network takes before it is made."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.network import foresight


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(coordgraph, [str(argument) for argument in arguments])
    return done.exit_code, done.stdout, done.stderr


def planned(*arguments: object) -> dict[str, Any]:
    code, printed, _ = run("plan", *arguments, "--format", "json")
    assert code == 0
    return {row["what"]: row for row in json.loads(printed)}


@pytest.mark.usefixtures("read_once")
def test_ties_are_those_that_are_made() -> None:
    selection = ("--network", "practices", "--level", "policy")
    listed = json.loads(run("ties", *selection, "--format", "json")[1])
    found = planned(*selection)
    assert found["ties"] == {
        "what": "ties",
        "value": len(listed),
        "unit": None,
        "note": "counted",
    }
    assert found["engine"]["value"] == "networkx"
    assert found["memory_ties"]["unit"] == "MB"
    assert found["spark.sql.shuffle.partitions"]["value"] == 8


@pytest.mark.usefixtures("read_once")
def test_a_table_of_participations_is_planned_for_too(tmp_path: Path) -> None:
    assert run("incidence", "--out", tmp_path / "a.parquet", "-q")[0] == 0
    here = planned("--subsidiary", "keep")
    assert planned("--data", tmp_path / "a.parquet") == here


@pytest.mark.usefixtures("read_once")
def test_what_allows_a_network_that_fits_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foresight, "affordable", lambda: 1_000)
    code, _, told = run("plan")
    assert code == 0
    assert told.startswith("Give --max-ties 1")
    assert run("plan", "-q")[2] == ""
    assert run("plan", "--data", "none.parquet")[0] == 2


@pytest.mark.usefixtures("read_once")
def test_notes_are_in_the_language_that_is_asked_for() -> None:
    assert planned("--network", "practices", "--lang", "es")["ties"]["note"] == "contados"
