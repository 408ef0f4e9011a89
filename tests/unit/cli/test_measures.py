"""``coordgraph centrality --measure``: measures that are taken only by name."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph
from coordgraph.network.centrality import FURTHER, MEASURES

ISOLATES = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
<urn:m> cg:participation [ cg:actor <urn:a> ] .
<urn:n> cg:participation [ cg:actor <urn:b> ] .
"""


def centrality(*arguments: object) -> Result:
    return CliRunner().invoke(coordgraph, ["centrality", *map(str, arguments)])


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_no_measure_is_taken_unasked() -> None:
    first, *_ = rows(centrality("--practice", "canpat", "--format", "csv"))
    assert set(FURTHER).isdisjoint(first)
    assert set(MEASURES) <= set(first)


def test_each_is_taken_by_name() -> None:
    chosen = [part for name in FURTHER for part in ("--measure", name)]
    how = ("--weighted", "--weight", "newman", "--format", "csv")
    done = centrality("--practice", "canpat", *chosen, *how)
    found = rows(done)
    assert list(found[0]) == ["actor", "label", "kind", "country", *FURTHER, "group"]
    for name in FURTHER:
        assert len({row[name] for row in found}) > 1
    first = [float(row[FURTHER[0]]) for row in found]
    assert first == sorted(first, reverse=True)
    assert "correlation with one core and a periphery is 0." in done.stderr


def test_actors_without_ties_have_rows(tmp_path: Path) -> None:
    data = tmp_path / "isolates.ttl"
    data.write_text(ISOLATES, encoding="utf-8")
    chosen = [part for name in FURTHER for part in ("--measure", name)]
    found = rows(centrality("--data", data, *chosen, "--format", "csv"))
    assert [row["actor"] for row in found] == ["urn:a", "urn:b"]
    undefined = {name for row in found for name in FURTHER if row[name] == ""}
    assert undefined == {"efficiency", "hierarchy", "coreness"}


def test_an_unknown_measure_gets_a_suggestion() -> None:
    done = centrality("--measure", "kats")
    assert done.exit_code == 2
    assert "Did you mean 'katz'?" in done.stderr
    assert "Traceback" not in done.output


def test_a_long_measure_is_said_before_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = ("--practice", "canpat", "--measure", "katz", "--measure", "degree")
    assert "..." not in centrality(*chosen).stderr
    monkeypatch.setattr("coordgraph.cli.centrality._SLOW", 0)
    said = centrality(*chosen).stderr.splitlines()
    assert said[:2] == ["... degree", "... katz"]
    assert "..." not in centrality(*chosen, "--quiet").stderr
