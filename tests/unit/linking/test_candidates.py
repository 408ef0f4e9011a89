"""Candidates for a name: which, in which order, with which scores and reasons."""

import pytest

from coordgraph.errors import UnknownCountry
from coordgraph.linking import Candidate, Index, candidates


def slugs(found: list[Candidate]) -> list[str]:
    return [candidate.iri.rpartition("/")[2] for candidate in found]


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("AFIP", "afip 1: the name"),
        ("a.f.i.p.", "afip 1: the name, but for case, accents and punctuation: AFIP"),
        ("sss-ar", "sss-ar 1: its id: sss-ar"),
        (
            "Banco Previsión Social",
            "bps 0.97: the name, but for small words or the country: Banco de Previsión Social",
        ),
        (
            "Seguridad Social, Administración Nacional",
            "anses 0.95: in another order: Administración Nacional de la Seguridad Social",
        ),
        (
            "Ministério da Fazenda do Brasil",
            "mof-br 0.92: in another language: Ministry of Finance of Brazil",
        ),
        ("CNAV", "cnav-fr 0.9: its id: cnav-fr"),
        ("República Argentina", "state-arg 0.9: the state"),
        ("BID", "idb 0.8: initials of Banco Interamericano de Desarrollo"),
        (
            "Ministerio de Salud (Argentina)",
            "msal-ar 0.65: a part of the name: Ministerio de Salud y Acción Social",
        ),
        ("Data prevv", "dataprev 0.8471: spelled alike: DATAPREV"),
        (
            "Administración Federal de Ingresoss",
            "afip 0.7823: words alike: Administración Federal de Ingresos Públicos",
        ),
    ],
)
def test_the_best_candidate_says_why(index: Index, name: str, best: str) -> None:
    found = candidates(index, name)[0]
    assert f"{slugs([found])[0]} {found.score:.4g}: {found.reasons[0]}" == best


def test_a_homonym_gives_all_and_decides_nothing(index: Index) -> None:
    found = candidates(index, "Social Security Secretariat")
    assert slugs(found)[:2] == ["sss-ar", "sss-br"]
    assert [candidate.score for candidate in found[:2]] == [1, 1]
    assert not any(candidate.certain for candidate in found)
    assert "1 other near" in found[0].reasons


def test_a_country_tells_homonyms_apart(index: Index) -> None:
    best, other = candidates(index, "Instituto de Previsión Social", country="Chile")
    assert (slugs([best, other]), best.score, other.score) == (["ips-cl", "ips-py"], 1, 0.65)
    assert "of CHL" in best.reasons
    assert "not of CHL" in other.reasons
    assert (best.certain, other.certain) == (True, False)


def test_a_name_of_common_words_decides_nothing_without_its_country(index: Index) -> None:
    best = candidates(index, "Ministry of Social Security")[0]
    assert (best.score, best.certain) == (1, False)
    assert "its words are of names in several countries" in best.reasons


def test_a_name_with_a_word_of_its_own_is_certain(index: Index) -> None:
    assert [found.certain for found in candidates(index, "RENATRE")] == [True, False]


def test_a_part_of_what_was_written_is_never_certain(index: Index) -> None:
    found = candidates(index, "Hospital rural (IMSS)")
    assert "imss" in slugs(found)
    assert not any(candidate.certain for candidate in found)


@pytest.mark.parametrize(("name", "slug"), [("AFIP", "afip"), ("ARCA", "arca")])
def test_a_successor_is_not_its_predecessor(index: Index, name: str, slug: str) -> None:
    assert slugs(candidates(index, name)) == [slug]


def test_an_international_body_stays_a_candidate_where_a_country_is_given(
    index: Index,
) -> None:
    (found,) = candidates(index, "MERCOSUR", country="ARG")
    assert (found.score, found.certain) == (0.85, False)
    assert "of no country" in found.reasons


def test_another_country_in_the_name_counts_against_an_actor(index: Index) -> None:
    assert "imss" not in slugs(candidates(index, "Instituto Colombiano del Seguro Social"))


@pytest.mark.parametrize("kind", ["State", "state"])
def test_only_actors_of_a_kind_or_class_are_found_if_asked(index: Index, kind: str) -> None:
    assert slugs(candidates(index, "Argentina", kind=kind)) == ["state-arg"]
    assert candidates(index, "AFIP", kind=kind) == []


def test_groups_known_only_by_kind_are_found(index: Index) -> None:
    best = candidates(index, "gobiernos provinciales", country="ARG")[0]
    assert slugs([best]) == ["provincial-governments-ar"]


@pytest.mark.parametrize("name", ["", "  ", "...", "-- --"])
def test_nothing_means_nobody(index: Index, name: str) -> None:
    assert candidates(index, name) == []


def test_an_unknown_country_is_refused(index: Index) -> None:
    with pytest.raises(UnknownCountry):
        candidates(index, "AFIP", country="Atlantis")
