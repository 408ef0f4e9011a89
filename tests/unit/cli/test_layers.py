"""The command on layers prints what is asked for, and says what it leaves out."""

import csv
import io
from functools import cache

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph


@cache
def run(*arguments: str) -> Result:
    return CliRunner().invoke(coordgraph, ["layers", "--network", "practices", *arguments])


def rows(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_a_row_is_a_level_unless_asked_otherwise() -> None:
    found = rows(run())
    assert [row["level"].rpartition("/")[2] for row in found] == [
        "policy", "operational", "service-delivery"
    ]  # fmt: skip


def test_ties_at_no_level_are_said_to_be_left_out() -> None:
    assert "Left out: 55 of 98 ties, at no stated level." in run().stderr
    assert run("--unstated", "keep").stderr == ""
    assert "Left out" not in run("--by", "pair", "--quiet").stderr


@pytest.mark.parametrize(
    ("by", "count", "column"),
    [("actor", 42, "bridges"), ("actor-level", 42, "relevance"), ("pair", 3, "jaccard_ties")],
)
def test_rows_are_what_is_asked_for(by: str, count: int, column: str) -> None:
    found = rows(run("--by", by))
    assert len(found) == count
    assert column in found[0]


def test_labels_are_in_the_language_asked_for() -> None:
    found = rows(run("--by", "actor", "--lang", "es"))
    assert "Administración Federal de Ingresos Públicos" in {row["label"] for row in found}
