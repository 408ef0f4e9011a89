"""The context types a key where all values are of one kind, and means the same to all."""

from coordgraph.publish.site.dumps.context import Context
from tests.unit.publish.site.dumps.dataset import ODD, store_of


def terms(trig: str) -> dict[str, object]:
    found: dict[str, object] = Context.of(store_of(trig).quads()).document()["@context"]
    return found


def test_keys_are_typed_where_values_are_alike() -> None:
    found = terms(ODD)
    assert found["level"] == {"@id": "cg:level", "@type": "@id"}
    assert found["weightCount"] == {"@id": "cg:weightCount", "@type": "xsd:integer"}
    assert found["skos:prefLabel"] == {"@id": "skos:prefLabel", "@container": "@language"}
    assert found["locator"] == "cg:locator"
    assert found["signedOn"] == "cg:signedOn"  # a year and a day: each value says which
    assert found["Institution"] == "cg:Institution"


def test_a_prefix_that_is_a_scheme_in_the_data_is_none() -> None:
    found = terms("<skos:x> <http://www.w3.org/2004/02/skos/core#note> <urn:a> .")
    assert "skos" not in found
    assert "http://www.w3.org/2004/02/skos/core#note" in found
