"""The README's commands work as written on a fresh machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.telling import run
from tests.supply.building import checkout

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """Return the shell commands of the README's opening, before its second heading."""
    opening = README.split("\n## ")[1]
    return re.findall(r"```sh\n(.+?)\n```", opening, flags=re.DOTALL)


def test_the_readme_opens_with_two_commands() -> None:
    install_and_build, install_and_test = commands()
    assert install_and_build.endswith("coordgraph build")
    assert install_and_test.endswith("python -m pytest")


def test_the_checks_call_the_readmes_test_command() -> None:
    assert commands()[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_pictures_of_the_readme_exist() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def examples() -> list[str]:
    """Return the lines of the later shell blocks."""
    later = README.split("\n## ", 2)[2]
    blocks = re.findall(r"```sh\n(.+?)\n```", later, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.long
@pytest.mark.parametrize("line", examples())
def test_an_example_of_the_readme_runs(line: str, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    assert run(line, tmp_path).said


def test_the_python_example_of_the_readme_runs() -> None:
    (snippet,) = re.findall(r"```python\n(.+?)\n```", README, flags=re.DOTALL)
    names: dict[str, object] = {}
    exec(snippet, names)  # noqa: S102 - it is our own
    assert len(names["graph"]) == len(names["table"])  # type: ignore[arg-type]


@pytest.mark.readme
def test_the_first_command_works_as_written(tmp_path: Path) -> None:
    copy, environment = checkout(tmp_path / "coordgraph"), tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    found = f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands()[0]],
        cwd=copy,
        env={**os.environ, "PATH": found, "VIRTUAL_ENV": str(environment)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "Traceback" not in done.stderr
