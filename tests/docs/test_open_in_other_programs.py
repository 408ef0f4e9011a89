"""The commands and programs of the how-to on exports do what it says, in their order."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coordgraph.network.exports import FORMATS
from tests.docs.telling import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "open-in-other-programs.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.+?)\n```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run all shell commands of the page in a new folder."""
    folder = tmp_path_factory.mktemp("exports")
    run("\n".join(blocks("sh")), folder)
    return folder


def test_every_suffix_is_told() -> None:
    assert [form for form in FORMATS if f"`.{form}`" not in PAGE] == []


def test_every_column_of_ties_is_told(folder: Path) -> None:
    head = (folder / "practices.edges.csv").read_text(encoding="utf-8").splitlines()[0]
    assert [
        name for name in head.split(",") if name != "type" and f"`{name}`" not in PAGE
    ] == []


def test_the_python_examples_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    for snippet in blocks("python"):
        exec(snippet, {})  # noqa: S102 - it is our own
    said = capsys.readouterr().out
    assert "42 actors, 98 ties" in said
    assert "Table 9, item 1" in said


@pytest.mark.r
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_the_r_example_runs(folder: Path) -> None:
    (snippet,) = blocks("r")
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", snippet],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if "there is no package called" in done.stderr:
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stderr
    assert "42 actors, 21 ties at policy level" in done.stdout
    assert "policy operational service-delivery none" in done.stdout
