"""The site of the docs also has the pages at the root of the repository, and links to them."""

import os
import re
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]

PLACES = {
    "README.md": "index.md",
    "README.es.md": "project/readme-es.md",
    "README.pt.md": "project/readme-pt.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "CODE_OF_CONDUCT.md": "project/code-of-conduct.md",
    "SECURITY.md": "project/security.md",
    "CHANGELOG.md": "project/changes.md",
    "data/README.md": "project/data.md",
    "ontology/STYLE.md": "project/ontology-style.md",
    "ontology/CHANGELOG.md": "project/ontology-changes.md",
    "CITATION.cff": "project/CITATION.cff",
    "LICENSE": "project/LICENSE",
    "LICENSE-DATA": "project/LICENSE-DATA",
}
"""Where files that stand outside docs/ stand on the site."""

_HOMES = {place: name for name, place in PLACES.items()}
_LINK = re.compile(r"\]\(([^)\s#:]+)(#[^)\s]*)?\)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the files that stand outside docs/."""
    for name, place in PLACES.items():
        files.append(File.generated(config, place, content=(ROOT / name).read_bytes()))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let each link lead to where its target stands on the site."""
    del config, files
    place = page.file.src_uri
    home = PurePosixPath(_HOMES.get(place, f"docs/{place}"))

    def moved(link: re.Match[str]) -> str:
        target, anchor = link[1], link[2] or ""
        path = os.path.normpath(home.parent / target)
        there = PLACES.get(path, path.removeprefix("docs/"))
        return f"]({os.path.relpath(there, PurePosixPath(place).parent)}{anchor})"

    return _LINK.sub(moved, markdown)
