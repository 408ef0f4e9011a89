"""The data of a thing says the same in every form."""

import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from coordgraph.publish.site.description.documents import document

LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
SAID = [
    Quad(NamedNode("urn:b"), LABEL, Literal("B", language="es")),
    Quad(NamedNode("urn:a"), LABEL, Literal('"</script>\n')),
    Quad(NamedNode("urn:b"), NamedNode("urn:to"), NamedNode("urn:a")),
    Quad(NamedNode("urn:b"), NamedNode("urn:to"), NamedNode("urn:a"), NamedNode("urn:g")),
]
TRIPLES = {quad.triple for quad in SAID}


@pytest.mark.parametrize(
    ("suffix", "form"),
    [("ttl", RdfFormat.TURTLE), ("nt", RdfFormat.N_TRIPLES), ("jsonld", RdfFormat.JSON_LD)],
)
def test_statements_are_read_back(suffix: str, form: RdfFormat) -> None:
    found: set[Triple] = {
        quad.triple for quad in parse(document(SAID, suffix).encode(), format=form)
    }
    assert found == TRIPLES


def test_the_first_thing_stands_first_and_the_context_inside() -> None:
    assert document(SAID, "nt").startswith("<urn:b>")
    found = json.loads(document(SAID, "jsonld"))
    assert [node["id"] for node in found["@graph"]] == ["urn:b", "urn:a"]
    assert "skos" in found["@context"]
