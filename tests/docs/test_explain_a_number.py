"""The commands of the how-to on explaining numbers print what it shows."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from coordgraph.cli import coordgraph
from coordgraph.network.explain.shares import EXPLAINED

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "explain-a-number.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.+?)\n```", PAGE, flags=re.DOTALL)


def test_the_commands_run_and_the_first_prints_what_is_shown() -> None:
    (commands,) = blocks("sh")
    told = [
        CliRunner().invoke(coordgraph, shlex.split(line)[1:]) for line in commands.splitlines()
    ]
    assert [result.exit_code for result in told] == [0, 0, 0]
    (shown,) = blocks("text")
    printed = re.sub(r"\s+", " ", told[0].stdout)
    for line in filter(lambda line: line.strip() != "...", shown.splitlines()):
        assert re.sub(r"\s+", " ", line).strip() in printed


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (snippet,) = blocks("python")
    exec(snippet, {})  # noqa: S102 - it is our own
    assert "Table 7, item 1 (line 123)" in capsys.readouterr().out


def test_every_measure_has_its_row() -> None:
    assert set(re.findall(r"^\| `(\w+)`", PAGE, re.MULTILINE)) == set(EXPLAINED)
