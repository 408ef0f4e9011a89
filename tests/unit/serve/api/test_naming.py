"""A thing is called by its name in the language, else in English, else in any."""

from pyoxigraph import RdfFormat

from coordgraph.serve.api.naming import DEFINITIONS, said
from coordgraph.store import EmbeddedStore, open_store

_DATA = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:a> rdfs:label "a-en"@en, "a-es"@es ; rdfs:comment "what it is"@en .
<urn:b> rdfs:label "b-en"@en, "b-es"@es .
<urn:c> rdfs:label "c-fr"@fr, "c-de"@de .
<urn:d> rdfs:label <urn:a> .
"""


def stored(text: str) -> EmbeddedStore:
    store = open_store()
    store.oxigraph.load(text, format=RdfFormat.TURTLE)
    return store


def test_the_language_comes_first_then_english_then_any() -> None:
    store = stored(_DATA)
    assert said([store], "urn:a", "es") == "a-es"
    assert said([store], "urn:b", "pt") == "b-en"
    assert said([store], "urn:c", "pt") == "c-de"
    assert said([store], "urn:d", "en") is None


def test_definitions_and_further_stores_are_asked_too() -> None:
    assert said([open_store(), stored(_DATA)], "urn:a", "es", DEFINITIONS) == "what it is"
