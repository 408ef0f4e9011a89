"""JSON-LD by a context: a node object a thing, a line each in dumps."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from coordgraph.namespace import PREFIXES
from coordgraph.publish.site.dumps.context import Context
from coordgraph.publish.site.dumps.statements import Graph

__all__ = ["JsonLd", "node"]

_XSD = PREFIXES["xsd"]
_TYPE = PREFIXES["rdf"] + "type"
_EXACT = 2**53


def node(said: Sequence[Quad], context: Context) -> dict[str, Any]:
    """Return what is said of one thing, whose statements are sorted, as a node object."""
    made: dict[str, Any] = {"id": _identifier(said[0].subject)}
    for predicate, quads in groupby(said, key=lambda quad: quad.predicate.value):
        values = list(dict.fromkeys(quad.object for quad in quads))
        if predicate == _TYPE:
            classes = [value for value in values if not isinstance(value, Literal)]
            values = [value for value in values if isinstance(value, Literal)]
            if classes:
                made["type"] = _shortest([_class(value, context) for value in classes])
        if not values:
            continue
        kind = context.kinds[predicate]
        key = context.names.get(predicate, predicate)
        if kind == "@language":
            made[key] = _by_language(value for value in values if isinstance(value, Literal))
        else:
            made[key] = _shortest([_value(value, kind, context) for value in values])
    return made


class JsonLd:
    """
    A dataset as one JSON-LD document, its context in it.

    Parameters
    ----------
    context
        What keys mean.
    """

    separator = ",\n"
    foot = "\n]}\n"

    def __init__(self, context: Context) -> None:
        self._context = context

    def head(self) -> str:
        """Return the context and the start of the graph."""
        terms = json.dumps(self._context.document()["@context"], ensure_ascii=False, indent=1)
        return f'{{"@context": {terms},\n"@graph": [\n'

    def begin(self, graph: Graph | None) -> str:
        """Return what stands before the nodes of a graph."""
        if graph is None or isinstance(graph, DefaultGraph):
            return ""
        return f'{{"id": {json.dumps(_identifier(graph), ensure_ascii=False)}, "@graph": [\n'

    def end(self, graph: Graph | None) -> str:
        """Return what stands after them."""
        return "" if graph is None or isinstance(graph, DefaultGraph) else "\n]}"

    def block(self, said: Sequence[Quad]) -> str:
        """Return what is said of one thing."""
        return json.dumps(node(said, self._context), ensure_ascii=False)


def _shortest(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _identifier(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _class(value: object, context: Context) -> str:
    name = _identifier(value)
    return context.names.get(name, name)


def _by_language(values: Iterable[Literal]) -> Mapping[str, Any]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for value in values:
        found[value.language or "@none"].append(value.value)
    return {lang: _shortest(found[lang]) for lang in sorted(found)}


def _value(value: NamedNode | BlankNode | Literal | object, kind: str, context: Context) -> Any:
    if not isinstance(value, Literal):
        name = _identifier(value)
        return name if kind == "@id" else {"id": name}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == kind:
        return _native(value.value, datatype)
    if datatype == f"{_XSD}string":
        return value.value if not kind else {"@value": value.value}
    return {"@value": value.value, "@type": context.names.get(datatype, datatype)}


def _native(text: str, datatype: str) -> Any:
    """Return a number or a truth value as JSON has it, if JSON gives back the same text."""
    if datatype == f"{_XSD}boolean" and text in {"true", "false"}:
        return text == "true"
    if datatype == f"{_XSD}integer" and text.isascii() and text.removeprefix("-").isdigit():
        number = int(text) if len(text) < 17 else _EXACT
        if str(number) == text and abs(number) < _EXACT:
            return number
    return text
