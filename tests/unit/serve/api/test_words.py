"""Where there are many actors, names are found by the words that they have."""

import pytest

from coordgraph.serve.api import operations
from coordgraph.serve.api.operations import searched
from coordgraph.serve.api.words import are_many, by_words
from coordgraph.store import EmbeddedStore, open_store
from tests.unit.serve.workbench.conftest import odd, shipped

__all__ = ["odd", "shipped"]


def test_all_words_must_be_there_without_accents_and_capitals(shipped: EmbeddedStore) -> None:
    found = by_words(shipped, "SEGURIDAD administracion nacional", lang="es", limit=5)
    assert found[0]["actor"].endswith("/anses")
    assert found[0]["label"] == "Administración Nacional de la Seguridad Social"
    assert found[0]["country"] == "ARG"
    assert by_words(shipped, "seguridad zzzz", lang="es", limit=5) == []


def test_a_name_that_is_the_words_comes_first(shipped: EmbeddedStore) -> None:
    found = by_words(shipped, "brasil", lang="pt", limit=50)
    assert found[0]["label"] == "Brasil"
    assert found[0]["score"] == 1
    scores = [row["score"] for row in found]
    assert scores == sorted(scores, reverse=True)


def test_signs_are_no_pattern(odd: EmbeddedStore) -> None:
    assert by_words(odd, ".*(", lang="en", limit=5) == []
    assert len(by_words(odd, "<script>", lang="en", limit=5)) == 1


def test_actors_are_many_beyond_a_number(odd: EmbeddedStore) -> None:
    assert are_many(odd, 2)
    assert not are_many(odd, 3)
    assert not are_many(open_store(), 0)


def test_many_actors_are_searched_by_words(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    carefully = searched(shipped, "anses", lang="en", limit=3)
    monkeypatch.setattr(operations, "are_many", lambda _: True)
    quickly = searched(shipped, "anses", lang="en", limit=3)
    assert carefully[0]["actor"] == quickly[0]["actor"]
    assert carefully[0].keys() == quickly[0].keys()
    assert "has the words" in quickly[0]["reasons"][0]
