"""``coordgraph centrality`` publishes measures as RDF, under names that are one's own."""

from pathlib import Path

import pytest
from pyoxigraph import parse

from coordgraph.publish.rdf import FORMATS
from tests.unit.cli.test_commands import LEAST, run

BASE = ("--base", "https://example.org/kg")


@pytest.fixture
def least(tmp_path: Path) -> Path:
    path = tmp_path / "least.ttl"
    path.write_text(LEAST, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_an_observation_an_actor(form: str, least: Path) -> None:
    result = run("centrality", "--data", least, "--measure", "degree", "--format", form, *BASE)
    assert result.exit_code == 0, result.output
    found = list(parse(result.stdout.encode(), format=FORMATS[form]))
    degrees = {quad.object.value for quad in found if quad.predicate.value.endswith("#degree")}
    assert degrees == {"0", "1"}
    assert {str(quad.graph_name) for quad in found} == (
        {"<https://example.org/kg/graph/measures>"}
        if FORMATS[form].supports_datasets
        else {"DEFAULT"}
    )


def test_ones_own_data_needs_a_base(least: Path) -> None:
    result = run("centrality", "--data", least, "--format", "ttl")
    assert result.exit_code == 2
    assert "--base https://example.org/kg/" in result.stderr
    result = run("centrality", "--data", least, "--format", "ttl", "--base", "kg")
    assert result.exit_code == 2
    assert "is no web address" in result.stderr


@pytest.mark.parametrize("option", ["--two-mode", "--directed"])
def test_other_measures_have_no_terms(option: str, least: Path) -> None:
    result = run("centrality", "--data", least, option, "--format", "ttl", *BASE)
    assert result.exit_code == 2
    assert f"Measures of {option} have no terms" in result.stderr


def test_the_same_moment_gives_the_same_bytes(
    least: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    one, other = (run("centrality", "--data", least, "--format", "trig", *BASE) for _ in "ab")
    assert "1970-01-02T00:00:00Z" in one.stdout
    assert one.stdout == other.stdout
