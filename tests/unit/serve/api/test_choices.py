"""What a parameter can be is what is like its default in the data."""

from coordgraph.names import plain
from coordgraph.queries import find, library
from coordgraph.serve.api.choices import MOST, choices
from coordgraph.store import EmbeddedStore, open_store


def test_practices_are_chosen_by_their_names_in_the_language(dataset: EmbeddedStore) -> None:
    found = choices(dataset, find("practices/aspects"), "practice", "es")
    assert found["kind"] == "choice"
    assert len(found["choices"]) == 7
    labels = {one["label"] for one in found["choices"]}
    assert "Campaña Nacional de Prevención de Accidentes de Trabajo (CANPAT)" in labels


def test_readings_are_those_of_their_scheme(dataset: EmbeddedStore) -> None:
    found = choices(dataset, find("levels/by-practice"), "reading", "en")
    assert len(found["choices"]) == 5


def test_actors_are_found_by_name_and_languages_by_theirs(dataset: EmbeddedStore) -> None:
    query = find("actors/mechanisms")
    assert choices(dataset, query, "actor", "en") == {"kind": "actor", "choices": []}
    languages = choices(dataset, query, "lang", "en")["choices"]
    assert [one["term"] for one in languages] == ['"en"', '"es"', '"pt"']


def test_a_number_and_what_the_data_do_not_know_are_written() -> None:
    written = {"kind": "text", "choices": []}
    assert choices(open_store(), find("agreements/missing-links"), "minimum", "en") == written
    assert choices(open_store(), find("practices/aspects"), "practice", "en") == written


def test_choices_come_by_name_whatever_accents_it_has(dataset: EmbeddedStore) -> None:
    query = find("actors/several-levels")
    names = [one["label"] for one in choices(dataset, query, "country", "pt")["choices"]]
    assert names == sorted(names, key=plain) != sorted(names, key=str.casefold)


def test_every_choice_of_the_library_answers_as_a_term(dataset: EmbeddedStore) -> None:
    for query in library().values():
        for name in query.parameters:
            found = choices(dataset, query, name, "pt")["choices"]
            assert len(found) <= MOST
            for one in found[:2]:
                value = one["term"].strip('<>"')
                assert str(query.term(name, value)) == one["term"]
