"""A store over an rdflib graph or dataset, and a dataset of rdflib out of any store."""

from collections.abc import Iterator
from functools import lru_cache
from gettext import gettext as _
from typing import Any

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.stores.memory import Memory, SimpleMemory
from rdflib.term import BNode, Node, URIRef

from coordgraph.errors import DataError, QuerySyntaxError
from coordgraph.store.base import Answer, Row, Solutions, Store, Term, placed

__all__ = ["RdflibStore", "from_rdflib", "into_rdflib", "to_rdflib"]

_REMEMBERED = 128
"""So many queries are read once, however often they are asked."""


class RdflibStore(Store):
    """The statements of an rdflib graph or dataset, which stays as it is."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.graph = graph
        self._union = (
            rdflib.Dataset(store=graph.store, default_union=True)
            if isinstance(graph, rdflib.Dataset)
            else graph
        )

    def answer(self, sparql: str) -> Answer:
        """Answer a query of any form."""
        try:
            found: Any = self._union.query(self._read(sparql))
        except Exception as error:  # noqa: BLE001 - rdflib has no common error for bad queries
            raise QuerySyntaxError(
                _("The query is not SPARQL 1.1: {problem}").format(problem=error)
            ) from None
        if found.type == "SELECT":
            names = tuple(str(name) for name in found.vars or ())
            return Solutions(names, _rows(found, names))
        if found.type == "ASK":
            return bool(found.askAnswer)
        return (_triple(statement) for statement in found.graph or ())

    def _read(self, sparql: str) -> Any:
        """Return a query as rdflib reads it, where rdflib itself answers."""
        if type(self._union.store) not in {Memory, SimpleMemory}:
            return sparql
        return _prepared(sparql, frozenset(self._union.namespaces()))

    def quads(self) -> Iterator[Quad]:
        """Yield every statement with its graph."""
        if not isinstance(self.graph, rdflib.Dataset):
            for statement in self.graph:
                yield placed(_triple(statement))
            return
        for subject, predicate, value, name in self.graph.quads():
            triple = _triple((subject, predicate, value))
            yield placed(triple, _graph_name(name))


@lru_cache(maxsize=_REMEMBERED)
def _prepared(sparql: str, prefixes: frozenset[tuple[str, URIRef]]) -> Any:
    # Its grammar takes a sixth of a second to make, which most commands do not need.
    from rdflib.plugins.sparql import prepareQuery

    return prepareQuery(sparql, initNs=dict(prefixes))


def _rows(answer: Any, names: tuple[str, ...]) -> Iterator[Row]:
    for solution in answer:
        found = zip(names, solution, strict=True)
        yield {name: from_rdflib(value) for name, value in found if value is not None}


def _triple(statement: tuple[Node, Node, Node]) -> Triple:
    subject, predicate, value = map(from_rdflib, statement)
    assert isinstance(subject, NamedNode | BlankNode)
    assert isinstance(predicate, NamedNode)
    return Triple(subject, predicate, value)


def _graph_name(name: Node | None) -> NamedNode | BlankNode | DefaultGraph:
    if name is None or name == DATASET_DEFAULT_GRAPH_ID:
        return DefaultGraph()
    term = from_rdflib(name)
    assert isinstance(term, NamedNode | BlankNode)
    return term


def from_rdflib(node: Node) -> Term:
    """Return an rdflib term as the stores know it."""
    if isinstance(node, URIRef):
        try:
            return NamedNode(str(node))
        except ValueError:
            problem = _("{node!r} is no IRI: remove its spaces and quotes.").format(
                node=str(node)
            )
            raise DataError(problem) from None
    if isinstance(node, rdflib.Literal):
        if node.language:
            return Literal(str(node), language=node.language)
        datatype = NamedNode(str(node.datatype)) if node.datatype else None
        return Literal(str(node), datatype=datatype)
    return BlankNode(str(node))


def into_rdflib(term: Term) -> Node:
    """Return a term as rdflib knows it; a literal keeps the form it was written in."""
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    assert isinstance(term, Literal), "rdflib has no triple terms"
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = URIRef(term.datatype.value)
    if datatype == rdflib.XSD.string:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)


def to_rdflib(store: Store) -> rdflib.Dataset:
    """
    Return every statement of a store as an rdflib dataset, graph by graph.

    Its default graph is the union of the named ones, so that one query reads all.
    """
    dataset = rdflib.Dataset(default_union=True)
    for quad in store.quads():
        graph = _graph_of(dataset, quad.graph_name)
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        graph.add((into_rdflib(subject), into_rdflib(predicate), into_rdflib(value)))
    return dataset


def _graph_of(
    dataset: rdflib.Dataset, name: NamedNode | BlankNode | DefaultGraph
) -> rdflib.Graph:
    if isinstance(name, DefaultGraph):
        default: rdflib.Graph = dataset.default_graph
        return default
    identifier = URIRef(name.value) if isinstance(name, NamedNode) else BNode(name.value)
    graph: rdflib.Graph = dataset.graph(identifier)
    return graph
