"""Two versions of a graph side by side: what each says of a thing, and what only one says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from rdflib import Graph

from coordgraph.actors import classes
from coordgraph.changes.blank_nodes import has_blank_nodes, named_by_content
from coordgraph.namespace import FOLLOWING, GRAPH, PREFIXES, graph, term
from coordgraph.store import EmbeddedStore, Store, Term, as_store, open_store, placed, text

__all__ = [
    "SUBJECT",
    "TYPE",
    "Node",
    "Pair",
    "Version",
    "is_derived",
    "node",
    "pair",
    "sorted_terms",
]

Node = NamedNode | BlankNode
Values = Mapping[NamedNode, frozenset[Term]]

SUBJECT = NamedNode(PREFIXES["rdf"] + "subject")
TYPE = NamedNode(PREFIXES["rdf"] + "type")
_ACTORS = frozenset({"Actor", "Institution", "Unit", "ActorGroup", "State", "Person"})
_MECHANISMS = frozenset({"Mechanism", "Agreement"})
_GENERAL = frozenset({"Actor", "Mechanism"})
_DERIVED = FOLLOWING | {term(name) for name in ("through", "weightCount", "weightNewman")}


class Version:
    """
    One version of a graph.

    Attributes
    ----------
    store
        Where its statements are; blank nodes are named by what is said of them.
    quads
        All of its statements.
    """

    def __init__(self, store: EmbeddedStore, quads: frozenset[Quad]) -> None:
        self.store, self.quads = store, quads

    def of(self, thing: Node) -> Values:
        """Return what is said of a thing, by property; not what follows by rule."""
        found: defaultdict[NamedNode, set[Term]] = defaultdict(set)
        for quad in self.store.oxigraph.quads_for_pattern(thing, None, None):
            if not is_derived(quad):
                found[quad.predicate].add(quad.object)
        return {name: frozenset(values) for name, values in found.items()}

    def values(self, thing: Node, name: NamedNode) -> frozenset[Term]:
        """Return the values of one property of a thing."""
        quads = self.store.oxigraph.quads_for_pattern(thing, name, None)
        return frozenset(quad.object for quad in quads if not is_derived(quad))

    def linked(self, name: NamedNode, thing: Node) -> list[Node]:
        """Return what a thing is linked to by a property, in order."""
        return _ordered(self.values(thing, name))

    def linking(self, name: NamedNode, thing: Node) -> list[Node]:
        """Return what is linked to a thing by a property, in order."""
        quads = self.store.oxigraph.quads_for_pattern(None, name, thing)
        return _ordered(quad.subject for quad in quads)

    def pairs(self, name: NamedNode) -> list[tuple[Node, Node]]:
        """Return the things that a property links, in order."""
        quads = self.store.oxigraph.quads_for_pattern(None, name, None)
        found = {
            (quad.subject, quad.object)
            for quad in quads
            if isinstance(quad.subject, Node) and isinstance(quad.object, Node)
        }
        return sorted(found, key=lambda both: (text(both[0]), text(both[1])))

    def instances(self, kind: NamedNode) -> frozenset[Node]:
        """Return the things of a class."""
        quads = self.store.oxigraph.quads_for_pattern(None, TYPE, kind)
        return frozenset(quad.subject for quad in quads if isinstance(quad.subject, Node))

    def types(self, thing: Node) -> frozenset[NamedNode]:
        """Return the classes of the ontology that a thing has, without their superclasses."""
        found = {
            value
            for value in self.values(thing, TYPE)
            if isinstance(value, NamedNode) and value.value.startswith(PREFIXES["cg"])
        }
        special = {
            value for value in found if value.value[len(PREFIXES["cg"]) :] not in _GENERAL
        }
        return frozenset(special or found)

    @cached_property
    def actors(self) -> frozenset[Node]:
        """All that is an actor, or takes part in a mechanism as one."""
        taking_part = {actor for _, actor in self.pairs(term("actor"))}
        return frozenset(taking_part | self._of_classes(_ACTORS))

    @cached_property
    def mechanisms(self) -> frozenset[Node]:
        """All that is a mechanism, or has participations."""
        having = {mechanism for mechanism, _ in self.pairs(term("participation"))}
        return frozenset(having | self._of_classes(_MECHANISMS))

    @cached_property
    def participations(self) -> Mapping[tuple[Node, Node], tuple[Node, ...]]:
        """The participations of each mechanism and actor."""
        actors = defaultdict(list)
        for participation, actor in self.pairs(term("actor")):
            actors[participation].append(actor)
        found: defaultdict[tuple[Node, Node], list[Node]] = defaultdict(list)
        for mechanism, participation in self.pairs(term("participation")):
            for actor in actors[participation]:
                found[mechanism, actor].append(participation)
        return {key: tuple(nodes) for key, nodes in found.items()}

    def _of_classes(self, wanted: frozenset[str]) -> set[Node]:
        known = {thing for thing, names in classes(self.store).items() if names & wanted}
        return {node(thing) for thing in known}


class Pair:
    """
    Two versions of a graph.

    Attributes
    ----------
    old, new
        The versions.
    flat
        Whether graphs were left aside, because the two have none in common.
    added, removed
        The statements that only the new one, or only the old one, has.
    about
        These statements by what they are about, without those that follow by rule.
    """

    def __init__(self, old: Version, new: Version, *, flat: bool) -> None:
        self.old, self.new, self.flat = old, new, flat
        self.added = new.quads - old.quads
        self.removed = old.quads - new.quads
        about: defaultdict[Node, list[Quad]] = defaultdict(list)
        said: defaultdict[tuple[Node, NamedNode, Term], list[Quad]] = defaultdict(list)
        for quad in (*self.added, *self.removed):
            if isinstance(quad.subject, Node) and not is_derived(quad):
                about[quad.subject].append(quad)
                said[quad.subject, quad.predicate, quad.object].append(quad)
        self.about, self._said = dict(about), dict(said)

    def touched(self, things: Iterable[Node]) -> list[Node]:
        """Return those of some things of which one version says what the other does not."""
        return sorted(self.about.keys() & set(things), key=text)

    def saying(self, thing: Node, name: NamedNode, values: Iterable[Term]) -> frozenset[Quad]:
        """Return the statements, added or removed, that give a property these values."""
        found = (self._said.get((thing, name, value), ()) for value in values)
        return frozenset(chain.from_iterable(found))

    def all_about(self, things: Iterable[Node]) -> frozenset[Quad]:
        """Return the statements, added or removed, about some things."""
        return frozenset(quad for thing in things for quad in self.about.get(thing, ()))


def pair(old: Store | Graph, new: Store | Graph) -> Pair:
    """
    Put two versions side by side.

    Graphs are left aside on both sides where one has its statements in named graphs and the
    other has none, and where each is an import, whose graph is named after its file.
    """
    quads = [frozenset(as_store(side).quads()) for side in (old, new)]
    names = [{quad.graph_name for quad in side} for side in quads]
    named = [bool(side - {DefaultGraph()}) for side in names]
    flat = named[0] is not named[1] or (all(named) and all(map(_is_import, names)))
    one, other = (
        _version(as_store(store), side, flat=flat)
        for store, side in zip((old, new), quads, strict=True)
    )
    return Pair(one, other, flat=flat)


def _is_import(names: Iterable[NamedNode | BlankNode | DefaultGraph]) -> bool:
    return all(
        isinstance(name, NamedNode) and name.value.startswith(f"{GRAPH}import/")
        for name in names
    )


def is_derived(quad: Quad) -> bool:
    """Say whether a statement follows from others by rule."""
    return (
        quad.graph_name == graph("derived")
        or quad.predicate in _DERIVED
        or quad.object == term("Tie")
    )


def sorted_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return terms in the order of what a reader sees of them."""
    return tuple(sorted(terms, key=lambda value: (text(value), str(value))))


def _version(store: Store, quads: frozenset[Quad], *, flat: bool) -> Version:
    if flat:
        quads = frozenset(placed(quad.triple) for quad in quads)
    unnamed = any(map(has_blank_nodes, quads))
    if unnamed:
        quads = named_by_content(quads)
    if not (flat or unnamed) and isinstance(store, EmbeddedStore):
        return Version(store, quads)
    copy = open_store()
    copy.oxigraph.bulk_extend(quads)
    return Version(copy, quads)


def _ordered(terms: Iterable[Term]) -> list[Node]:
    return sorted({value for value in terms if isinstance(value, Node)}, key=text)


def node(name: str) -> Node:
    """Return the thing that has this IRI, or this name as a blank node."""
    return BlankNode(name.removeprefix("_:")) if name.startswith("_:") else NamedNode(name)
