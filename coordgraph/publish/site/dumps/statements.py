"""The statements of a store, thing by thing, in an order that their content alone decides."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from coordgraph.namespace import PREFIXES
from coordgraph.store import EmbeddedStore

__all__ = ["Graph", "Node", "Statements", "in_blocks", "in_order"]

Node = NamedNode | BlankNode
Graph = NamedNode | BlankNode | DefaultGraph

_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_LAST = 9
_RANKS = {
    PREFIXES[prefix] + name: rank
    for rank, names in enumerate(
        (
            ("owl:Ontology",),
            ("owl:Class", "rdfs:Class"),
            ("owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty"),
            ("rdf:Property",),
            ("skos:ConceptScheme",),
            ("skos:Concept",),
        )
    )
    for prefix, _, name in (each.partition(":") for each in names)
}
"""Which classes of things come first."""


@dataclass(frozen=True, slots=True)
class Statements:
    """
    What a store says.

    Attributes
    ----------
    store
        The store, whose blank nodes are named canonically.
    """

    store: EmbeddedStore

    def graphs(self) -> list[Graph]:
        """Return the graphs that hold something: the default one first, the others by name."""
        stored = self.store.oxigraph
        found: list[Graph] = [DefaultGraph(), *sorted(stored.named_graphs(), key=str)]
        return [name for name in found if any(stored.quads_for_pattern(None, None, None, name))]

    def subjects(self, graph: Graph | None = None) -> list[Node]:
        """
        Return what a graph, or any, says something of: terms first, then concepts, then things.

        Things of one kind stand beside each other where their IRIs tell the kind.
        """
        ranks: defaultdict[Node, int] = defaultdict(lambda: _LAST)
        for quad in self.store.oxigraph.quads_for_pattern(None, None, None, graph):
            subject = quad.subject
            assert not isinstance(subject, Triple)
            rank = _LAST
            if quad.predicate == _TYPE and isinstance(quad.object, NamedNode):
                rank = _RANKS.get(quad.object.value, _LAST)
            ranks[subject] = min(ranks[subject], rank)
        return sorted(ranks, key=lambda node: (ranks[node], str(node)))

    def said(self, subject: Node, graph: Graph | None = None) -> list[Quad]:
        """Return what a graph, or any, says of a thing: its classes first."""
        found = self.store.oxigraph.quads_for_pattern(subject, None, None, graph)
        return sorted(found, key=in_order)


def in_blocks(said: Iterable[Quad]) -> list[list[Quad]]:
    """Return statements thing by thing: as things come first, on each of them in order."""
    quads = list(said)
    ranks = {
        subject: rank for rank, subject in enumerate(dict.fromkeys(q.subject for q in quads))
    }
    quads.sort(key=lambda quad: (ranks[quad.subject], *in_order(quad)))
    return [list(found) for _, found in groupby(quads, key=lambda quad: quad.subject)]


def in_order(quad: Quad) -> tuple[bool, str, str, str]:
    """Return what statements on one thing are sorted by: classes, then by property."""
    by = quad.predicate.value
    return (by != _TYPE.value, by, str(quad.object), str(quad.graph_name))
