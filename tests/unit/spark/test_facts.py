from dataclasses import replace

import pytest
from pyspark.sql import DataFrame

from coordgraph.actors import actors, find_actor
from coordgraph.errors import TooLarge, UnknownActor
from coordgraph.namespace import CG
from coordgraph.network.lifting import Whole, counted_as
from coordgraph.spark import facts, read
from coordgraph.spark.facts import actor_named, actors_of, classed, wholes
from coordgraph.spark.read import Statements
from coordgraph.spark.ties import vertices
from coordgraph.store import EmbeddedStore


@pytest.mark.parametrize("whole", ["institution", "state"])
def test_parts_count_as_on_one_machine(
    said: Statements, dataset: EmbeddedStore, whole: Whole
) -> None:
    assert wholes(said, whole) == counted_as(dataset, whole)


def test_actors_are_known_as_on_one_machine(
    said: Statements, taken: DataFrame, dataset: EmbeddedStore
) -> None:
    found = actors_of(said, vertices(taken), lang="pt")
    expected = actors(dataset, found, lang="pt")
    plain = [
        (one.iri, one.label, one.kind, one.country, one.is_group) for one in found.values()
    ]
    assert plain == [
        (one.iri, one.label, one.kind, one.country, one.is_group) for one in expected.values()
    ]


@pytest.mark.parametrize("name", ["ANSES", "actor/afip"])
def test_names_mean_what_they_mean_on_one_machine(
    said: Statements, taken: DataFrame, dataset: EmbeddedStore, name: str
) -> None:
    assert actor_named(said, taken, name, lang="en") == find_actor(dataset, name)


def test_near_names_are_suggested(said: Statements, taken: DataFrame) -> None:
    with pytest.raises(UnknownActor) as told:
        actor_named(said, taken, "ansess", lang="en")
    assert "anses" in told.value.suggestions


def test_a_table_names_actors_by_iri_or_slug(taken: DataFrame) -> None:
    iri = "https://w3id.org/coordgraph/id/actor/anses"
    assert actor_named(None, taken, "anses", lang="en") == iri
    assert actors_of(None, taken.where(taken.actor == iri), lang="en")[iri].label == "anses"


def test_classes_below_a_class_count(said: Statements) -> None:
    states = classed(said, "State").toArrow().column("actor").to_pylist()
    assert "https://w3id.org/coordgraph/id/actor/state-arg" in states


def test_more_facts_than_one_machine_holds_are_refused(
    said: Statements, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "MOST_FACTS", 3)
    with pytest.raises(TooLarge, match="More than 3 statements say"):
        wholes(said, "institution")


def test_classes_are_asked_for_once(said: Statements, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CG + "Institution" in said.beneath[CG + "Actor"]
    monkeypatch.setattr(Statements, "of", None)
    assert CG + "Unit" in said.beneath[CG + "Actor"]


def test_too_many_classes_are_refused(
    said: Statements, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "MOST_CLASSES", 5)
    with pytest.raises(TooLarge, match="More than 5 statements tell classes"):
        classed(replace(said), "State")
