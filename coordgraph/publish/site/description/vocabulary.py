"""The vocabularies that describe datasets, and statements made with them."""

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES

__all__ = ["DESCRIBING", "integer", "iri", "say"]

DESCRIBING = {
    **PREFIXES,
    "dcat": "http://www.w3.org/ns/dcat#",
    "formats": "http://www.w3.org/ns/formats/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
}
"""Prefixes of the vocabularies that describe a release, or a server."""

Value = NamedNode | BlankNode | Literal | str


def iri(name: str) -> NamedNode:
    """
    Return the term that a prefixed name writes.

    >>> iri("void:triples").value
    'http://rdfs.org/ns/void#triples'
    """
    prefix, _, local = name.partition(":")
    return NamedNode(DESCRIBING[prefix] + local)


def say(subject: NamedNode | BlankNode, **said: Value | Sequence[Value]) -> Iterator[Quad]:
    """
    Yield statements on one thing; ``void_triples=...`` is by the property ``void:triples``.

    A text stands for a class or term by its prefixed name.
    """
    for name, values in said.items():
        prefix, _, local = name.partition("_")
        predicate = iri(f"{prefix}:{local}")
        for value in [values] if isinstance(values, Value) else values:
            yield Quad(subject, predicate, iri(value) if isinstance(value, str) else value)


def integer(number: int) -> Literal:
    """Return a count as a literal."""
    return Literal(str(number), datatype=iri("xsd:integer"))
