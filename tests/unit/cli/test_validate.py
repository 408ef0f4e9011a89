"""``coordgraph validate`` checks what stands in no files, too."""

import json
import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from tests.servers import coordgraph_served

WRONG = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
<https://example.org/id/m> a cg:Mechanism .
<https://example.org/id/n> a cg:Mechanism ; cg:level <https://example.org/id/high> .
"""
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix cg: <https://w3id.org/coordgraph/ns#> .
<urn:s> a sh:NodeShape ; sh:targetClass cg:Mechanism ;
    sh:property [ sh:path cg:level ; sh:minCount 1 ; sh:message "No level." ] .
"""


def run(*arguments: object) -> tuple[int, str, str]:
    done = CliRunner().invoke(coordgraph, ["validate", *map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.ttl"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.fixture
def shapes(tmp_path: Path) -> tuple[str, ...]:
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPES, encoding="utf-8")
    return ("--shapes", str(path), "--format", "json")


def found(report: str) -> list[tuple[str, str]]:
    return [(one["focus"], one["message"]) for one in json.loads(report)["findings"]]


def test_a_store_is_checked_like_its_files(
    wrong: Path, shapes: tuple[str, ...], tmp_path: Path
) -> None:
    done = CliRunner().invoke(coordgraph, ["load", str(wrong), "--store", str(tmp_path / "db")])
    assert done.exit_code == 0, done.output
    code, printed, _ = run("--store", tmp_path / "db", *shapes)
    assert (code, found(printed)) == (1, [("https://example.org/id/m", "No level.")])
    assert found(run(wrong, *shapes)[1]) == found(printed)


def test_an_endpoint_is_checked_like_its_files(wrong: Path, shapes: tuple[str, ...]) -> None:
    with coordgraph_served("--data", str(wrong)) as address:
        code, printed, _ = run("--endpoint", f"{address}sparql", *shapes)
    assert (code, found(printed)) == (1, [("https://example.org/id/m", "No level.")])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.ttl", "--store", "db"), "FILE, --store and --endpoint exclude each other."),
        (("a.ttl", "--endpoint", "http://localhost/"), "exclude each other."),
        (("--store", "db", "--endpoint", "http://localhost/"), "exclude each other"),
        (("--shapes", "s.ttl"), "--shapes needs data to check"),
        (("--store", "nowhere"), "nowhere"),
        (("--endpoint", "nowhere"), "is no web address"),
    ],
)
def test_what_cannot_be_checked_is_said(arguments: tuple[str, ...], message: str) -> None:
    code, printed, said = run(*arguments)
    assert (code, printed) == (2, "")
    assert message in said


@pytest.mark.parametrize("engine", ["pyshacl", "shacl"])
def test_an_ill_typed_value_is_told_as_a_finding_alone(
    engine: str, wrong: Path, tmp_path: Path
) -> None:
    ill = '"maybe"^^<http://www.w3.org/2001/XMLSchema#boolean>'
    wrong.write_text(f"{WRONG} <urn:m> cg:level {ill} .", encoding="utf-8")
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(f"{SHAPES} <urn:s> sh:deactivated {ill} .", encoding="utf-8")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        code, _printed, said = run(wrong, "--shapes", shapes, "--engine", engine)
    assert (code, said) == (1, "")
    assert not [one for one in told if one.category is UserWarning]
