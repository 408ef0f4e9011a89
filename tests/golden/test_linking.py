"""Real variants of names find the actors that people know them to mean."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from coordgraph.ingest.dataset import load
from coordgraph.linking import Candidate, Index, candidates, index_names
from coordgraph.names import plain
from coordgraph.resources import DATA

VARIANTS = Path(__file__).parent / "linking" / "variants.csv"
NOBODY = "-"

KNOWN_MISTAKES = {
    # No name of the graph has their country, and all other words are common.
    "Instituto Hondureño de Seguridad Social",
    "Instituto Venezolano de los Seguros Sociales",
}


@pytest.fixture(scope="module")
def index() -> Index:
    return index_names(load(derived=False))


@pytest.fixture(scope="module")
def answers(index: Index) -> list[tuple[Mapping[str, str], list[Candidate]]]:
    with VARIANTS.open(encoding="utf-8", newline="") as file:
        return [
            (row, candidates(index, row["name"], country=row["country"]))
            for row in csv.DictReader(file)
        ]


def slug(candidate: Candidate) -> str:
    return candidate.iri.rpartition("/")[2]


Answers = list[tuple[Mapping[str, str], list[Candidate]]]


def test_variants_of_one_actors_name_have_it_first(answers: Answers) -> None:
    one = [(row, found) for row, found in answers if " " not in row["expected"]]
    wrong = {
        row["name"]
        for row, found in one
        if [slug(candidate) for candidate in found[:1]] != [row["expected"]]
        and (found or row["expected"] != NOBODY)
    }
    assert wrong == KNOWN_MISTAKES
    assert len(one) > 200


def test_the_first_candidate_has_no_equal(answers: Answers) -> None:
    equal = [
        row["name"]
        for row, found in answers
        if " " not in row["expected"]
        and row["name"] not in KNOWN_MISTAKES
        and len(found) > 1
        and found[0].score == found[1].score
    ]
    assert equal == []


def test_a_name_of_several_actors_gives_them_all_and_decides_on_none(answers: Answers) -> None:
    several = [(row, found) for row, found in answers if " " in row["expected"]]
    assert len(several) >= 8
    for row, found in several:
        assert {slug(candidate) for candidate in found} >= set(row["expected"].split())
        assert not any(candidate.certain for candidate in found)


def test_what_is_certain_is_right(answers: Answers) -> None:
    certain = [
        (row["expected"], slug(candidate))
        for row, found in answers
        for candidate in found
        if candidate.certain
    ]
    assert [pair for pair in certain if pair[0] != pair[1]] == []
    assert len(certain) > 50


def test_names_in_the_texts_of_agreements_find_their_actor_or_nobody(index: Index) -> None:
    """Hold out: none of these names is one that the graph gives to the actor."""
    given = {plain(name.text) for name in index.names}
    with (DATA / "agreements" / "participations.csv").open(encoding="utf-8") as file:
        named = {
            (row["named"], row["acting_for"].removeprefix("state-"), row["actor"])
            for row in csv.DictReader(file)
            if row["named"] and plain(row["named"]) not in given
        }
    found = {case: candidates(index, case[0], country=case[1]) for case in named}
    right = [case for case, listed in found.items() if listed and slug(listed[0]) == case[2]]
    wrong = [case for case, listed in found.items() if listed and slug(listed[0]) != case[2]]
    assert wrong == []
    assert (len(right), len(named)) == (17, 25)
