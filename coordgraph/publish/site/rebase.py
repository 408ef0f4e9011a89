"""
A dataset under an IRI of its publisher's own.

Things and graphs move; what the ontology's graph describes (classes, properties, concepts,
places) keeps its IRI, for it is what datasets have in common.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Quad, Triple

from coordgraph.namespace import GRAPH, ID, graph
from coordgraph.publish.site.addresses import HOME
from coordgraph.store import EmbeddedStore, open_store

__all__ = ["moving", "rebased"]

_MOVED = (ID, GRAPH, f"{HOME}dataset")


def rebased(store: EmbeddedStore, base: str, *, scratch: Path | None = None) -> EmbeddedStore:
    """
    Return a store in which the things and graphs of the shipped dataset stand under a base.

    The store itself, if the base is that of the shipped dataset.

    Parameters
    ----------
    store
        The dataset.
    base
        Under which IRI it moves.
    scratch
        A new folder for what moved; it is held in memory if there is none.
    """
    if base == HOME:
        return store
    moved = open_store(scratch)
    moved.oxigraph.bulk_extend(_moved(store, base))
    return moved


def moving(store: EmbeddedStore, base: str) -> Callable[[Any], Any]:
    """Return what gives a term of a store as it is under a base."""
    common = {
        quad.subject.value
        for quad in store.oxigraph.quads_for_pattern(None, None, None, graph("ontology"))
        if isinstance(quad.subject, NamedNode)
    }

    def move(term: Any) -> Any:
        if isinstance(term, Triple):
            return Triple(move(term.subject), term.predicate, move(term.object))
        if not isinstance(term, NamedNode) or term.value in common:
            return term
        if term.value.startswith(_MOVED):
            return NamedNode(base + term.value.removeprefix(HOME))
        return term

    return move


def _moved(store: EmbeddedStore, base: str) -> Iterator[Quad]:
    move = moving(store, base)
    for quad in store.oxigraph:
        if quad.graph_name == graph("ontology"):
            yield quad
        else:
            subject, value = move(quad.subject), move(quad.object)
            yield Quad(subject, quad.predicate, value, move(quad.graph_name))
