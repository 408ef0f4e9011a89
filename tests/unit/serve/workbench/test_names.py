"""Concepts and places have names in the language, or in another one, or their slugs."""

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.names import plain
from coordgraph.serve.workbench.names import choices, concepts, places
from coordgraph.store import EmbeddedStore, open_store


def test_names_are_in_the_language(shipped: EmbeddedStore) -> None:
    assert places(shipped, "pt")["MEX"] == "México"
    assert places(shipped, "en")["BRA"] == "Brazil"
    assert concepts(shipped, "es")["actor-kind/ministry"] == "ministerio"


def test_practices_come_by_name(shipped: EmbeddedStore) -> None:
    names = [name for _, name in choices(shipped, "es")]
    assert names == sorted(names, key=plain)
    assert len(names) == 7
    store, cg = open_store(), "https://w3id.org/coordgraph/ns#"
    for iri, name in (("urn:a", "Zona"), ("urn:b", "água"), ("urn:c", "Ábaco")):
        practice = NamedNode(iri)
        store.oxigraph.add(Quad(NamedNode("urn:m"), NamedNode(f"{cg}inPractice"), practice))
        label = NamedNode("http://purl.org/dc/terms/title")
        store.oxigraph.add(Quad(practice, label, Literal(name, language="pt")))
    assert [name for _, name in choices(store, "pt")] == ["Ábaco", "água", "Zona"]


def test_what_has_no_name_is_called_by_its_slug(odd: EmbeddedStore) -> None:
    assert choices(odd, "en") == []
    store, within = open_store(), NamedNode("https://w3id.org/coordgraph/ns#inPractice")
    store.oxigraph.add(Quad(NamedNode("urn:m"), within, NamedNode("https://x.org/p/siaci")))
    assert choices(store, "en") == [("https://x.org/p/siaci", "siaci")]
    assert places(odd, "en") == {}
