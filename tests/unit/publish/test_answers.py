"""Answers of the library are texts, in the language asked for where the question has one."""

from pyoxigraph import RdfFormat, Store

from coordgraph.publish.answers import rows_of
from coordgraph.store import EmbeddedStore

MADE = """
@prefix cg: <https://w3id.org/coordgraph/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<urn:a> a cg:Agreement ; cg:agreementType <urn:t> ; cg:agreementStatus <urn:s> ;
    dcterms:title "one"@en, "uno"@es .
"""


def test_rows_are_texts_and_what_is_not_known_is_left_out() -> None:
    store = EmbeddedStore(Store())
    store.oxigraph.load(MADE, format=RdfFormat.TURTLE)
    columns, rows = rows_of("agreements/entries-into-force", store, "es")
    assert columns == ("agreement", "title", "type", "status", "in_force")
    assert rows == [{"agreement": "urn:a", "title": "uno", "type": "urn:t", "status": "urn:s"}]


def test_a_question_without_a_language_is_asked_as_it_is() -> None:
    columns, rows = rows_of("agreements/dates", EmbeddedStore(Store()), "pt")
    assert columns[0] == "agreement"
    assert rows == []
