"""Property paths of shapes, as SPARQL writes them."""

import re

import rdflib
from rdflib import RDF, SH
from rdflib.collection import Collection
from rdflib.term import Node, URIRef

from coordgraph.namespace import shrink

__all__ = ["path_of", "shown_path"]

_REPEATED = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def path_of(shapes: rdflib.Graph, node: Node) -> str:
    """
    Return a path: a property's IRI as it is, any other path with IRIs in angle brackets.

    >>> graph = rdflib.Graph().parse(data='''
    ... @prefix sh: <http://www.w3.org/ns/shacl#> .
    ... <urn:s> sh:path [ sh:inversePath <urn:p> ] .''', format="turtle")
    >>> path_of(graph, graph.value(URIRef("urn:s"), SH.path))
    '^<urn:p>'
    >>> path_of(graph, URIRef("urn:p"))
    'urn:p'
    """
    return str(node) if isinstance(node, URIRef) else _path(shapes, node)


def _path(shapes: rdflib.Graph, node: Node) -> str:
    if isinstance(node, URIRef):
        return f"<{node}>"
    if (node, RDF.first, None) in shapes:
        return f"({'/'.join(_path(shapes, part) for part in Collection(shapes, node))})"
    if (inner := shapes.value(node, SH.inversePath)) is not None:
        return f"^{_path(shapes, inner)}"
    if (inner := shapes.value(node, SH.alternativePath)) is not None:
        return f"({'|'.join(_path(shapes, part) for part in Collection(shapes, inner))})"
    given = ((shapes.value(node, predicate), sign) for predicate, sign in _REPEATED.items())
    repeated, sign = next((inner, sign) for inner, sign in given if inner is not None)
    return f"({_path(shapes, repeated)}){sign}"


def shown_path(path: str) -> str:
    """
    Return a path with short names.

    >>> shown_path("^<https://w3id.org/coordgraph/ns#inPractice>")
    '^cg:inPractice'
    """
    return (
        re.sub(r"<([^<>]*)>", lambda iri: shrink(iri[1]), path) if "<" in path else shrink(path)
    )
