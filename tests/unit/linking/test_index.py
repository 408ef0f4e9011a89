"""The names of a graph can be looked up by all that they have in common with another."""

import pytest
from pyoxigraph import RdfFormat

from coordgraph.ingest.dataset import load
from coordgraph.ingest.rdf import import_graph, load_bytes
from coordgraph.linking import Index, candidates, index_names
from coordgraph.store import EmbeddedStore, open_store

MINE = b"""
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
<urn:p> cg:actor <urn:x:board>, <urn:x:unnamed> .
<urn:x:board> skos:prefLabel "Pensions Board"@en ; skos:hiddenLabel "Pensoins Board" .
<urn:n> cg:nameOf <urn:x:board> ; skosxl:literalForm "Junta de Pensiones"@es .
<urn:concept> skos:prefLabel "Pensions"@en .
"""


@pytest.fixture
def mine() -> EmbeddedStore:
    store = open_store()
    load_bytes(store, MINE, RdfFormat.TURTLE, graph=import_graph("mine.ttl"), name="mine.ttl")
    return store


def test_names_of_any_kind_are_indexed_and_those_of_other_things_are_not(
    mine: EmbeddedStore,
) -> None:
    index = index_names(mine)
    assert [name.text for name in index.names] == [
        "Junta de Pensiones", "Pensions Board", "Pensoins Board",
    ]  # fmt: skip
    assert sorted(index.actors) == ["urn:x:board", "urn:x:unnamed"]


def test_an_actor_without_a_name_is_found_by_its_id(mine: EmbeddedStore) -> None:
    (found,) = candidates(index_names(mine), "urn:x:unnamed")
    assert (found.iri, found.score) == ("urn:x:unnamed", 1)


def test_a_name_without_its_country_is_kept_apart(index: Index) -> None:
    (name,) = [name for name in index.names if name.text == "Ministry of Finance of Brazil"]
    assert (name.bare, name.placed) == (("ministry", "finance"), True)


def test_a_rarer_word_weighs_more_and_an_unknown_one_most(index: Index) -> None:
    assert index.weight("ministry") < index.weight("customs") < index.weight("qwertz")


def test_labels_are_in_the_language_asked_for() -> None:
    index = index_names(load(derived=False), lang="es")
    (found, *_) = candidates(index, "National Administration of Social Security")
    assert found.label == "Administración Nacional de la Seguridad Social"
