"""What is looked up one thing at a time is what is read at once."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.addresses import Addresses
from coordgraph.publish.site.indices import by_kind
from coordgraph.publish.site.kinds import KINDS
from coordgraph.publish.site.knowledge import Knowledge
from coordgraph.publish.site.lookup import Classes, Names
from coordgraph.store import EmbeddedStore, open_store

LANGS = ("en", "es", "pt")


@pytest.fixture(scope="module")
def foreign() -> EmbeddedStore:
    """A store without the ontology, whose things are elsewhere."""
    store = open_store()
    thing = NamedNode("urn:x:1")
    for name, text in (("prefLabel", "Z"), ("prefLabel", "B"), ("altLabel", "A")):
        label = Literal(text, language="es")
        store.oxigraph.add(Quad(thing, NamedNode(PREFIXES["skos"] + name), label))
    store.oxigraph.add(Quad(thing, NamedNode(PREFIXES["rdfs"] + "label"), Literal("one")))
    return store


def test_names_and_classes_are_the_same(dataset: EmbeddedStore, knowledge: Knowledge) -> None:
    looked = Knowledge.looked_up(dataset, Addresses(), LANGS)
    assert dict(looked.classes) == knowledge.classes
    things = list(knowledge.things())
    assert [looked.names.get(iri) for iri in things] == [
        knowledge.names.get(iri) for iri in things
    ]
    assert all(map(looked.is_minor, filter(knowledge.is_minor, things)))


def test_so_are_the_lists_but_that_of_what_is_in_no_other(
    dataset: EmbeddedStore, knowledge: Knowledge
) -> None:
    looked = Knowledge.looked_up(dataset, Addresses(), LANGS)
    listed = {kind.name: looked.listed(kind) for kind in KINDS}
    everything = by_kind(knowledge)
    everything.pop("others", None)
    assert {name: found for name, found in listed.items() if found} == everything
    assert list(looked.lists) == list(everything)
    assert knowledge.listed(KINDS[0]) == everything["actors"]


def test_the_preferred_name_of_a_language_comes_first(foreign: EmbeddedStore) -> None:
    names, read = Names(foreign), Knowledge.of(foreign, Addresses(), LANGS).names
    assert names["urn:x:1"] == {"es": "B", "": "one"} == read["urn:x:1"]
    assert list(names) == ["urn:x:1"]
    assert len(names) == 1
    assert "urn:x:2" not in names
    assert "no iri" not in names


def test_what_nothing_is_said_of_is_no_thing(foreign: EmbeddedStore) -> None:
    classes = Classes(Addresses(), foreign)
    assert classes["urn:x:1"] == []
    assert "urn:x:2" not in classes
    assert "no iri" not in classes
    assert len(classes) == 1
