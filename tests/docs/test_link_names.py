"""The commands of the how-to on linking names do what it says, in their order."""

import re
from pathlib import Path

import pytest

from tests.docs.telling import run

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "link-names.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.+?)\n```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run all shell commands of the page, one block after the other, in a new folder."""
    folder = tmp_path_factory.mktemp("names")
    done = run("\n".join(blocks("sh")), folder)
    (folder / "said.txt").write_text(done.stderr, encoding="utf-8")
    return folder


def test_the_decision_file_tells_the_story(folder: Path) -> None:
    lines = (folder / "decisions.csv").read_text(encoding="utf-8").splitlines()
    (afip,) = [line for line in lines if line.startswith("AFIP,ARG,actor/afip,")]
    assert ",yes," in afip
    homonym = [line for line in lines if "actor/sss-ar" in line]
    assert [",yes," in line for line in homonym] == [True, False]
    assert "A. Reviewer" in homonym[0]
    assert ",open," in homonym[1]


def test_the_import_says_whom_names_were_taken_for(folder: Path) -> None:
    said = (folder / "said.txt").read_text(encoding="utf-8")
    assert "'AFIP' taken for actor/afip in 1 cell." in said
    assert "actor:bps" in (folder / "arrangement.ttl").read_text(encoding="utf-8")


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (snippet,) = blocks("python")
    exec(snippet, {})  # noqa: S102 - it is our own
    assert "actor/sss-ar Secretaría de Seguridad Social 0.92" in capsys.readouterr().out
