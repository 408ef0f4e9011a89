"""Paths of shapes are written as SPARQL writes them."""

import pytest
import rdflib
from rdflib import SH, URIRef

from coordgraph.validation.paths import path_of, shown_path


@pytest.mark.parametrize(
    ("given", "path", "shown"),
    [
        ("cg:level", "https://w3id.org/coordgraph/ns#level", "cg:level"),
        (
            "[ sh:inversePath cg:level ]",
            "^<https://w3id.org/coordgraph/ns#level>",
            "^cg:level",
        ),
        ("( <urn:p> <urn:q> )", "(<urn:p>/<urn:q>)", "(urn:p/urn:q)"),
        ("[ sh:alternativePath ( <urn:p> <urn:q> ) ]", "(<urn:p>|<urn:q>)", "(urn:p|urn:q)"),
        ("[ sh:zeroOrMorePath <urn:p> ]", "(<urn:p>)*", "(urn:p)*"),
        (
            "[ sh:zeroOrMorePath ( <urn:p> <urn:q> ) ]",
            "((<urn:p>/<urn:q>))*",
            "((urn:p/urn:q))*",
        ),
        ("[ sh:oneOrMorePath <urn:p> ]", "(<urn:p>)+", "(urn:p)+"),
        ("[ sh:zeroOrOnePath <urn:p> ]", "(<urn:p>)?", "(urn:p)?"),
        (
            "( [ sh:inversePath ( <urn:p> [ sh:oneOrMorePath <urn:q> ] ) ] <urn:r> )",
            "(^(<urn:p>/(<urn:q>)+)/<urn:r>)",
            "(^(urn:p/(urn:q)+)/urn:r)",
        ),
        (
            "[ sh:alternativePath ( <urn:p> [ sh:inversePath <urn:q> ] ) ]",
            "(<urn:p>|^<urn:q>)",
            "(urn:p|^urn:q)",
        ),
    ],
)
def test_a_path_is_written_as_sparql_writes_it(given: str, path: str, shown: str) -> None:
    shapes = rdflib.Graph().parse(
        data=f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        @prefix cg: <https://w3id.org/coordgraph/ns#> .
        <urn:s> sh:path {given} .""",
        format="turtle",
    )
    node = shapes.value(URIRef("urn:s"), SH.path)
    assert node is not None
    assert path_of(shapes, node) == path
    assert shown_path(path) == shown
