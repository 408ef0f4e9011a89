"""
Turtle and TriG that people read: a block a thing, its classes first, only prefixes in use.

The grammar is that of RDF 1.1 Turtle and TriG (W3C Recommendations, 2014).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.dumps.prefixes import Shortener
from coordgraph.publish.site.dumps.statements import Graph

__all__ = ["Turtle"]

_XSD = PREFIXES["xsd"]
_TYPE = PREFIXES["rdf"] + "type"
_PLAIN = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}


class Turtle:
    """
    Turtle, or TriG where graphs have names.

    Parameters
    ----------
    prefixes
        Prefixes that may be used, and their namespaces.
    """

    separator = ""
    foot = ""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._iris = Shortener(prefixes)

    def head(self) -> str:
        """Return the prefixes in use, once all blocks are made."""
        lines = (
            f"@prefix {name}: <{space}> .\n" for name, space in sorted(self._iris.used.items())
        )
        return "".join(lines)

    def begin(self, graph: Graph | None) -> str:
        """Return what stands before the blocks of a graph in TriG."""
        return (
            ""
            if graph is None or isinstance(graph, DefaultGraph)
            else f"\n{self._word(graph)} {{\n"
        )

    def end(self, graph: Graph | None) -> str:
        """Return what stands after them."""
        return "" if graph is None or isinstance(graph, DefaultGraph) else "\n}\n"

    def block(self, said: Sequence[Quad]) -> str:
        """Return what is said of one thing, whose statements are sorted."""
        predicates = [
            f"    {self._predicate(predicate)} {', '.join(dict.fromkeys(values))}"
            for predicate, values in self._grouped(said)
        ]
        return f"\n{self._word(said[0].subject)}\n" + " ;\n".join(predicates) + " .\n"

    def _grouped(self, said: Sequence[Quad]) -> Iterator[tuple[NamedNode, list[str]]]:
        for predicate, quads in groupby(said, key=lambda quad: quad.predicate):
            yield predicate, [self._word(quad.object) for quad in quads]

    def _predicate(self, predicate: NamedNode) -> str:
        return "a" if predicate.value == _TYPE else self._iris.short(predicate.value)

    def _word(self, term: NamedNode | BlankNode | Literal | Triple) -> str:
        if isinstance(term, NamedNode):
            return self._iris.short(term.value)
        if isinstance(term, Literal) and not term.language:
            return self._literal(term)
        return str(term)

    def _literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value
        if datatype == f"{_XSD}string":
            return str(literal)
        plain = _PLAIN.get(datatype)
        if plain and plain.fullmatch(literal.value):
            return literal.value
        return f"{Literal(literal.value)}^^{self._iris.short(datatype)}"
