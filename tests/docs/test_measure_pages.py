"""What the pages on brokers and tests print is what their commands say."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("brokerage.md", "tests.md")


def shown() -> list[tuple[str, str]]:
    """Return each command of the pages, and what the page says that it prints."""
    return [
        pair
        for name in PAGES
        for pair in re.findall(
            r"```sh\n(.+?)\n```\n\n```text\n(.+?)\n```",
            (ROOT / "docs" / "explanation" / name).read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
    ]


def test_every_command_shows_what_it_prints() -> None:
    pages = [(ROOT / "docs" / "explanation" / name).read_text("utf-8") for name in PAGES]
    assert sum(page.count("```sh\n") for page in pages) == len(shown()) == 11


@pytest.mark.parametrize(("command", "printed"), shown())
def test_a_command_prints_what_the_page_shows(command: str, printed: str) -> None:
    script = f'coordgraph() {{ "{sys.executable}" -m coordgraph "$@"; }}\n{command}'
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    assert [line.rstrip() for line in lines if line.strip()] == printed.splitlines()
