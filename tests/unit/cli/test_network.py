"""The command that writes the network for other programs."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph

LEAST = """@prefix cg: <https://w3id.org/coordgraph/ns#> .
<urn:m> cg:participation [ cg:actor <urn:a> ] , [ cg:actor <urn:b> ] .
"""


@pytest.fixture
def least(tmp_path: Path) -> Path:
    path = tmp_path / "least.ttl"
    path.write_text(LEAST, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(coordgraph, ["network", *map(str, arguments)])


def test_standard_output_takes_any_format_of_one_file(least: Path) -> None:
    result = run("--data", least, "--out", "-", "--format", "json")
    assert result.exit_code == 0
    assert [node["id"] for node in json.loads(result.stdout)["nodes"]] == ["urn:a", "urn:b"]


def test_a_network_without_dates_evidence_or_labels_is_written(
    least: Path, tmp_path: Path
) -> None:
    result = run("--data", least, "--out", tmp_path / "n.gexf.gz")
    assert result.exit_code == 0
    assert result.stderr.endswith("n.gexf.gz: 2 actors, 1 ties\n")
    assert b'id="urn:b"' in gzip.decompress((tmp_path / "n.gexf.gz").read_bytes())


def test_ties_that_all_have_levels_are_listed_by_level_alone(
    least: Path, tmp_path: Path
) -> None:
    level = "<https://w3id.org/coordgraph/id/level/policy>"
    least.write_text(f"{LEAST}<urn:m> cg:level {level} .", encoding="utf-8")
    assert run("--data", least, "--out", tmp_path / "n.paj").exit_code == 0
    lines = (tmp_path / "n.paj").read_text(encoding="utf-8").splitlines()
    assert sum(line.lower().startswith("*edges") for line in lines) == 2  # of all, of policy


def test_of_many_participations_a_step_is_told(
    least: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coordgraph.cli.network._MANY", 1)
    call = ("--data", least, "--out", tmp_path / "n.gexf")
    assert run(*call).stderr.startswith("... reading dates, roles and evidence\n")
    assert run(*call, "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "-"], "Say which --format goes to standard output."),
        (["--out", "-", "--format", "csv"], "csv is written as 2 files: name one with --out."),
        (["--out", "-", "--format", "doc"], "'doc' is not one of"),
        (["--out", "n.doc"], "the suffix is of no network format"),
    ],
)
def test_what_cannot_be_written_is_said(
    arguments: list[str], message: str, least: Path
) -> None:
    result = run("--data", least, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_date_that_is_none_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text(f'{LEAST}<urn:m> cg:inForceFrom "soon" .', encoding="utf-8")
    result = run("--data", bad, "--out", tmp_path / "n.gexf")
    assert result.exit_code == 1
    assert "urn:m: 'soon' is no date" in result.stderr
    assert not (tmp_path / "n.gexf").exists()
