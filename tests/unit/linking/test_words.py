"""Names are taken apart into words that can be compared."""

import pytest

from coordgraph.linking.words import (
    CONCEPTS,
    concept,
    content,
    initials,
    is_of_states,
    joined,
    pieces,
    words,
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("A.F.I.P.", ["afip"]),
        ("Dirección Gral. de Rentas", ["direccion", "gral", "de", "rentas"]),
        ("Caisse d'assurance", ["caisse", "d", "assurance"]),
        ("IMSS-Bienestar", ["imss", "bienestar"]),
        ("...", []),
    ],
)
def test_words_have_no_case_accents_and_punctuation(name: str, found: list[str]) -> None:
    assert words(name) == found


def test_small_words_of_any_language_do_not_count() -> None:
    assert content(words("Instituto da Segurança Social, I.P.")) == (
        "instituto", "seguranca", "social",
    )  # fmt: skip


def test_a_name_of_small_words_only_keeps_them() -> None:
    assert content(["de", "la"]) == ("de", "la")


@pytest.mark.parametrize(
    "same", ["health salud saude", "labour trabajo trabalho", "ministry ministerio ministro"]
)
def test_words_of_three_languages_mean_the_same(same: str) -> None:
    assert len(set(map(concept, same.split()))) == 1


def test_no_word_has_two_meanings_and_all_are_plain() -> None:
    assert [word for word in CONCEPTS if words(word) != [word]] == []
    assert [meant for meant in CONCEPTS.values() if CONCEPTS[meant] != meant] == []


def test_initials_need_three_letters() -> None:
    assert initials(["banco", "central"]) == set()
    assert initials(words("Banco de Previsión Social")) == {"bps"}


def test_blanks_and_hyphens_make_no_difference_to_joined_words() -> None:
    assert joined(words("Data-prev")) == joined(words("DATA PREV")) == "dataprev"


def test_a_hyphen_within_a_word_takes_nothing_apart() -> None:
    assert pieces("Inter-American Bank") == []
    assert pieces("INSS \u2013 Instituto [Brasil]") == ["INSS", "Instituto", "Brasil"]


def test_words_of_long_names_of_states_are_known() -> None:
    assert is_of_states(["republica", "oriental"])
    assert not is_of_states(["republica", "banco"])
