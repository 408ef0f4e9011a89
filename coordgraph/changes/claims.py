"""What changed in what sources claim of dates, apart from the date that the graph prefers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode

from coordgraph.changes.model import Change
from coordgraph.changes.versions import SUBJECT, Node, Pair, Version
from coordgraph.namespace import PREFIXES, term
from coordgraph.store import Term, text

__all__ = ["claim_changes", "claimed"]

_PREDICATE = NamedNode(PREFIXES["rdf"] + "predicate")
_OBJECT = NamedNode(PREFIXES["rdf"] + "object")


class Claim(NamedTuple):
    """What a source says of a thing."""

    thing: Node
    property: NamedNode
    value: Term


def claimed(version: Version, thing: Node, name: NamedNode) -> frozenset[Term]:
    """Return the values that sources claim for a property of a thing."""
    facts = version.linking(SUBJECT, thing)
    return frozenset(
        claim.value for fact in facts for claim in _claims(version, fact) if claim[1] == name
    )


def claim_changes(pair: Pair, properties: tuple[NamedNode, ...]) -> Iterator[Change]:
    """Yield the claims on some properties that only one version knows."""
    things = pair.old.mechanisms & pair.new.mechanisms | pair.old.actors & pair.new.actors
    facts = pair.touched(
        fact for version in (pair.old, pair.new) for fact in version.instances(term("Fact"))
    )
    old, new = (_by_claim(version, facts) for version in (pair.old, pair.new))
    for claim in sorted(old.keys() ^ new.keys(), key=lambda found: tuple(map(text, found))):
        if claim.thing in things and claim.property in properties:
            yield _change(pair, claim, old.get(claim, []), new.get(claim, []))


def _change(pair: Pair, claim: Claim, old: list[Node], new: list[Node]) -> Change:
    return Change(
        group="dates",
        what="claim-added" if new else "claim-removed",
        thing=text(claim.thing),
        property=claim.property.value,
        before=() if new else (claim.value,),
        after=(claim.value,) if new else (),
        because=pair.all_about([*old, *new]),
    )


def _by_claim(version: Version, facts: list[Node]) -> Mapping[Claim, list[Node]]:
    found: defaultdict[Claim, list[Node]] = defaultdict(list)
    for fact in facts:
        for claim in _claims(version, fact):
            found[claim].append(fact)
    return found


def _claims(version: Version, fact: Node) -> Iterator[Claim]:
    said = version.of(fact)
    for thing in said.get(SUBJECT, ()):
        for name in said.get(_PREDICATE, ()):
            for value in said.get(_OBJECT, ()):
                if isinstance(thing, Node) and isinstance(name, NamedNode):
                    yield Claim(thing, name, value)
