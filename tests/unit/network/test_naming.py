"""The ontology's own terms have names, whether or not a store says what they are called."""

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import ID, PREFIXES
from coordgraph.network.naming import term_labels
from coordgraph.store import open_store

LEVEL, OTHER = f"{ID}level/operational", f"{ID}level/other"
LABEL = NamedNode(PREFIXES["skos"] + "prefLabel")


def test_the_ontology_names_what_a_store_does_not() -> None:
    found = [term_labels(open_store(), [LEVEL, OTHER], lang=lang) for lang in ("en", "pt")]
    assert found == [
        {LEVEL: "operational level", OTHER: "other"},
        {LEVEL: "nível operacional", OTHER: "other"},
    ]


def test_what_a_store_says_itself_stands() -> None:
    store = open_store()
    store.oxigraph.add(Quad(NamedNode(LEVEL), LABEL, Literal("en medio", language="es")))
    assert term_labels(store, [LEVEL], lang="en") == {LEVEL: "en medio"}
