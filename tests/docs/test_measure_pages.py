"""What the pages on brokers and tests print is what their commands say."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph

EXPLANATION = Path(__file__).parents[2] / "docs" / "explanation"
PAGES = ("brokerage.md", "tests.md", "robustness.md")


def texts() -> list[str]:
    return [(EXPLANATION / name).read_text(encoding="utf-8") for name in PAGES]


def shown() -> list[tuple[str, str]]:
    """Return each command of the pages, and what the page says that it prints."""
    block = re.compile(r"```sh\n(.+?)\n```\n\n```text\n(.+?)\n```", flags=re.DOTALL)
    return [pair for text in texts() for pair in block.findall(text)]


def test_every_command_shows_what_it_prints() -> None:
    assert sum(text.count("```sh\n") for text in texts()) == len(shown()) == 16


@pytest.mark.parametrize(("command", "printed"), shown())
@pytest.mark.usefixtures("read_once")
def test_a_command_prints_what_the_page_shows(command: str, printed: str) -> None:
    called, pipe, rest = command.partition(" | ")
    name, *arguments = shlex.split(called)
    assert name == "coordgraph"
    found = CliRunner().invoke(coordgraph, arguments).output
    if pipe:
        found = subprocess.run(
            ["bash", "-c", rest], input=found, capture_output=True, text=True, check=True
        ).stdout
    lines = [line.rstrip() for line in found.splitlines() if line.strip()]
    assert lines == printed.splitlines()
