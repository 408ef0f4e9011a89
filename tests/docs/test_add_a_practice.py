"""The eighth practice of the how-to is what its page says, and its commands show it."""

import shutil
from pathlib import Path

import pytest

from tests.docs.following import differs, follow, steps
from tests.docs.pages import ROOT, blocks

PAGE = ROOT / "docs" / "how-to" / "add-a-practice.md"
FILE = PAGE.with_name("shared-desk.ttl")


def test_the_file_is_what_the_page_builds() -> None:
    built = "\n\n".join(block.text for block in blocks(PAGE, "turtle"))
    assert FILE.read_text(encoding="utf-8") == f"{built}\n"


def test_the_page_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FILE, tmp_path)
    monkeypatch.chdir(tmp_path)
    for step in steps(PAGE):
        assert step.shown
        assert differs(step.shown, follow(step)) == ""


def test_the_passages_are_lines_of_the_source() -> None:
    text = PAGE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("> ")]
    assert f"cg:lineCount {len(lines)} ." in text
    for number, words in ((2, "Pension Office"), (3, "Staff"), (4, "Ministry of Labour")):
        assert lines[number - 1].startswith(f"> {number}. ")
        assert words in lines[number - 1]
