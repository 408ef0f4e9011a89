"""The page on chance says what the commands answer."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "chance.md").read_text("utf-8")
ROWS = re.findall(r"^\| `(.+)` \| (\d+) \| (\d+) \|$", PAGE, re.MULTILINE)
COMMANDS = re.findall(r"^coordgraph (backbone .+)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("selection", "met", "kept"), ROWS)
def test_a_row_is_what_the_command_tells(selection: str, met: str, kept: str) -> None:
    told = CliRunner().invoke(coordgraph, ["backbone", *selection.split()])
    assert told.stderr.startswith(f"{kept} of {met} ties are more than chance makes")
    assert len(told.stdout.splitlines()) == int(kept) + 1


@pytest.mark.long
def test_the_commands_run() -> None:
    assert len(COMMANDS) == 3
    few = [re.sub(r"--draws \d+", "--draws 299", command) for command in COMMANDS]
    told = CliRunner().invoke(coordgraph, few[2].split())
    assert told.exit_code == 0, told.stderr
    assert len(told.stdout.splitlines()) == 397


def test_a_network_too_small_is_refused_without_a_table() -> None:
    told = CliRunner().invoke(coordgraph, ["backbone", "--practice", "siaci"])
    assert told.exit_code == 1
    assert "too small to test" in told.stderr
    assert told.stdout == ""
