"""What commands say of readings, windows and weights, and what they refuse."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph


def run(*arguments: str) -> Result:
    return CliRunner().invoke(coordgraph, arguments)


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_a_reading_is_told_to_take_levels_away() -> None:
    found = run("ties", "--reading", "table-2", "--level", "policy", "--network", "practices")
    assert len(rows(found)) == 14
    assert found.stderr == "The reading table-2 takes levels from 3 mechanisms.\n"


def test_a_reading_that_takes_nothing_away_is_quiet() -> None:
    assert run("ties", "afip", "--reading", "any").stderr == ""


def test_a_window_is_told_what_it_does_not_place() -> None:
    asked = ["--network", "agreements", "--between", "states", "--undated", "drop"]
    found = run("centrality", "--during", "1970/1979", "--measure", "degree", *asked)
    assert rows(found)
    assert found.stderr == "Not placed by known dates: 79 mechanisms, left out.\n"


def test_what_dates_do_not_place_is_told_to_be_kept() -> None:
    found = run("ties", "--as-of", "2010", "--network", "practices")
    assert re.search(r"Not placed by known dates: \d+ mechanisms, kept\.", found.stderr)


def test_shares_are_no_whole_numbers() -> None:
    found = json.loads(run("ties", "--weight", "jaccard", "--format", "json").stdout)
    assert any(0 < row["weight"] < 1 for row in found)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reading", "tabel-2"], "Did you mean 'table-2'"),
        (["--during", "1990"], "'1990' is no window of time. Write FROM/TO"),
        (["--during", "1990/", "--as-of", "1990"], "leave out one"),
    ],
)
def test_what_is_not_there_is_refused(arguments: list[str], message: str) -> None:
    found = run("ties", *arguments)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert message in found.stderr


def test_directed_ties_lead_from_who_acts() -> None:
    found = run("ties", "sss-ar", "--directed", "--format", "json", "--quiet")
    listed = json.loads(found.stdout)
    assert {row["target"].rpartition("/")[2] for row in listed} == {"sss-ar"}
    assert len(listed) == 6
    assert found.stderr == ""


def test_directed_says_where_roles_order_nobody() -> None:
    found = run("ties", "--directed", "--network", "agreements")
    assert rows(found) == []
    assert "No role acts towards another in" in found.stderr


def test_directed_measures_have_their_own_columns() -> None:
    found = rows(run("centrality", "--directed", "--practice", "canpat"))
    assert found[0].keys() >= {"in_degree", "out_strength", "hub", "authority", "pagerank"}
    one = rows(run("centrality", "--directed", "--practice", "canpat", "--measure", "hub"))
    assert one[0]["actor"].endswith("/sit-br")
    assert float(one[0]["hub"]) == pytest.approx(1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--two-mode"], "--two-mode does not go with --directed"),
        (["--weighted"], "--weighted does not go with --directed"),
        (["--engine", "igraph"], "--engine does not go with --directed"),
        (["--approximate", "0.1"], "--approximate does not go with --directed"),
        (["--measure", "betweenness"], "No measure is named 'betweenness'"),
        (["--weight", "cosine"], "Weigh arcs by count or newman"),
    ],
)
def test_what_directed_measures_lack_is_refused(arguments: list[str], message: str) -> None:
    found = run("centrality", "--directed", *arguments)
    assert found.exit_code == 2
    assert message in found.stderr


def test_arcs_are_written_for_other_programs(tmp_path: Path) -> None:
    asked = ["--practice", "canpat", "--out", str(tmp_path / "n.net")]
    found = run("network", "--directed", *asked)
    assert found.exit_code == 0
    assert "*Arcs" in (tmp_path / "n.net").read_text(encoding="utf-8")
    refused = run("network", "--directed", "--two-mode", *asked)
    assert refused.exit_code == 2
    assert "--two-mode does not go with --directed" in refused.stderr
