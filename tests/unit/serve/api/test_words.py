"""Where there are many actors, names are found by the words that they have."""

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.actors import actor_names
from coordgraph.names import plain
from coordgraph.namespace import PREFIXES, term
from coordgraph.serve.api import operations
from coordgraph.serve.api.operations import searched
from coordgraph.serve.api.words import by_words
from coordgraph.store import EmbeddedStore, open_store
from tests.examples import examples
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


def _one_by_one(store: EmbeddedStore, q: str) -> list[tuple[str, float]]:
    """Return what is found if each name is looked at alone."""
    wanted = re.findall(r"\w+", plain(q))
    best: defaultdict[str, float] = defaultdict(float)
    for actor, names in actor_names(store).items() if wanted else ():
        for name in map(plain, names):
            if all(re.search(rf"\b{word}", name) for word in wanted):
                letters = max(len(name.replace(" ", "")), 1)
                best[actor] = max(best[actor], min(sum(map(len, wanted)) / letters, 1.0))
    return sorted(best.items(), key=lambda one: (-one[1], one[0]))


@pytest.mark.parametrize(
    "q", ["seguridad", "Seguro social", "a", "de la", "São", "1", "ARG", "previsión social"]
)
def test_words_find_what_names_looked_at_one_by_one_do(shipped: EmbeddedStore, q: str) -> None:
    found = by_words(shipped, q, lang="en", limit=1000)
    expected = [(actor, round(score, 4)) for actor, score in _one_by_one(shipped, q)]
    assert [(row["actor"], row["score"]) for row in found] == expected
    assert by_words(shipped, q, lang="en", limit=3) == found[:3]


_LETTERS = st.text(alphabet="aAáÁñßİ _-.1٣ \t\x1fжЖ漢", max_size=8)


@examples(20)
@given(names=st.lists(_LETTERS, max_size=6), q=_LETTERS)
def test_words_in_any_letters_are_found_as_one_by_one(names: list[str], q: str) -> None:
    store = open_store()
    for number, name in enumerate(names):
        actor = NamedNode(f"urn:a{number % 3}")
        store.oxigraph.add(Quad(actor, NamedNode(PREFIXES["rdf"] + "type"), term("Actor")))
        label = NamedNode(PREFIXES["skos"] + "altLabel")
        store.oxigraph.add(Quad(actor, label, Literal(name)))
    found = by_words(store, q, lang="en", limit=10)
    expected = [(actor, round(score, 4)) for actor, score in _one_by_one(store, q)]
    assert [(row["actor"], row["score"]) for row in found] == expected


def test_many_actors_are_searched_by_words(
    shipped: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    carefully = searched(shipped, "anses", lang="en", limit=3)
    monkeypatch.setattr(operations, "are_many", lambda _: True)
    quickly = searched(shipped, "anses", lang="en", limit=3)
    assert carefully[0]["actor"] == quickly[0]["actor"]
    assert carefully[0].keys() == quickly[0].keys()
    assert "has the words" in quickly[0]["reasons"][0]
