"""
Who shares which mechanisms with whom, read around the actors that are looked at only.

What takes part in what is copied from their neighbourhood into a store of its own, where the
tie rule is applied as it is to a whole dataset.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from coordgraph.namespace import CG, PREFIXES
from coordgraph.network.selection import Selection, select
from coordgraph.publish.site.neighbours import Neighbours, SharedTie
from coordgraph.store import EmbeddedStore, open_store
from coordgraph.store.nodes import Node, node_of

__all__ = ["Nearby"]

_ACTOR, _PARTICIPATION = NamedNode(CG + "actor"), NamedNode(CG + "participation")
_TYPE = NamedNode(PREFIXES["rdf"] + "type")
_ABOVE = NamedNode(PREFIXES["rdfs"] + "subClassOf")
_SAID = (
    _PARTICIPATION,
    NamedNode(CG + "level"),
    NamedNode(CG + "mechanismKind"),
    NamedNode(PREFIXES["dcterms"] + "isPartOf"),
)
"""What of a mechanism decides whom it ties, and at which level."""


class Nearby:
    """Answers what `Neighbours` does, of actors and mechanisms of one neighbourhood a time."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store

    def ties(self, actor: str) -> list[SharedTie]:
        """Return the ties of an actor, in order of level and counterpart."""
        mechanisms = self._taken(actor)
        return self._around(mechanisms).ties(actor) if mechanisms else []

    def most(self, count: int) -> list[tuple[str, int]]:
        """Return the actors with most counterparts; this reads the whole dataset."""
        return Neighbours.of(self._store).most(count)

    def among(self, mechanisms: Iterable[str]) -> list[SharedTie]:
        """Return the ties that some mechanisms make, in order of level and actors."""
        wanted = list(mechanisms)
        nodes = {node for node in map(node_of, wanted) if node is not None}
        return self._around(nodes).among(wanted) if nodes else []

    def met(self, actors: Iterable[str]) -> set[tuple[str, str]]:
        """Return the pairs among some actors that share a mechanism."""
        wanted = list(actors)
        taken = Counter(mechanism for actor in wanted for mechanism in self._taken(actor))
        often = {mechanism for mechanism, count in taken.items() if count > 1}
        return self._around(often).met(wanted) if often else set()

    def _around(self, mechanisms: set[Node]) -> Neighbours:
        near = open_store()
        near.oxigraph.extend(self._said(mechanisms))
        near.oxigraph.extend(self._matching(None, _ABOVE, None))
        return Neighbours(select(near, Selection()).incidence)

    def _said(self, mechanisms: set[Node]) -> Iterator[Quad]:
        actors: set[Any] = set()
        for mechanism in mechanisms:
            for path in _SAID:
                for quad in self._matching(mechanism, path, None):
                    yield quad
                    if path == _PARTICIPATION and not isinstance(quad.object, Literal):
                        for taking in self._matching(quad.object, _ACTOR, None):
                            yield taking
                            actors.add(taking.object)
        for actor in actors:
            if not isinstance(actor, Literal):
                yield from self._matching(actor, _TYPE, None)

    def _taken(self, actor: str) -> set[Node]:
        node = node_of(actor)
        if node is None:
            return set()
        return {
            quad.subject
            for taking in self._matching(None, _ACTOR, node)
            for quad in self._matching(None, _PARTICIPATION, taking.subject)
            if isinstance(quad.subject, Node)
        }

    def _matching(self, subject: Any, path: NamedNode, value: Any) -> Iterator[Quad]:
        return self._store.oxigraph.quads_for_pattern(subject, path, value, None)
