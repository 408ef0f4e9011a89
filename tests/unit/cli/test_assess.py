"""Questions of policy are commands under one, each with its table and its words."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph

SMALL = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix level: <https://w3id.org/coordgraph/id/level/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:m> cg:level level:policy, level:operational ;
  cg:participation [ cg:actor <urn:a> ], [ cg:actor <urn:b> ] .
<urn:n> cg:level level:service-delivery ;
  cg:participation [ cg:actor <urn:b> ], [ cg:actor <urn:c> ] .
<urn:b> skos:prefLabel "Bank"@en , "Banco"@es .
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.ttl"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


def run(words: str, data: str, *arguments: str) -> Result:
    command = ["assess", *words.split(), "--data", data, *arguments]
    return CliRunner().invoke(coordgraph, command)


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.mark.parametrize("words", ["load", "dependence", "gaps", "scope", "replace urn:a"])
def test_every_question_is_answered_in_ones_language(words: str, small: str) -> None:
    assert "Banco" in run(words, small, "--format", "table", "--lang", "es").stdout


def test_programs_get_what_people_get(small: str) -> None:
    listed = json.loads(run("load", small, "--format", "json").stdout)
    assert [str(row["load"]) for row in listed] == [
        row["load"] for row in rows(run("load", small))
    ]


def test_the_load_is_listed_highest_first(small: str) -> None:
    found = [(row["actor"], row["load"]) for row in rows(run("load", small))]
    assert found == [("urn:b", "6"), ("urn:a", "2"), ("urn:c", "1")]


def test_quiet_reaches_a_command_under_a_command(small: str) -> None:
    assert run("gaps", small).stderr
    for words in (
        ["-q", "assess", "gaps"],
        ["assess", "gaps", "-q"],
        ["assess", "replace", "urn:a", "-q"],
    ):
        result = CliRunner().invoke(coordgraph, [*words, "--data", small])
        assert (result.exit_code, result.stderr) == (0, "")


def test_the_two_levels_of_gaps_are_chosen(small: str) -> None:
    result = run("gaps", small, "--levels", "policy", "operational")
    assert result.stderr == "Tied at policy: 1 pair; at operational: 1; at both: 1.\n"
    assert rows(result) == []
    assert len(rows(run("gaps", small))) == 2


def test_who_would_be_in_which_piece_is_listed(small: str) -> None:
    found = rows(run("dependence urn:b", small))
    assert [(row["piece"], row["actor"], row["mechanisms"]) for row in found] == [
        ("1", "urn:a", "urn:m"),
        ("2", "urn:c", "urn:n"),
    ]


def test_scopes_are_counted_by_level(small: str) -> None:
    found = rows(run("scope", small, "--by", "level"))
    assert [(row["scope"], row["ties"]) for row in found] == [("unknown", "1")] * 3


def test_the_network_before_and_after_is_told(small: str) -> None:
    said = run("replace urn:a", small, "--with", "urn:c").stderr.splitlines()
    assert said == [
        "Before: 3 actors, 2 pairs tied.",
        "With urn:c: 2 actors, 1 pair tied.",
    ]
    assert "Nobody is known to succeed: 2 actors, 0 pairs" in run("replace urn:b", small).stderr


def test_an_actor_that_takes_part_in_nothing_is_no_answer() -> None:
    command = ["assess", "replace", "arca", "--practice", "siaci"]
    result = CliRunner().invoke(coordgraph, command)
    assert result.exit_code == 1
    assert "takes part in no mechanism of this selection" in result.stderr
