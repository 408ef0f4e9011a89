"""The commands that test print numbers, or say why there are none."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coordgraph.cli import coordgraph
from coordgraph.cli import progress as module

QUICK = ("--draws", "99", "--format", "json")

pytestmark = pytest.mark.usefixtures("read_once")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(coordgraph, ["test", *arguments])


def rows(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, *QUICK)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_two_networks_are_compared() -> None:
    (row,) = rows("qap", "--level", "policy", "--against", "level=operational")
    assert row["statistic"] == "correlation"
    assert row["p_high"] == 0.01


def test_one_network_is_explained_by_others_and_by_parts() -> None:
    against = ("--against", "level=operational", "--against", "same=country")
    found = rows("mrqap", "--level", "policy", *against)
    assert [row["term"] for row in found] == ["intercept", "level=operational", "same=country"]


def test_a_network_is_compared_with_networks_of_its_size() -> None:
    (row,) = rows("cug", "--network", "practices", "--statistic", "transitivity")
    assert row["p_high"] == 0.01


def test_ties_inside_parts_are_compared_with_parts_dealt_anew() -> None:
    (row,) = rows("ei", "--network", "practices", "--by", "country")
    assert row["p_low"] == 0.01
    actors = rows("ei", "--network", "practices", "--of", "actors")
    assert len(actors) == 42
    assert "p_low" not in actors[0]


def test_what_is_too_small_is_refused_in_place_of_a_p_value() -> None:
    result = run("qap", "--practice", "siaci", "--against", "level=operational")
    assert result.exit_code == 1
    assert "6 actors: too small to test" in result.stderr
    assert result.stdout == ""


def test_an_other_network_that_is_none_is_named() -> None:
    result = run("qap", "--level", "policy", "--against", "levl=policy")
    assert result.exit_code == 2
    assert "'levl=policy': No such option" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "column"),
    [
        (("qap", "--against", "level=policy"), "observed"),
        (("mrqap", "--against", "same=country", "--against", "level=policy"), "t"),
        (("cug", "--given", "dyads"), "observed"),
        (("ei",), "ei"),
    ],
)
def test_arcs_are_tested_too(arguments: tuple[str, ...], column: str) -> None:
    name, *others = arguments
    found = rows(name, "--network", "practices", "--directed", *others)
    assert found[-1][column] is not None


@pytest.mark.parametrize(
    ("before", "after"), [(["-q"], ["test"]), ([], ["test", "-q"]), ([], ["test"])]
)
def test_quiet_reaches_the_tests(
    before: list[str], after: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_EVERY", -1.0)
    arguments = ["cug", "--network", "practices", "--draws", "99"]
    result = CliRunner().invoke(coordgraph, [*before, *after, *arguments])
    assert result.exit_code == 0
    assert bool(result.stderr) == (not before and after == ["test"])
