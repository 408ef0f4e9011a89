"""The command on brokers prints what is asked for, and says whom it leaves out."""

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph

pytestmark = pytest.mark.usefixtures("read_once")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(coordgraph, ["brokerage", "--network", "practices", *arguments])


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_a_row_is_an_actor_unless_asked_otherwise() -> None:
    assert len(rows(run())) == 42
    assert [row["role"] for row in rows(run("--of", "network"))][-1] == "total"


def test_those_of_an_unknown_part_are_said_to_be_left_out() -> None:
    assert "Left out, as their country is unknown: 2 of 42 actors" in run().stderr
    assert run("--unknown", "part").stderr == run("--quiet").stderr == ""


def test_a_table_for_people_is_narrow_and_names_are_in_their_language() -> None:
    head = run("--format", "table", "--lang", "pt").stdout
    assert "z_total" in head
    assert "expected_total" not in head
    assert "Administração" in head


def test_chains_are_counted_on_demand() -> None:
    found = json.loads(run("--two-mode", "--format", "json").stdout)
    assert found[0]["pairs"] > 0
    assert "z_total" not in found[0]


def test_a_part_that_is_none_is_named() -> None:
    wrong = run("--by", "colour")
    assert wrong.exit_code == 2
    assert "colour" in wrong.stderr


def test_arcs_have_brokers_but_no_chains() -> None:
    found = rows(run("--directed", "--by", "sector"))
    assert any(row["representative"] != row["gatekeeper"] for row in found)
    assert run("--directed", "--two-mode").exit_code == 2
