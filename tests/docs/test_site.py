"""The site of the docs has every page, in a useful order, and asks no other host."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.docs.pages import ROOT

SITE: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def listed(nav: Any) -> list[str]:
    """Return the pages of a menu, those of its parts, too."""
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav
    return [page for part in parts for page in listed(part)]


def test_every_page_of_the_docs_is_in_the_menu_once() -> None:
    docs = ROOT / "docs"
    pages = [page.relative_to(docs).as_posix() for page in docs.rglob("*.md")]
    placed = [page for page in listed(SITE["nav"]) if not page.startswith("project/")]
    assert sorted(placed) == sorted([*pages, "index.md"])


def test_the_menu_goes_from_learning_to_understanding() -> None:
    parts = [title for part in SITE["nav"] if isinstance(part, dict) for title in part]
    assert parts == ["Tutorials", "How to", "Reference", "Explanation", "The project"]


@pytest.mark.long
def test_the_site_is_built_without_a_warning_and_asks_no_other_host(tmp_path: Path) -> None:
    pytest.importorskip("mkdocstrings", reason="extra `docs` is not installed")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = {page: page.read_text(encoding="utf-8") for page in tmp_path.rglob("*.html")}
    asked = [
        tag
        for page in pages.values()
        for tag in re.findall(r"<(?:script|link|img|iframe)[^>]*[\"']https?://[^>]+>", page)
    ]
    assert asked == []
    names = pages[tmp_path / "reference" / "python" / "index.html"]
    assert "coordgraph.network.projection.project" in names
    assert "Parameters" in names
