"""The README in Spanish and Portuguese keeps step with the English one."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, blocks, links, without_code

ENGLISH = ROOT / "README.md"
OTHERS = [ROOT / "README.es.md", ROOT / "README.pt.md"]
ALL = [ENGLISH, *OTHERS]

every_other = pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.name)


def outline(page: Path) -> list[str]:
    """Return what each line is that is a heading, an item, or a row of a table."""
    return re.findall(r"^(#+ |- |\|)", without_code(page), re.MULTILINE)


def numbers(page: Path) -> list[list[str]]:
    """Return the numbers of each row of the tables."""
    rows = re.findall(r"^\|.+\|$", without_code(page), re.MULTILINE)
    return [re.findall(r"\d+", row) for row in rows]


def words_of_code(page: Path) -> list[str]:
    prose = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return sorted(re.findall(r"`([^`\n]+)`", prose))


def other_links(page: Path) -> list[str]:
    return sorted(link for link in links(page) if not link.startswith("README"))


@every_other
def test_headings_items_and_rows_are_as_many_in_the_same_order(page: Path) -> None:
    assert outline(page) == outline(ENGLISH)


@every_other
def test_code_is_the_same(page: Path) -> None:
    assert blocks(page) == blocks(ENGLISH)
    assert words_of_code(page) == words_of_code(ENGLISH)


@every_other
def test_links_and_pictures_are_the_same(page: Path) -> None:
    assert other_links(page) == other_links(ENGLISH)


@every_other
def test_numbers_of_tables_are_the_same(page: Path) -> None:
    assert numbers(page) == numbers(ENGLISH)
    assert any(numbers(page))


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.name)
def test_each_language_links_to_the_others(page: Path) -> None:
    linked = {link for link in links(page) if link.startswith("README")}
    assert linked == {other.name for other in ALL if other != page}
