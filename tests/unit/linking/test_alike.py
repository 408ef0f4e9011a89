"""Words and names that are spelled alike are found, rare words counting most."""

import pytest

from coordgraph.linking import Index
from coordgraph.linking.alike import words_alike, written_alike
from coordgraph.linking.words import content, words


def likeness(index: Index, name: str, of: str) -> tuple[float, bool]:
    found = words_alike(index, content(words(name)))
    return max((share, whole) for other, share, whole in found if other.text == of)


AFIP = "Administración Federal de Ingresos Públicos"


def test_the_same_words_are_alike_in_full(index: Index) -> None:
    share, whole = likeness(index, "Ingresos Públicos, Administración Federal", AFIP)
    assert share == pytest.approx(1)
    assert whole


def test_the_same_words_of_another_language_are_alike_in_full(index: Index) -> None:
    share, _ = likeness(index, "Administração Federal de Receitas Públicas", AFIP)
    assert share > 0.95


def test_a_rare_word_counts_more_than_a_common_one(index: Index) -> None:
    common, _ = likeness(index, "Administración Ingresos Públicos", AFIP)
    rare, _ = likeness(index, "Administración Federal Públicos", AFIP)
    assert rare < common < 1 or common < rare < 1
    weights = index.weight("federal"), index.weight("revenue")
    assert (rare < common) == (weights[0] < weights[1])


def test_a_word_is_paired_once(index: Index) -> None:
    share, whole = likeness(index, "Ingresos Ingresos Ingresos", AFIP)
    assert share < 0.6
    assert not whole


def test_a_part_of_a_name_is_known_as_a_part(index: Index) -> None:
    _, whole = likeness(index, "Ingresos Públicos", AFIP)
    assert whole


def test_no_words_are_like_none(index: Index) -> None:
    assert list(words_alike(index, ["qwertz"])) == []


def test_blanks_that_are_lost_or_too_many_do_not_hide_a_name(index: Index) -> None:
    found = {
        name.actor.rpartition("/")[2] for name, _ in written_alike(index, ["data", "prevv"])
    }
    assert found == {"dataprev"}


@pytest.mark.parametrize("name", ["Ministerio de Salud", "Instituto Nacional de Seguro", AFIP])
def test_only_names_below_the_least_likeness_are_passed_over(index: Index, name: str) -> None:
    bare = content(words(name))
    every = list(words_alike(index, bare))
    some = list(words_alike(index, bare, least=0.5))
    assert len(some) < len(every)
    wanted = [found for found in every if found[1] >= 0.5 or found[2]]
    assert [found for found in some if found[1] >= 0.5 or found[2]] == wanted
