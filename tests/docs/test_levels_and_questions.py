"""The pages on layers and on questions of policy show what their commands give."""

import re
from pathlib import Path

import pytest

from tests.docs.telling import Shown, gives, shown

PAGES = Path(__file__).parents[2] / "docs" / "explanation"
LAYERS, QUESTIONS = PAGES / "levels-as-layers.md", PAGES / "policy-questions.md"
TABLES = [*shown(LAYERS), *shown(QUESTIONS)]


@pytest.mark.parametrize("told", TABLES, ids=lambda told: told.command)
def test_a_table_is_what_its_command_gives(told: Shown) -> None:
    assert gives(told) == told.rows


@pytest.mark.parametrize("page", [LAYERS, QUESTIONS], ids=lambda page: page.stem)
def test_every_command_of_a_page_has_a_table(page: Path) -> None:
    commands = re.findall(r"```sh\n(.+?)\n```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert [f"coordgraph {told.command}" for told in shown(page)] == commands
