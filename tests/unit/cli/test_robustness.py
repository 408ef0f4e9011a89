"""The command prints ranks and how they move, or says why there is nothing to print."""

import json

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph

pytestmark = pytest.mark.usefixtures("read_once")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(coordgraph, ["robustness", *arguments, "--format", "json"])


def test_a_row_is_an_actor_or_what_is_left_out() -> None:
    leave = ("--network", "practices", "--leave", "practice")
    assert len(json.loads(run(*leave).stdout)) == 42
    first = json.loads(run(*leave, "--of", "left-out").stdout)[0]
    assert first["tau"] < 1


def test_intervals_come_with_the_bootstrap() -> None:
    draws = ("--network", "practices", "--bootstrap", "--draws", "99")
    rows = json.loads(run(*draws).stdout)
    assert all(row["rank_low"] <= row["rank_high"] for row in rows)


def test_neither_and_both_are_refused() -> None:
    assert run().exit_code == 2
    assert run("--leave", "source", "--bootstrap").exit_code == 2


def test_one_source_is_too_few() -> None:
    result = run("--network", "practices", "--leave", "source")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "too few to tell" in result.stderr
