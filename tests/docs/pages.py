"""The pages that people read, and what stands in them."""

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["ROOT", "Block", "blocks", "links", "pages", "without_code"]

ROOT = Path(__file__).parents[2]

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A block of code: its language, and its text without the last end of line."""

    language: str
    text: str


def pages() -> list[Path]:
    """Return every page, those of the root before those of the docs."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path, *languages: str) -> list[Block]:
    """Return the blocks of a page, in their order; only those of some languages, if named."""
    found = [
        Block(language, text.rstrip("\n"))
        for language, text in _BLOCK.findall(page.read_text(encoding="utf-8"))
    ]
    return [block for block in found if not languages or block.language in languages]


def without_code(page: Path) -> str:
    """Return the text of a page without its blocks and words of code."""
    return re.sub(r"`[^`\n]+`", "", _BLOCK.sub("", page.read_text(encoding="utf-8")))


def links(page: Path) -> list[str]:
    """Return the targets of the links and pictures of a page."""
    return re.findall(r"\]\(([^)\s]+)\)", without_code(page))
