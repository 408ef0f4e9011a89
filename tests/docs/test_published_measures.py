"""The commands of the page on published measures run, and what it shows is so."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.publish.measures import PROJECTIONS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "published-measures.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^coordgraph .+$", PAGE, re.MULTILINE)


def told(command: str) -> str:
    result = CliRunner().invoke(coordgraph, shlex.split(command)[1:])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(command: str) -> None:
    assert len(told(command).splitlines()) > 10


def test_the_observation_that_is_shown_is_published() -> None:
    (shown,) = re.findall(r"```turtle\n(.+?)\n```", PAGE, flags=re.DOTALL)
    published = told("coordgraph centrality --measure degree --measure strength --format ttl")
    squeezed = re.sub(r"\s+", " ", published)
    for statement in re.findall(r"(?:qb|cg):\w+ [^;]+(?= [;.])", re.sub(r"\s+", " ", shown)):
        assert statement in squeezed


def test_six_projections_are_measured() -> None:
    assert len(PROJECTIONS) == 6
