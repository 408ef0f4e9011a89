"""``coordgraph serve``: what it says, and what it reads before it listens."""

from pathlib import Path
from typing import Any

import pytest

from coordgraph.cli import serve as command
from tests.unit.cli.test_commands import LEAST, run
from tests.unit.publish.site.description.releases import ABOUT, about_file

Served = dict[str, Any]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Served:
    """Return how it would serve data of one's own; it ends at once."""
    how: Served = {}

    def ends_at_once(_store: object, **chosen: Any) -> None:
        how.update(chosen)
        chosen["ready"]("http://127.0.0.1:1/")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "run", ends_at_once)
    Path("mine.ttl").write_text(LEAST, encoding="utf-8")
    return how


def test_it_says_where_it_is_unless_it_is_to_be_quiet(served: Served) -> None:
    call = ("serve", "--port", 0, "--data", "mine.ttl")
    told = "http://127.0.0.1:1/sparql answers SPARQL; open http://127.0.0.1:1/ in a browser."
    assert run(*call).stderr == f"{told} Ctrl-C ends it.\n"
    assert served["sources"] == ["mine.ttl"]
    assert run(*call, "--quiet").stderr == ""


def test_what_a_publisher_states_is_looked_at_before(served: Served, tmp_path: Path) -> None:
    call = ("serve", "--port", 0, "--data", "mine.ttl", "--about")
    bad = run(*call, about_file(tmp_path, ABOUT.replace("dcterms:title", "dcterms:subject")))
    assert bad.exit_code == 1
    assert "the dataset lacks a title" in bad.stderr
    assert served == {}
    assert run(*call, about_file(tmp_path)).exit_code == 0
    assert served["about"] == tmp_path / "about.ttl"
