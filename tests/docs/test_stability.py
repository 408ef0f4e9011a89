"""The migration that the page on stability works through does what it says."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from coordgraph.namespace import CG
from tests.docs.pages import ROOT, blocks
from tests.docs.telling import run

PAGE = ROOT / "docs" / "explanation" / "stability.md"


def only(language: str) -> str:
    (block,) = blocks(PAGE, language)
    return block.text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files of the page, in which its program has run."""
    (tmp_path / "older.ttl").write_text(only("turtle"), encoding="utf-8")
    (tmp_path / "levels-as-concepts.ru").write_text(only("sparql"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(only("python"), {})  # noqa: S102 - it is our own
    return tmp_path


def test_known_words_become_levels_and_others_stay(folder: Path) -> None:
    rows = run(only("sh"), folder).stdout
    assert "mechanism/exchange,regional" in rows
    assert "level/policy" in rows
    assert "level/service-delivery" in rows
    assert "street level" not in rows


def test_the_migration_run_twice_changes_nothing_more(folder: Path) -> None:
    store = Store()
    store.load(path=folder / "newer.ttl", format=RdfFormat.TURTLE)
    before = set(store)
    store.update(only("sparql"))
    assert set(store) == before


def test_the_older_term_is_made_up() -> None:
    terms = (ROOT / "ontology" / "coordgraph.ttl").read_text(encoding="utf-8")
    assert f"{CG}levelName" not in terms
    assert "cg:levelName" not in terms
