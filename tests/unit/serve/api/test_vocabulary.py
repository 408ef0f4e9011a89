"""The terms that a question may be made of are those of the ontology and those in use."""

import pytest
from pyoxigraph import RdfFormat

from coordgraph.serve.api.vocabulary import vocabulary
from coordgraph.store import EmbeddedStore, open_store, text


@pytest.fixture(scope="module")
def store(dataset: EmbeddedStore) -> EmbeddedStore:
    return dataset


def test_terms_are_told_in_the_language_with_their_use(store: EmbeddedStore) -> None:
    found = vocabulary(store, {"lang": "es"})
    terms = {(one["name"], one["kind"]): one for one in found["terms"]}
    country = terms["cg:country", "property"]
    assert country["label"] == "es del país"
    assert country["definition"].endswith(".")
    asked = store.select(
        "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/coordgraph/ns#country> ?o }"
    )
    assert country["uses"] == int(text(next(iter(asked))["n"]))
    assert terms["level/policy", "concept"]["label"] == "nivel de políticas"
    assert ("https://w3id.org/coordgraph/graph/article", "graph") in terms
    called = {one["label"] for one in found["terms"] if one["kind"] == "graph"}
    assert "Lo que se sigue por regla" in called
    assert found["prefixes"]["cg"] == "https://w3id.org/coordgraph/ns#"


def test_the_most_used_terms_stand_first(store: EmbeddedStore) -> None:
    uses = [one["uses"] for one in vocabulary(store, {"lang": "en"})["terms"]]
    assert uses == sorted(uses, reverse=True)


def test_data_without_the_ontology_have_its_terms_and_their_own() -> None:
    store = open_store()
    store.oxigraph.load(b"<urn:a> <urn:likes> <urn:b> .", format=RdfFormat.N_TRIPLES)
    terms = {one["name"]: one for one in vocabulary(store, {"lang": "pt"})["terms"]}
    assert terms["urn:likes"] == {
        "iri": "urn:likes",
        "name": "urn:likes",
        "kind": "property",
        "label": None,
        "definition": None,
        "uses": 1,
    }
    assert terms["cg:Actor"]["label"] == "ator"
    assert terms["cg:Actor"]["uses"] == 0


def test_an_empty_store_still_has_the_ontology() -> None:
    terms = vocabulary(open_store(), {"lang": "en"})["terms"]
    assert {one["uses"] for one in terms} == {0}
