"""Who follows a tutorial sees what it shows."""

from pathlib import Path

import pytest

from tests.docs.following import differs, follow, steps
from tests.docs.pages import ROOT, blocks

TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))


def name(page: Path) -> str:
    return page.stem


@pytest.mark.long
@pytest.mark.parametrize("page", TUTORIALS, ids=name)
@pytest.mark.usefixtures("read_once")
def test_each_step_prints_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for step in steps(page):
        said = follow(step)
        if step.shown:
            assert differs(step.shown, said) == "", (step.script, said)


@pytest.mark.parametrize("page", TUTORIALS, ids=name)
def test_the_program_of_a_page_runs(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    shown = blocks(page, "python", "text")
    for block, after in zip(shown, [*shown[1:], None], strict=True):
        if block.language != "python":
            continue
        exec(block.text, names)  # noqa: S102 - it is our own
        said = capsys.readouterr().out
        if after is not None and after.language == "text":
            assert differs(after.text, said) == "", said


def test_there_is_a_tutorial_for_each_kind_of_reader() -> None:
    assert {page.stem for page in TUTORIALS} == {"analyst", "publisher", "researcher"}


def test_a_page_that_shows_too_little_or_too_much_is_noticed() -> None:
    assert differs("a  1", "\n a 1\n") == ""
    assert differs("a 1", "a 1\nb 2") == "(the page lacks) b 2"
    assert differs("a 1\n...", "a 1\nb 2") == ""
    assert differs("...\nc 3", "a 1\nb 2") == "c 3"
